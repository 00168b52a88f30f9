import type { FrequencySpectrum } from '../statistics/frequency-spectrum.ts';
import type { Quantity } from '../statistics/quantity.ts';
import type { Audit } from './audit.ts';
import { estimatedDetail, sampledCountInterval } from './estimate.ts';
import { count, figure, percent, unspacedNote } from './wording.ts';

const SPECTRUM_HEAD = 10;

/** How many different words there are, and how many of them are rare. */
export const vocabulary: Audit<'vocabulary' | 'word-groups' | 'size'> = {
  id: 'vocabulary',
  title: 'Vocabulary',
  failureTitle: 'Vocabulary',
  explanation: {
    measures:
      'The number of different words (types), the share of them that occur once only (hapaxes), V(1) / V, and the head of the frequency spectrum: how many words occur once, twice, three times and so on. Beside the share stands that of the words to be expected in a random half of the documents, which has an interval from leaving out each of 32 groups of documents, on the logit scale.',
    formula:
      'Types V, and V(1) / V; the share in a random half of the documents has an interval, a jackknife over 32 groups of documents.',
    matters:
      'Rare words are the tail of a corpus, and the tail goes first when text is made from text. About half of the words of any large natural corpus occur once.',
    reading:
      'Both figures move with the size of the corpus, and a single one has no good or bad side: misspellings and serial numbers raise them as rare words do. Compare them with those of a corpus of equal size. The share of the whole corpus has no interval, since its jackknife is too wide; that of half of it has. The number of types has an interval only where it was estimated, which says nothing of another sample of documents: for that see the audit richness.',
    moves: 'The size of the corpus moves both. Misspellings, names and numbers raise them.',
    silence: 'Without a word. The share of half has no interval below five distinct documents.',
    source: 'Baayen 2001, Word Frequency Distributions, Kluwer.',
  },
  needs: ['vocabulary', 'word-groups', 'size'],
  audit({ vocabulary: { tokens, types, exact, spectrum, commonest }, 'word-groups': groups, size }) {
    if (tokens === 0) return { outcome: 'not-applicable', reason: 'There is not one word.' };
    const held = typesIn(spectrum);
    const hapaxes = typesIn(spectrum.filter((row) => row.frequency === 1));
    const hapaxShare = held === 0 ? 0 : hapaxes / held;
    const halfHapaxShare = estimatedDetail(groups.half.hapaxShare, 'share', 'logit');
    const plain: Quantity = { value: types, unit: 'types', documents: size.documents };
    const interval = exact ? null : sampledCountInterval(types, held);
    const about = exact ? '' : 'about ';
    return {
      outcome: 'informative',
      quantity: interval === null ? plain : { ...plain, interval },
      reason: `${count(tokens, 'word')} ${tokens === 1 ? 'is' : 'are'} ${about}${count(types, 'different one')}, and ${percent(hapaxShare)} of these occur once. One word in ${figure(tokens / types)} is new.${unspacedNote(size.unspacedShare)}`,
      evidence: [],
      details: {
        tokens,
        types,
        hapaxes: Math.round(hapaxShare * types),
        hapaxShare,
        halfHapaxShare,
        exact,
        heldTypes: held,
        spectrum: spectrum
          .slice(0, SPECTRUM_HEAD)
          .map(({ frequency, types: number }) => ({ frequency, types: number })),
        commonest: commonest.map((word) => ({ ...word })),
      },
    };
  },
};

function typesIn(rows: FrequencySpectrum): number {
  return rows.reduce((sum, row) => sum + row.types, 0);
}
