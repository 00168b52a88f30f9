/** How often a word or phrase occurs in a corpus and in a reference corpus, and how large these are. */
export interface KeywordCounts {
  readonly count: number;
  readonly corpusSize: number;
  readonly referenceCount: number;
  readonly referenceSize: number;
}

/** In place of a count of 0, for which a ratio has no logarithm. */
const HALF_AN_OCCURRENCE = 0.5;

/**
 * G² of all four cells: occurrences and everything else, in the corpus and in the reference, against what equal
 * relative frequencies would give; 2 Σ O ln(O / E). From 0; under the null hypothesis, and for words that do not
 * come in bursts, it has the χ² distribution with one degree of freedom. It says how sure a difference is and not
 * how large: give the log ratio with it. Null if either corpus is empty.
 * Throws a RangeError for counts that are negative, not finite, or larger than their corpus.
 *
 * Dunning 1993, "Accurate methods for the statistics of surprise and coincidence".
 */
export function logLikelihoodRatio(counts: KeywordCounts): number | null {
  const expected = expectedCounts(counts);
  if (expected === null) return null;
  const { count, corpusSize, referenceCount, referenceSize } = counts;
  const sum =
    term(count, expected.count) +
    term(referenceCount, expected.referenceCount) +
    term(corpusSize - count, corpusSize - expected.count) +
    term(referenceSize - referenceCount, referenceSize - expected.referenceCount);
  return Math.max(0, 2 * sum);
}

/**
 * G² of the two cells of occurrences alone, as corpus linguistics has it: 2 (a ln(a / E1) + b ln(b / E2)).
 * Close to the four-cell value for rare words, and below it for frequent ones.
 * Null if either corpus is empty. Throws a RangeError as `logLikelihoodRatio` does.
 *
 * Rayson and Garside 2000, "Comparing corpora using frequency profiling".
 */
export function logLikelihoodRatioOfOccurrences(counts: KeywordCounts): number | null {
  const expected = expectedCounts(counts);
  if (expected === null) return null;
  const sum = term(counts.count, expected.count) + term(counts.referenceCount, expected.referenceCount);
  return Math.max(0, 2 * sum);
}

/**
 * The binary logarithm of how many times more frequent something is in the corpus than in the reference: 1 is twice
 * as frequent, -1 half as frequent. A count of 0 is taken for half an occurrence.
 * Null if either corpus is empty or there is no occurrence in either. Throws a RangeError as `logLikelihoodRatio` does.
 *
 * Hardie 2014, "Log Ratio: an informal introduction".
 */
export function logRatio(counts: KeywordCounts): number | null {
  if (expectedCounts(counts) === null || counts.count + counts.referenceCount === 0) return null;
  const own = (counts.count || HALF_AN_OCCURRENCE) / counts.corpusSize;
  const other = (counts.referenceCount || HALF_AN_OCCURRENCE) / counts.referenceSize;
  return Math.log2(own / other);
}

function expectedCounts(counts: KeywordCounts): Pick<KeywordCounts, 'count' | 'referenceCount'> | null {
  const { count, corpusSize, referenceCount, referenceSize } = counts;
  const possible =
    count >= 0 && count <= corpusSize && referenceCount >= 0 && referenceCount <= referenceSize;
  const size = corpusSize + referenceSize;
  if (!(possible && Number.isFinite(size))) throw new RangeError('counts lie between 0 and the finite sizes');
  if (corpusSize === 0 || referenceSize === 0) return null;
  const share = (count + referenceCount) / size;
  return { count: corpusSize * share, referenceCount: referenceSize * share };
}

function term(observed: number, expected: number): number {
  return observed === 0 ? 0 : observed * Math.log(observed / expected);
}
