/**
 * The lag-1 autocorrelation of numbers that follow each other in documents, such as the lengths of sentences, over
 * all pairs of neighbours (x, y) of which both are in the same document:
 * Σ (x - m)(y - m) / ½ Σ ((x - m)² + (y - m)²), where m is the mean of all numbers.
 * From -1, strict alternation, to 1, no change within documents; 0 for an order by chance in long documents.
 * Null without a pair, and where the numbers in pairs are all equal to the mean.
 *
 * The sum of squares is over the same pairs as that of products (Fisher 1925, "Statistical methods for research
 * workers", § 38, intraclass correlation), and not over all numbers as in time-series analysis: so many short
 * documents, which have fewer pairs than numbers, do not look less correlated than one long one.
 * Numbers must be finite, and so must their squares; a document may be empty.
 * Throws a RangeError for others.
 */
export function autocorrelation(documents: readonly ArrayLike<number>[]): number | null {
  const mean = pooledMean(documents);
  let products = 0;
  let squares = 0;
  for (const numbers of documents) {
    for (let index = 1; index < numbers.length; index += 1) {
      const first = (numbers[index - 1] ?? 0) - mean;
      const second = (numbers[index] ?? 0) - mean;
      products += first * second;
      squares += (first * first + second * second) / 2;
    }
  }
  if (!Number.isFinite(squares)) throw new RangeError('the squares of the numbers are finite');
  return squares === 0 ? null : Math.max(-1, Math.min(1, products / squares));
}

function pooledMean(documents: readonly ArrayLike<number>[]): number {
  let sum = 0;
  let count = 0;
  for (const numbers of documents) {
    for (let index = 0; index < numbers.length; index += 1) sum += numbers[index] ?? 0;
    count += numbers.length;
  }
  if (!Number.isFinite(sum)) throw new RangeError('only finite numbers have an autocorrelation');
  return count === 0 ? 0 : sum / count;
}
