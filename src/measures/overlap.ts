import type { Replicated } from './measure.ts';
import { sampleMeasure } from './measure.ts';
import type { NgramIncidence } from './ngram-incidence.ts';
import { ngramIncidence } from './ngram-incidence.ts';
import type { SharedPhrase } from './shared-phrases.ts';
import { sharedPhrases } from './shared-phrases.ts';

/** How much documents say the same as each other. */
export interface OverlapValue {
  /** Words at the beginning of each document that are compared; shorter documents are taken whole. */
  readonly windowWords: number;
  readonly byN: readonly NgramOverlap[];
  /** Share of a document's different 4-grams that another document has too. It grows with the corpus. */
  readonly sharedShare: number | null;
  /** The longest runs of words that most documents share, at most 10, the widest spread first. */
  readonly phrases: readonly SharedPhrase[];
}

export interface NgramOverlap {
  readonly n: number;
  /**
   * The chance, per million, that an n-gram drawn from one document and one drawn from another are the same:
   * Σ df(df - 1) / ((ΣS)² - ΣS²), S the different n-grams of a document. Null below two documents with n-grams.
   */
  readonly perMillion: Replicated | null;
}

const WINDOW_WORDS = 150;
const PHRASE_N = 4;
const LENGTHS = [2, 3, 4, 5];

export const overlap = sampleMeasure({
  kind: 'sample',
  id: 'overlap',
  version: 1,
  snapshot({ documents, groupSizes }): OverlapValue {
    let sharedShare: number | null = null;
    let phrases: readonly SharedPhrase[] = [];
    const byN = LENGTHS.map((n) => {
      const incidence = ngramIncidence(documents, n, WINDOW_WORDS);
      if (n === PHRASE_N) {
        sharedShare = shareShared(incidence);
        phrases = sharedPhrases(documents, incidence);
      }
      return { n, perMillion: perMillion(incidence, groupSizes) };
    });
    return { windowWords: WINDOW_WORDS, byN, sharedShare, phrases };
  },
});

function shareShared({ frequencies, shared, sizes }: NgramIncidence): number | null {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total === 0) return null;
  return frequencies.subarray(0, shared).reduce((sum, df) => sum + df, 0) / total;
}

/** Coincident and possible pairs of n-grams between documents. */
interface Pairs {
  readonly coincident: number;
  readonly size: number;
  readonly squares: number;
}

function perMillion(incidence: NgramIncidence, groupSizes: readonly number[]): Replicated | null {
  const { frequencies, shared, sizes, groups } = incidence;
  const occupied = sizes.filter((size) => size > 0).length;
  const all: Pairs = {
    coincident: frequencies.subarray(0, shared).reduce((sum, df) => sum + df * (df - 1), 0),
    size: sizes.reduce((sum, size) => sum + size, 0),
    squares: sizes.reduce((sum, size) => sum + size * size, 0),
  };
  const value = chance(all);
  if (value === null) return null;
  const members = groupSizes.map((): number[] => []);
  for (const [document, group] of groups.entries()) members[group]?.push(document);
  const inside = new Uint32Array(shared);
  const leaveOneOut = members.map((own) =>
    own.length === 0 ? null : chance(without(all, incidence, own, inside)),
  );
  return { value, leaveOneOut, documents: occupied };
}

/** Takes the documents of one group out of all pairs. `inside` is zero for each shared n-gram, before and after. */
function without(
  all: Pairs,
  incidence: NgramIncidence,
  members: readonly number[],
  inside: Uint32Array,
): Pairs {
  const { frequencies, shared, sizes } = incidence;
  let { size, squares, coincident } = all;
  for (const document of members) {
    const own = sizes[document] ?? 0;
    size -= own;
    squares -= own * own;
    for (const gram of incidence.gramsOf(document))
      if (gram < shared) inside[gram] = (inside[gram] as number) + 1;
  }
  for (const document of members)
    for (const gram of incidence.gramsOf(document)) {
      if (gram >= shared) continue;
      const gone = inside[gram] as number;
      inside[gram] = 0;
      const df = frequencies[gram] as number;
      coincident -= df * (df - 1) - (df - gone) * (df - gone - 1);
    }
  return { coincident, size, squares };
}

function chance({ coincident, size, squares }: Pairs): number | null {
  const possible = size * size - squares;
  return possible <= 0 ? null : (1e6 * coincident) / possible;
}
