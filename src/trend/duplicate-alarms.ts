import { fisherExact } from '../statistics/fisher-exact.ts';
import type { Quantity } from '../statistics/quantity.ts';
import type { RunningMoments } from '../statistics/self-starting-score.ts';
import { NO_MOMENTS, selfStartingScore, withValue } from '../statistics/self-starting-score.ts';
import type { Observation } from './chart.ts';
import { CHART_LIMITS } from './chart-limits.ts';

/** Fisher's test walks through tables, so that larger numbers are scaled down, which only makes it more cautious. */
const MOST_CASES = 5_000;

export interface DuplicateSignal {
  readonly place: number;
  readonly value: number;
  /** The share of copies in the points before. */
  readonly centre: number;
  readonly chance: number;
}

interface Earlier {
  readonly copies: number;
  readonly documents: number;
  /** Of the arcsine of the root of each point's share, on which shares scatter alike wherever they lie. */
  readonly moments: RunningMoments;
}

/**
 * Points that hold more copies than those before: by Fisher's exact test against all earlier points together, because
 * shares of copies are mostly 0 and have no spread to be judged by; where eight earlier points are there, by their
 * spread too, for copies come in clusters. Only a rise by five documents in a hundred is told.
 */
export function duplicateSignals(observations: readonly Observation[]): readonly DuplicateSignal[] {
  const signals: DuplicateSignal[] = [];
  let earlier: Earlier = { copies: 0, documents: 0, moments: NO_MOMENTS };
  for (const [place, { quantity, isTested }] of observations.entries()) {
    if (quantity === null || !isTested) continue;
    const signal = signalOf(earlier, quantity, place);
    if (signal === null) earlier = withPoint(earlier, quantity);
    else signals.push(signal);
  }
  return signals;
}

function signalOf(
  { copies, documents, moments }: Earlier,
  quantity: Quantity,
  place: number,
): DuplicateSignal | null {
  const { value } = quantity;
  if (documents === 0) return null;
  const centre = copies / documents;
  if (value < centre + CHART_LIMITS.duplicateRise) return null;
  const chance = fisherExact(scaled(value, quantity.documents), scaled(centre, documents));
  if (chance > CHART_LIMITS.duplicateChance) return null;
  return isWithinSpread(moments, value) ? null : { place, value, centre, chance };
}

const ENOUGH_POINTS = 8;

function isWithinSpread(moments: RunningMoments, value: number): boolean {
  if (moments.count < ENOUGH_POINTS) return false;
  const score = selfStartingScore(moments, arcsine(value), 0);
  return score !== null && score < CHART_LIMITS.jump;
}

function withPoint({ copies, documents, moments }: Earlier, { value, documents: own }: Quantity): Earlier {
  return {
    copies: copies + value * own,
    documents: documents + own,
    moments: withValue(moments, arcsine(value)),
  };
}

function arcsine(share: number): number {
  return Math.asin(Math.sqrt(Math.min(1, Math.max(0, share))));
}

function scaled(share: number, documents: number): { readonly marked: number; readonly cases: number } {
  const cases = Math.min(MOST_CASES, Math.round(documents));
  return { marked: Math.min(cases, Math.round(share * cases)), cases };
}
