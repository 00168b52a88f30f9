import type { EqualSizeNgrams, EqualSizeNgramsValue } from '../measures/equal-size-ngrams.ts';
import type { Replicated } from '../measures/measure.ts';
import { expectationAdjustedDistinct } from '../statistics/distinct-ngrams.ts';
import type { Audit, Json } from './audit.ts';
import { estimatedUpTo, quantityDetail } from './estimate.ts';
import { between, figure, unspacedNote, whole } from './wording.ts';

/** The lengths of which the score is the sum, and so the most that it can be. */
const LENGTHS_IN_SCORE = 4;

/** How many runs of words are different ones, among a fixed number of them. */
export const equalSizeNgrams: Audit<'equal-size-ngrams' | 'size'> = {
  id: 'equal-size-ngrams',
  title: 'Different runs of words at equal size',
  failureTitle: 'Different runs of words at equal size',
  explanation: {
    measures:
      'For runs of one to five words (n-grams), how many are different among 20,000 of them. They come from the first 150 words of distinct documents, which are taken in the order of their hashes, as good as by chance, until there are 20,000. Distinct-n is the share of different ones, and the n-gram diversity score is the sum of distinct-1 to distinct-4. Beside them stand the expectation-adjusted distinct-n, different / (V (1 - (1 - 1/V)^20,000)) with V = 50,000, and the entropy -Σ p ln p of the shares p of the n-grams, in nats. The intervals are a jackknife over 32 groups of documents, on the logit scale of the highest figure that is possible; what a group leaves free is filled from the documents that follow.',
    formula:
      'Sum of the shares of different n-grams for n = 1 to 4, among 20,000 each. A jackknife over 32 groups of documents gives the interval.',
    matters:
      'Text that repeats itself, within documents or between them, has fewer different runs. As every corpus is measured at one size, corpora of different sizes can be compared.',
    reading:
      'The score lies between 0 and 4. Fiction and news by many hands stand near 3, abstracts of one research field and manuals near 2.7, essays by language models on shared prompts near 2.3, licences and central-bank statements near 1.1. The number of documents does not move it, but shorter documents do, since more of them make up the sample, and so do language and subject. At this size distinct-4, distinct-5 and their entropies are near their highest for any varied corpus and say little. Exact copies do not count. The interval is that of a sample of this size, and does not shrink as the corpus grows.',
    moves:
      'Language and subject; short documents, of which more are needed. The size of the corpus does not move it.',
    silence:
      'Below 20,000 runs of four words outside the largest group: about 150 documents of 150 words are enough.',
    source:
      'Distinct-n: Li et al. 2016, A Diversity-Promoting Objective Function for Neural Conversation Models, arXiv:1510.03055. Score: Padmakumar and He 2024, Does Writing with Language Models Reduce Content Diversity?, arXiv:2309.05196. Expectation-adjusted: Liu et al. 2022, Rethinking and Refining the Distinct Metric, arXiv:2202.13587.',
  },
  needs: ['equal-size-ngrams', 'size'],
  audit({ 'equal-size-ngrams': value, size }) {
    const { score, byN, ngrams, windowWords, vocabulary } = value;
    if (score === null)
      return { outcome: 'not-applicable', reason: shortage(value.byN, ngrams, windowWords) };
    const quantity = estimatedUpTo(score, 'ratio', LENGTHS_IN_SCORE);
    return {
      outcome: 'informative',
      quantity,
      reason: `Among ${whole(ngrams)} runs of each length, the shares of different ones for one to four words add up to ${figure(quantity.value)} of ${LENGTHS_IN_SCORE}${between(quantity.interval)}, over ${whole(quantity.documents)} distinct documents.${unspacedNote(size.unspacedShare)}`,
      evidence: [],
      details: {
        ngrams,
        windowWords,
        vocabulary,
        score: quantityDetail(quantity),
        byN: Object.fromEntries(byN.map((row) => [row.n, rowOf(row, value)])),
      },
    };
  },
};

function shortage(byN: readonly EqualSizeNgrams[], ngrams: number, windowWords: number): string {
  const available = byN.find(({ n }) => n === LENGTHS_IN_SCORE)?.available ?? 0;
  return `The first ${windowWords} words of the distinct documents hold ${whole(available)} runs of four words when the largest of the 32 groups of documents is left out, as the interval asks for, and it takes ${whole(ngrams)}. About 150 documents of ${windowWords} words are enough.`;
}

function rowOf(row: EqualSizeNgrams, { ngrams, vocabulary }: EqualSizeNgramsValue): Json {
  const mostAdjusted = expectationAdjustedDistinct({ distinct: ngrams, total: ngrams }, vocabulary) ?? 1;
  return {
    distinctShare: detailUpTo(row.distinctShare, 1),
    adjusted: detailUpTo(row.adjusted, mostAdjusted),
    entropy: detailUpTo(row.entropy, Math.log(ngrams)),
  };
}

function detailUpTo(replicated: Replicated | null, most: number): Json {
  return replicated === null ? null : quantityDetail(estimatedUpTo(replicated, 'ratio', most));
}
