/** Both one-sided cumulative sums, each 0 or more. */
export interface CusumState {
  readonly up: number;
  readonly down: number;
}

export const CUSUM_START: CusumState = { up: 0, down: 0 };

/**
 * One step of the tabular CUSUM: up = max(0, up + score - allowance), down = max(0, down - score - allowance).
 * Scores and allowance, often written k, are in standard deviations from the centre.
 *
 * Page 1954, "Continuous inspection schemes"; Montgomery, "Introduction to statistical quality control", 9.2 and 9.3.
 */
export function cusumStep({ up, down }: CusumState, score: number, allowance: number): CusumState {
  return { up: Math.max(0, up + score - allowance), down: Math.max(0, down - score - allowance) };
}

/** The sums after each score, from 0 on and without a restart at the limit. */
export function cusum(scores: readonly number[], allowance: number): readonly CusumState[] {
  let state = CUSUM_START;
  return scores.map((score) => {
    state = cusumStep(state, score, allowance);
    return state;
  });
}
