import type { ComparisonVerdict, Direction } from '../compare/comparison.ts';

const DIRECTION_SENTENCES: Readonly<Record<Direction, string>> = {
  narrowed: 'Narrowed: the new version is more alike than the baseline, or has lost more of its rare words.',
  unchanged: 'Unchanged: the new version is no more and no less alike than the baseline, beyond chance.',
  widened: 'Widened: the new version is less alike than the baseline.',
  'insufficient-data': 'Insufficient data: what is here allows no direction.',
};

const ADVICE: Readonly<Record<Direction, string>> = {
  narrowed:
    'Do not replace the baseline by this version before the causes are looked into: take out what the first of them quotes and compare again, or add the new documents to the old ones.',
  unchanged: 'Nothing needs to be done. A change smaller than the one named above may have passed unseen.',
  widened: 'Nothing speaks against this version. Look whether what was added belongs to the dataset.',
  'insufficient-data': 'Compare larger versions, or parts of one language, as the notes say.',
};

/** The direction in one plain sentence. */
export function directionSentence({ direction }: Pick<ComparisonVerdict, 'direction'>): string {
  return DIRECTION_SENTENCES[direction];
}

/** What to do with the new version. */
export function adviceSentence({ direction }: Pick<ComparisonVerdict, 'direction'>): string {
  return ADVICE[direction];
}

/** Where the points come from, empty where they are not known. */
export function partsSentence({ narrowing }: Pick<ComparisonVerdict, 'narrowing'>): string {
  if (narrowing === null) return '';
  const index = `${narrowing.homogeneity.toFixed(1)} points from the homogeneity index`;
  const tail = narrowing.tail > 0 ? ` and ${narrowing.tail.toFixed(1)} from rare words that were lost` : '';
  return `Of these, ${index}${tail}; the scale runs from 0 (many unrelated hands) to 100 (every document the same).`;
}
