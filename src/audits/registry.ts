import type { Audit } from './audit.ts';
import { crossDocumentOverlap } from './cross-document-overlap.ts';
import { documentLength } from './document-length.ts';
import { exactDuplicates } from './exact-duplicates.ts';
import { frequencyDistribution } from './frequency-distribution.ts';
import { hillNumbers } from './hill-numbers.ts';
import { ngramDiversity } from './ngram-diversity.ts';
import { repeatedIdentifiers } from './repeated-identifiers.ts';
import { repetition } from './repetition.ts';
import { richness } from './richness.ts';
import { sampleCoverage } from './sample-coverage.ts';
import { uniformRhythm } from './uniform-rhythm.ts';
import { vocabulary } from './vocabulary.ts';
import { vocabularyEvenness } from './vocabulary-evenness.ts';

/** Every audit by its id, in the order of the report. Adding one is a file and a line here. */
export const AUDITS = {
  'exact-duplicates': exactDuplicates,
  'cross-document-overlap': crossDocumentOverlap,
  'uniform-rhythm': uniformRhythm,
  repetition,
  vocabulary,
  richness,
  'sample-coverage': sampleCoverage,
  'hill-numbers': hillNumbers,
  'vocabulary-evenness': vocabularyEvenness,
  'frequency-distribution': frequencyDistribution,
  'ngram-diversity': ngramDiversity,
  'document-length': documentLength,
  'repeated-identifiers': repeatedIdentifiers,
} as const satisfies Readonly<Record<string, Audit>>;
