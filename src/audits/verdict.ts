import type { MeasureValues } from '../measures/registry.ts';
import type { Quantity } from '../statistics/quantity.ts';
import type { CauseFinding } from './causes.ts';
import { causesOf } from './causes.ts';
import { duplicateShare } from './exact-duplicates.ts';
import { homogeneity } from './homogeneity.ts';
import { collapsedShare } from './near-duplicates.ts';
import type { Findings } from './runner.ts';
import { ENOUGH, LEVELS, PROVISIONAL } from './thresholds.ts';
import type { Problems, Warning } from './warnings.ts';
import { warningsOf } from './warnings.ts';

export type Level = 'heteroglossic' | 'narrowing' | 'monologic' | 'insufficient-data';

export interface Verdict {
  readonly level: Level;
  /** Null below five documents. */
  readonly homogeneity: Quantity | null;
  /** Ids of the audits that decided the level. */
  readonly decidedBy: readonly string[];
  /** True while thresholds are not calibrated on labelled corpora. */
  readonly provisional: boolean;
  /** Strongest first. */
  readonly causes: readonly CauseFinding[];
  readonly warnings: readonly Warning[];
}

export interface VerdictInput {
  readonly values: MeasureValues;
  readonly findings: Findings;
  /** What was wrong with the data, by code. */
  readonly problems: Problems;
}

/** The audits whose statistics make up the index. */
const OF_INDEX = ['cross-document-overlap', 'uniform-rhythm'] as const;

/** Puts the findings together: the level, why, and what to keep in mind. */
export function judge({ values, findings, problems }: VerdictInput): Verdict {
  const index = homogeneity(values);
  const level = levelOf(values, index);
  return {
    level,
    homogeneity: index,
    decidedBy: level === 'insufficient-data' ? [] : decidedBy(values, findings),
    provisional: PROVISIONAL,
    causes: causesOf(findings, level === 'narrowing' || level === 'monologic'),
    warnings: warningsOf({ values, problems, withheld: level === 'insufficient-data' }),
  };
}

/**
 * The level follows from the homogeneity index alone, and from the lower end of its 95 % interval rather than from
 * its value: a corpus is called narrowing or monologic only when even the least alike reading of it reaches that
 * mark. Everything else is heteroglossic: nothing worse was shown.
 *
 * Below 20 documents or 2,000 words, or without an interval, there is too little data for a level.
 */
function levelOf({ size }: MeasureValues, index: Quantity | null): Level {
  const low = index?.interval?.[0];
  if (size.documents < ENOUGH.documents || size.tokens < ENOUGH.tokens || low === undefined)
    return 'insufficient-data';
  if (low >= LEVELS.monologic) return 'monologic';
  return low >= LEVELS.narrowing ? 'narrowing' : 'heteroglossic';
}

function decidedBy(values: MeasureValues, findings: Findings): readonly string[] {
  const exact = duplicateShare(values['exact-duplicates']).value;
  const duplicates = exact > 0 ? ['exact-duplicates'] : [];
  const near = collapsedShare(values).value > exact ? ['near-duplicates'] : [];
  const compared = OF_INDEX.filter((id) => (findings[id]?.quantity ?? null) !== null);
  return [...duplicates, ...near, ...compared];
}
