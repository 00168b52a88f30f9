import type { Audit } from './audit.ts';
import { crossDocumentOverlap } from './cross-document-overlap.ts';
import { documentLength } from './document-length.ts';
import { documentRules } from './document-rules.ts';
import { exactDuplicates } from './exact-duplicates.ts';
import { loops } from './loops.ts';
import { ngramDiversity } from './ngram-diversity.ts';
import { repeatedIdentifiers } from './repeated-identifiers.ts';
import { repetition } from './repetition.ts';
import { uniformRhythm } from './uniform-rhythm.ts';
import { vocabulary } from './vocabulary.ts';

/** Every audit by its id, in the order of the report. Adding one is a file and a line here. */
export const AUDITS = {
  'exact-duplicates': exactDuplicates,
  'cross-document-overlap': crossDocumentOverlap,
  'uniform-rhythm': uniformRhythm,
  repetition,
  loops,
  'document-rules': documentRules,
  vocabulary,
  'ngram-diversity': ngramDiversity,
  'document-length': documentLength,
  'repeated-identifiers': repeatedIdentifiers,
} as const satisfies Readonly<Record<string, Audit>>;
