import type { WordDrift } from '../compare/comparison.ts';
import type { Interval } from '../statistics/jackknife.ts';
import type { Quantity } from '../statistics/quantity.ts';

/**
 * What a series knows of one of its points: figures alone, as plain JSON, so that a history can keep them and no corpus
 * or profile is needed to follow it.
 */
export interface SeriesPoint {
  /** Of the input, or of the period: `2026-W12`, `2026-03`. */
  readonly name: string;
  /** First day of the period, `YYYY-MM-DD`; null where points are not dated, and follow in the order given. */
  readonly date: string | null;
  readonly documents: number;
  readonly distinctDocuments: number;
  readonly tokens: number;
  readonly level: 'heteroglossic' | 'narrowing' | 'monologic' | 'insufficient-data';
  readonly homogeneity: Quantity | null;
  /** Narrowing against the baseline, above 0 where the point is more alike or has lost more of the tail; null where none can be had. */
  readonly change: { readonly value: number; readonly interval: Interval | null } | null;
  /** By id of the measure: the figures that charts follow. */
  readonly figures: Readonly<Record<string, Quantity>>;
  /** Words that rose or fell beyond chance against the baseline; null where that was not looked at. */
  readonly wordDrift: WordDrift | null;
  /** Points of another plan are drawn and never tested. */
  readonly planDigest: string;
  /** What is seen in the point and would explain an alarm: quotes, documents and sources. */
  readonly evidence?: readonly PointEvidence[];
}

/** What stands behind an alarm of a kind. */
export interface PointEvidence {
  readonly kind: 'narrowing' | 'duplicates' | 'word-drift';
  readonly summary: string;
  readonly quotes: readonly string[];
  /** Ids of documents, and names of sources. */
  readonly documents: readonly string[];
  readonly sources: readonly string[];
}
