import { compression } from '../../src/audits/compression.ts';
import { crossDocumentOverlap } from '../../src/audits/cross-document-overlap.ts';
import { documentLength } from '../../src/audits/document-length.ts';
import { equalSizeNgrams } from '../../src/audits/equal-size-ngrams.ts';
import { frequencyDistribution } from '../../src/audits/frequency-distribution.ts';
import { hillNumbers } from '../../src/audits/hill-numbers.ts';
import { homogeneity } from '../../src/audits/homogeneity.ts';
import { lexicalDiversity } from '../../src/audits/lexical-diversity.ts';
import { pairSimilarity } from '../../src/audits/pair-similarity.ts';
import { repetition } from '../../src/audits/repetition.ts';
import { richness } from '../../src/audits/richness.ts';
import { sampleCoverage } from '../../src/audits/sample-coverage.ts';
import { selfRepetition } from '../../src/audits/self-repetition.ts';
import { sharedEndings } from '../../src/audits/shared-endings.ts';
import { sharedOpenings } from '../../src/audits/shared-openings.ts';
import { uniformRhythm } from '../../src/audits/uniform-rhythm.ts';
import { vocabulary } from '../../src/audits/vocabulary.ts';
import { vocabularyEvenness } from '../../src/audits/vocabulary-evenness.ts';
import type { StudiedValues } from './drawn-values.ts';

/** A number of a report with the interval that stands beside it. */
export interface Figure {
  /** The audit, and where its details have the number. */
  readonly name: string;
  readonly value: number;
  readonly interval: readonly [low: number, high: number] | null;
}

const AUDITS = [
  crossDocumentOverlap,
  uniformRhythm,
  repetition,
  pairSimilarity,
  sharedOpenings,
  sharedEndings,
  vocabulary,
  richness,
  sampleCoverage,
  hillNumbers,
  vocabularyEvenness,
  frequencyDistribution,
  lexicalDiversity,
  equalSizeNgrams,
  selfRepetition,
  compression,
  documentLength,
] as const;

/** Every number with an interval that the audits of these values show, as a report has it. */
export function figuresOf(values: StudiedValues): readonly Figure[] {
  const index = homogeneity(values);
  const figures = AUDITS.flatMap((audit) => {
    const outcome = audit.audit(values);
    if (!('quantity' in outcome)) return [];
    return [...figuresIn(outcome.quantity, audit.id), ...figuresIn(outcome.details, audit.id)];
  });
  return [...(index === null ? [] : figuresIn(index, 'homogeneity')), ...figures];
}

/** Goes through an outcome, or what a report has of one. A number below another of the same name is the same. */
export function figuresIn(found: unknown, name: string): readonly Figure[] {
  if (typeof found !== 'object' || found === null) return [];
  const fields = new Map<string, unknown>(Object.entries(found));
  const value = fields.get('value');
  if (typeof value === 'number' && (fields.has('interval') || fields.has('unit')))
    return [{ name, value, interval: intervalOf(fields.get('interval')) }];
  return [...fields].flatMap(([key, inner]) => {
    const interval = fields.get(`${key}Interval`);
    if (typeof inner === 'number' && interval !== undefined)
      return [{ name: `${name} ${key}`, value: inner, interval: intervalOf(interval) }];
    return figuresIn(inner, `${name} ${keyOf(key, inner)}`);
  });
}

function intervalOf(interval: unknown): Figure['interval'] {
  if (!Array.isArray(interval)) return null;
  const [low, high]: readonly unknown[] = interval;
  return typeof low === 'number' && typeof high === 'number' ? [low, high] : null;
}

/** Rows are known by their size, not by their place. */
function keyOf(key: string, inner: unknown): string {
  if (typeof inner !== 'object' || inner === null || !('size' in inner)) return key;
  return String(inner.size);
}
