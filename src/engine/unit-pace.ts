/** Units are at least this share of the usual size. */
const LEAST_SHARE = 1 / 64;
/** A unit is at most this share of what was planned before it: what it starts without knowing costs it little. */
const GROWTH = 1 / 2;
/** A unit is at most this share of what is left, so that all threads end together. */
const LEFT_SHARE = 1 / 6;

/**
 * How large the next unit should be. The first are small, because the limits of full tables, which make counting
 * cheap, are known only from what was counted before; so are the last. It depends on the inputs alone.
 */
export interface UnitPace {
  /** Stored bytes of the units so far. */
  planned: number;
  /** Bytes of the next unit. */
  next(): number;
}

export function createPace({
  unitBytes,
  totalBytes,
}: {
  readonly unitBytes: number;
  readonly totalBytes: number | null;
}): UnitPace {
  const pace: UnitPace = {
    planned: 0,
    next() {
      const left = totalBytes === null ? Number.POSITIVE_INFINITY : totalBytes - pace.planned;
      const most = Math.min(unitBytes, pace.planned * GROWTH, left * LEFT_SHARE);
      return Math.ceil(Math.max(unitBytes * LEAST_SHARE, most));
    },
  };
  return pace;
}
