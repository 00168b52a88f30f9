import type { Level } from '../../src/audits/level.ts';
import type { Quantity } from '../../src/statistics/quantity.ts';

/** What the program says of a corpus or of a part of it. */
export interface Judged {
  readonly documents: number;
  readonly index: Quantity;
  readonly level: Level;
}

type HalvesPair = readonly [first: Judged, second: Judged];

/** A corpus, its random halves and quarters, and its documents cut after so many words. */
export interface JudgedCorpus {
  readonly name: string;
  readonly whole: Judged;
  readonly halves: readonly HalvesPair[];
  readonly quarters: readonly Judged[];
  readonly cut: readonly Judged[];
}

/** Counts of what held, of what was tried. */
export interface Steadiness {
  readonly pairs: number;
  /** Pairs of halves whose 95 % interval of the difference holds 0. */
  readonly alike: number;
  readonly twoSteps: number;
  /** Pairs of halves of one level. */
  readonly sameLevel: number;
  /** Pairs where the index of the whole lies further from both marks of the levels than either interval is wide. */
  readonly clear: number;
  /** Those of them that are of one level. */
  readonly clearAlike: number;
  readonly parts: number;
  /** Halves and quarters whose interval holds the index of the whole. */
  readonly holding: number;
  /** The greatest distance in points between the whole and a half or quarter of 150 documents or more; null without one. */
  readonly farthest: number | null;
}

const STEPS: readonly Level[] = ['heteroglossic', 'narrowing', 'monologic'];
/** Documents from which a part must be within five points of the whole. */
const ENOUGH_DOCUMENTS = 150;

/** `marks` are the points at which levels change. */
export function steadinessOf(
  { whole, halves, quarters }: JudgedCorpus,
  marks: readonly number[],
): Steadiness {
  const parts = [...halves.map(([first]) => first), ...quarters];
  const steps = halves.map(stepsApart);
  const clear = halves.filter((pair) => isClear(whole.index.value, pair, marks));
  const distances = parts
    .filter(({ documents }) => documents >= ENOUGH_DOCUMENTS)
    .map(({ index }) => Math.abs(index.value - whole.index.value));
  return {
    pairs: halves.length,
    alike: halves.filter(([a, b]) => differenceHoldsZero(a.index, b.index)).length,
    twoSteps: steps.filter((step) => step > 1).length,
    sameLevel: steps.filter((step) => step === 0).length,
    clear: clear.length,
    clearAlike: clear.filter((pair) => stepsApart(pair) === 0).length,
    parts: parts.length,
    holding: parts.filter(({ index }) => holds(index, whole.index.value)).length,
    farthest: distances.length === 0 ? null : Math.max(...distances),
  };
}

export function pooled(all: readonly Steadiness[]): Steadiness {
  const sum = (of: (one: Steadiness) => number): number => all.reduce((total, one) => total + of(one), 0);
  const farthest = all.flatMap((one) => one.farthest ?? []);
  return {
    pairs: sum(({ pairs }) => pairs),
    alike: sum(({ alike }) => alike),
    twoSteps: sum(({ twoSteps }) => twoSteps),
    sameLevel: sum(({ sameLevel }) => sameLevel),
    clear: sum(({ clear }) => clear),
    clearAlike: sum(({ clearAlike }) => clearAlike),
    parts: sum(({ parts }) => parts),
    holding: sum(({ holding }) => holding),
    farthest: farthest.length === 0 ? null : Math.max(...farthest),
  };
}

function stepsApart([first, second]: HalvesPair): number {
  return Math.abs(STEPS.indexOf(first.level) - STEPS.indexOf(second.level));
}

function isClear(value: number, pair: HalvesPair, marks: readonly number[]): boolean {
  const width = 2 * Math.max(...pair.map(({ index }) => halfWidth(index)));
  return marks.every((mark) => Math.abs(value - mark) > width);
}

function differenceHoldsZero(a: Quantity, b: Quantity): boolean {
  return Math.abs(a.value - b.value) <= Math.hypot(halfWidth(a), halfWidth(b));
}

function halfWidth({ value, interval = [value, value] }: Quantity): number {
  return (interval[1] - interval[0]) / 2;
}

function holds({ interval }: Quantity, value: number): boolean {
  return interval !== undefined && interval[0] <= value && value <= interval[1];
}
