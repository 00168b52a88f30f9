import type { SizeValue } from '../measures/size.ts';
import type { Audit } from './audit.ts';
import { estimatedDetail } from './estimate.ts';
import { count, figure, whole } from './wording.ts';

/** How long documents are. */
export const documentLength: Audit<'size' | 'rhythm'> = {
  id: 'document-length',
  title: 'Length of documents',
  failureTitle: 'Length of documents',
  explanation: {
    measures:
      'The number of words of the documents: the median, and the lengths that 5, 25, 75 and 95 % stay below. In the details, the variation of length over distinct documents, standard deviation / mean, with a jackknife interval over 32 groups of them.',
    formula:
      'Percentiles of the words in a document by classes of equal ratio; standard deviation / mean over distinct documents. A jackknife over 32 groups of documents gives the interval.',
    matters:
      'Length says what kind of corpus this is, and whether two corpora can be compared at all. Many documents of a few words are often what a failed extraction leaves.',
    reading:
      'Length alone is no sign of sameness. Lengths are counted in classes, four to each doubling, so a percentile is right to about a tenth. One very long document can raise the variation by itself, which a wide interval shows; it is absent for one document.',
    moves:
      'Copies count for the percentiles and not for the variation. One very long document moves the variation by itself.',
    silence: 'Without a document; the variation below two.',
    source: 'Order statistics of a histogram with classes of equal ratio.',
  },
  needs: ['size', 'rhythm'],
  audit({ size: { documents, tokens, lengths }, rhythm: { documentVariation } }) {
    if (documents === 0) return { outcome: 'not-applicable', reason: 'There are no documents.' };
    const at = (share: number): number => Math.round(lengthAt(lengths, share * documents));
    const percentiles = { p5: at(0.05), p25: at(0.25), p50: at(0.5), p75: at(0.75), p95: at(0.95) };
    return {
      outcome: 'informative',
      quantity: { value: percentiles.p50, unit: 'tokens', documents },
      reason:
        documents === 1
          ? `The only document has ${count(tokens, 'word')}.`
          : `Half of the ${whole(documents)} documents have fewer than about ${count(percentiles.p50, 'word')}, and nine in ten between ${whole(percentiles.p5)} and ${whole(percentiles.p95)}; the mean is ${figure(tokens / documents)}.`,
      evidence: [],
      details: {
        ...percentiles,
        mean: tokens / documents,
        variation: estimatedDetail(documentVariation, 'ratio', 'log'),
      },
    };
  },
};

/** The length below which so many documents lie, as if those of a class were spread evenly over it. */
function lengthAt(lengths: SizeValue['lengths'], rank: number): number {
  let below = 0;
  for (const { from, documents } of lengths) {
    if (below + documents >= rank) return from + (widthOf(from) - 1) * ((rank - below) / documents);
    below += documents;
  }
  return lengths.at(-1)?.from ?? 0;
}

/** Lengths in the class that begins at `from`: one up to eight, then a quarter of the power of two. */
function widthOf(from: number): number {
  return from < 8 ? 1 : 2 ** (29 - Math.clz32(from));
}
