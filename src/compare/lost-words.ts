import type { LostWord } from '../audits/reference-tail.ts';
import type { GroupedVocabulary } from '../profile/grouped-vocabulary.ts';
import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts';
import type { AlignedVocabularies } from './aligned-vocabularies.ts';
import { BANDS } from './survival-sums.ts';

/** What was lost: how many words, and those that tell most. */
export interface LostWords {
  readonly lost: number;
  readonly words: readonly LostWord[];
}

/** The greatest adjusted chance at which a word counts as lost. */
const LEVEL = 0.05;
const MOST_WORDS = 20;
/** Rare types are banded in half of the reference, and so may occur twice as often in all of it. */
const MOST_TOKENS = 2 * (BANDS.at(-1)?.to ?? 0);

/**
 * The rare words of the reference that no document of the corpus has, though it is large enough to have had them.
 * Of a word in d documents of the reference and none of the corpus the chance, if both used it alike, is
 * (R / (R + C))^d with R and C the tokens of both: the documents that have it fall to one side or the other as the
 * tokens do. The chances are adjusted for all rare words by Benjamini and Hochberg (1995), at a level of 5 %.
 * In the order of evidence: most documents first, then most tokens, then by hash. At most 20.
 */
export function lostWords(both: AlignedVocabularies, reference: GroupedVocabulary): LostWords {
  const tokens = sumOf(both.reference.tokens);
  const own = sumOf(both.corpus.tokens);
  if (tokens === 0 || own === 0) return { lost: 0, words: [] };
  const counts = tokensOf(reference, both.types);
  const rare = Array.from(counts.keys()).filter((type) => (counts[type] ?? 0) <= MOST_TOKENS);
  const documentsOf = (type: number): number => both.reference.frequencies[type] ?? 0;
  const chances = rare.map((type) =>
    (both.corpus.frequencies[type] ?? 0) > 0 ? 1 : (tokens / (tokens + own)) ** documentsOf(type),
  );
  const adjusted = benjaminiHochberg(chances);
  const lost = rare
    .map((type, place) => ({ type, adjustedP: adjusted[place] ?? 1 }))
    .filter(({ adjustedP }) => adjustedP <= LEVEL)
    .toSorted(
      (a, b) =>
        documentsOf(b.type) - documentsOf(a.type) ||
        (counts[b.type] ?? 0) - (counts[a.type] ?? 0) ||
        a.type - b.type,
    );
  return {
    lost: lost.length,
    words: lost.slice(0, MOST_WORDS).map(({ type, adjustedP }) => ({
      word: reference.wordOf(type),
      count: counts[type] ?? 0,
      documents: documentsOf(type),
      expectedDocuments: (documentsOf(type) / tokens) * own,
      adjustedP,
    })),
  };
}

function tokensOf({ starts, counts }: GroupedVocabulary, types: number): Float64Array {
  return Float64Array.from({ length: types }, (_, type) =>
    sumOf(counts.subarray(starts[type] ?? 0, starts[type + 1] ?? 0)),
  );
}

function sumOf(numbers: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < numbers.length; index++) sum += numbers[index] ?? 0;
  return sum;
}
