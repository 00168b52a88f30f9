export type Unit =
  | 'documents'
  | 'tokens'
  | 'types'
  | 'share'
  | 'per-million'
  | 'ratio'
  | 'points'
  | 'tokens-per-sentence';

/** A number that can be read alone: with its unit, its interval and the documents behind it. */
export interface Quantity {
  readonly value: number;
  readonly unit: Unit;
  /** The 95 % interval, absent for exact counts and where none can be had. */
  readonly interval?: readonly [low: number, high: number];
  readonly documents: number;
}
