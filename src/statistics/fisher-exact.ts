/** How many of some cases have a mark. */
export interface MarkedCases {
  /** From 0 to `cases`. */
  readonly marked: number;
  readonly cases: number;
}

/** Tables this much likelier than the one seen count as equally likely: sums of logarithms are not exact. */
const TOLERANCE = 1e-7;

/**
 * The two-sided p-value that two samples have a mark alike often: the probability, with the marks of both together
 * given, of all tables that are no likelier than the one seen. From 0 to 1, and 1 where a sample is empty.
 * Throws a RangeError for numbers that are not whole or do not fit.
 *
 * Fisher 1934, Statistical Methods for Research Workers, 5th edition, § 21.02; two-sided as in Freeman and Halton 1951.
 */
export function fisherExact(first: MarkedCases, second: MarkedCases): number {
  for (const { marked, cases } of [first, second])
    if (!Number.isSafeInteger(marked) || !Number.isSafeInteger(cases) || marked < 0 || marked > cases)
      throw new RangeError('marked cases are a whole number from 0 to all cases');
  const marks = first.marked + second.marked;
  const lowest = Math.max(0, marks - second.cases);
  const highest = Math.min(marks, first.cases);
  const chances = tableChances(first.cases, second.cases, { marks, lowest, highest });
  const seen = chances[first.marked - lowest] ?? 0;
  let all = 0;
  let likely = 0;
  for (const chance of chances) {
    all += chance;
    if (chance <= seen * (1 + TOLERANCE)) likely += chance;
  }
  return Math.min(1, likely / all);
}

/** Chances of each number of marked cases in the first sample, relative to the likeliest. */
function tableChances(
  first: number,
  second: number,
  { marks, lowest, highest }: { readonly marks: number; readonly lowest: number; readonly highest: number },
): Float64Array {
  const chances = new Float64Array(highest - lowest + 1);
  const mode = Math.floor(((marks + 1) * (first + 1)) / (first + second + 2));
  const start = Math.min(highest, Math.max(lowest, mode));
  const ratio = (own: number): number =>
    ((marks - own) * (first - own)) / ((own + 1) * (second - marks + own + 1));
  chances[start - lowest] = 1;
  for (let own = start; own < highest; own++)
    chances[own + 1 - lowest] = (chances[own - lowest] as number) * ratio(own);
  for (let own = start - 1; own >= lowest; own--)
    chances[own - lowest] = (chances[own + 1 - lowest] as number) / ratio(own);
  return chances;
}
