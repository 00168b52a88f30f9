import type { MeasureValues } from '../measures/registry.ts';
import type { Quantity } from '../statistics/quantity.ts';
import { CALIBRATION } from './calibration.ts';
import type { KnownCorpus } from './calibration-shape.ts';
import type { CauseFinding } from './causes.ts';
import { causesOf } from './causes.ts';
import { duplicateShare } from './exact-duplicates.ts';
import { homogeneity, scriptClass } from './homogeneity.ts';
import type { Level } from './level.ts';
import { levelOf } from './level.ts';
import { collapsedShare } from './near-duplicates.ts';
import type { Findings } from './runner.ts';
import { ENOUGH } from './thresholds.ts';
import type { Problems, Warning } from './warnings.ts';
import { warningsOf } from './warnings.ts';
import { isWordSalad, noiseShare } from './word-salad.ts';

export interface Verdict {
  readonly level: Level;
  /** Null below five documents. */
  readonly homogeneity: Quantity | null;
  /** Ids of the audits that decided the level. */
  readonly decidedBy: readonly string[];
  /** True where the index is not calibrated for the script of the corpus. */
  readonly provisional: boolean;
  /** Where corpora of known kinds stand, the least alike first. */
  readonly scale: readonly KnownCorpus[];
  /** Those first whose removal makes the index fall most. */
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
  const calibrated = CALIBRATION.index[scriptClass(values)] !== null;
  const salad = isWordSalad(values);
  const noise = noiseShare(values);
  const level = levelOfAll(values, index, { isOpaque: !calibrated || salad, noise });
  return {
    level,
    homogeneity: index,
    decidedBy: level === 'insufficient-data' ? [] : decidedBy(values, findings),
    provisional: !calibrated,
    scale: CALIBRATION.corpora,
    causes: causesOf(values, findings, level === 'narrowing' || level === 'monologic'),
    warnings: warningsOf({ values, problems, index, level, calibrated, salad, noise }),
  };
}

interface Reservations {
  /** Whether only copies can be told: by the script, or because words have no order. */
  readonly isOpaque: boolean;
  readonly noise: number;
}

/** One text in enough documents is one voice, however few its words. */
function levelOfAll(values: MeasureValues, index: Quantity | null, { isOpaque, noise }: Reservations): Level {
  const { documents, distinct } = values['exact-duplicates'];
  if (distinct === 1 && documents >= ENOUGH.documents && values.size.tokens > 0) return 'monologic';
  return isOpaque ? levelByCopies(values, index) : levelBesides(values, index, noise);
}

/** Noise looks diverse, so that a corpus with much of it may be called alike but not diverse. */
function levelBesides(values: MeasureValues, index: Quantity | null, noise: number): Level {
  const level = levelOf(values, index);
  return noise > 0 && level === 'heteroglossic' ? 'insufficient-data' : level;
}

/**
 * Without a scale for the script, and where words have no order, which looks diverse, copies alone can show that
 * documents are alike: what differs counts as unlike.
 */
function levelByCopies(values: MeasureValues, index: Quantity | null): Level {
  if (index === null) return 'insufficient-data';
  const copied = 100 * duplicateShare(values['exact-duplicates']).value;
  const level = levelOf(values, { ...index, interval: [copied, 100] });
  return level === 'heteroglossic' ? 'insufficient-data' : level;
}

function decidedBy(values: MeasureValues, findings: Findings): readonly string[] {
  const exact = duplicateShare(values['exact-duplicates']).value;
  const duplicates = exact > 0 ? ['exact-duplicates'] : [];
  const near = collapsedShare(values).value > exact ? ['near-duplicates'] : [];
  const compared = OF_INDEX.filter((id) => (findings[id]?.quantity ?? null) !== null);
  return [...duplicates, ...near, ...compared];
}
