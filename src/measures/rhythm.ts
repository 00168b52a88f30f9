import { GROUPS } from '../sketches/replicate-group.ts';
import type { Replicated } from './measure.ts';
import { sampleMeasure } from './measure.ts';

/** How much sentences differ in length. */
export interface RhythmValue {
  readonly sentences: number;
  /** Words to a sentence, on average. Null without a sentence. */
  readonly meanLength: Replicated | null;
  /** Standard deviation of sentence length over its mean. Null below two sentences. */
  readonly variation: Replicated | null;
}

/** Counts, sums and sums of squares of sentence lengths. */
interface Moments {
  readonly count: number;
  readonly sum: number;
  readonly squares: number;
}

const NONE: Moments = { count: 0, sum: 0, squares: 0 };

export const rhythm = sampleMeasure({
  kind: 'sample',
  id: 'rhythm',
  version: 1,
  snapshot({ documents, groupSizes }): RhythmValue {
    const groups = Array.from({ length: GROUPS }, () => NONE);
    for (const document of documents)
      groups[document.group] = add(groups[document.group] ?? NONE, momentsOf(document.sentenceLengths), 1);
    const all = groups.reduce((sum, group) => add(sum, group, 1), NONE);
    const replicated = (statistic: (moments: Moments) => number | null): Replicated | null => {
      const value = statistic(all);
      if (value === null) return null;
      const leaveOneOut = groups.map((group, index) =>
        groupSizes[index] === 0 ? null : statistic(add(all, group, -1)),
      );
      return { value, leaveOneOut, documents: documents.length };
    };
    return { sentences: all.count, meanLength: replicated(mean), variation: replicated(variation) };
  },
});

function momentsOf(lengths: readonly number[]): Moments {
  let sum = 0;
  let squares = 0;
  for (const length of lengths) {
    sum += length;
    squares += length * length;
  }
  return { count: lengths.length, sum, squares };
}

function add(a: Moments, b: Moments, sign: 1 | -1): Moments {
  return {
    count: a.count + sign * b.count,
    sum: a.sum + sign * b.sum,
    squares: a.squares + sign * b.squares,
  };
}

function mean({ count, sum }: Moments): number | null {
  return count === 0 ? null : sum / count;
}

function variation({ count, sum, squares }: Moments): number | null {
  if (count < 2 || sum === 0) return null;
  const variance = Math.max(0, (squares - (sum * sum) / count) / (count - 1));
  return Math.sqrt(variance) / (sum / count);
}
