import type { Audit } from './audit.ts';
import { boilerplate } from './boilerplate.ts';
import { compression } from './compression.ts';
import { crossDocumentOverlap } from './cross-document-overlap.ts';
import { documentLength } from './document-length.ts';
import { documentRules } from './document-rules.ts';
import { dominantSource } from './dominant-source.ts';
import { equalSizeNgrams } from './equal-size-ngrams.ts';
import { exactDuplicates } from './exact-duplicates.ts';
import { frequencyDistribution } from './frequency-distribution.ts';
import { hillNumbers } from './hill-numbers.ts';
import { languages } from './languages.ts';
import { lexicalDiversity } from './lexical-diversity.ts';
import { loops } from './loops.ts';
import { narrowVocabulary } from './narrow-vocabulary.ts';
import { nearDuplicates } from './near-duplicates.ts';
import { ngramDiversity } from './ngram-diversity.ts';
import { pairSimilarity } from './pair-similarity.ts';
import { phraseConcentration } from './phrase-concentration.ts';
import { repeatedIdentifiers } from './repeated-identifiers.ts';
import { repetition } from './repetition.ts';
import { richness } from './richness.ts';
import { sampleCoverage } from './sample-coverage.ts';
import { selfRepetition } from './self-repetition.ts';
import { sharedEndings } from './shared-endings.ts';
import { sharedOpenings } from './shared-openings.ts';
import { stems } from './stems.ts';
import { syntaxTemplates } from './syntax-templates.ts';
import { tailSurvival } from './tail-survival.ts';
import { templates } from './templates.ts';
import { uniformRhythm } from './uniform-rhythm.ts';
import { vocabulary } from './vocabulary.ts';
import { vocabularyEvenness } from './vocabulary-evenness.ts';

/** Every audit by its id, in the order of the report. Adding one is a file and a line here. */
export const AUDITS = {
  'exact-duplicates': exactDuplicates,
  'near-duplicates': nearDuplicates,
  boilerplate,
  templates,
  'cross-document-overlap': crossDocumentOverlap,
  'uniform-rhythm': uniformRhythm,
  repetition,
  'narrow-vocabulary': narrowVocabulary,
  'dominant-source': dominantSource,
  'pair-similarity': pairSimilarity,
  'phrase-concentration': phraseConcentration,
  'shared-openings': sharedOpenings,
  'shared-endings': sharedEndings,
  'syntax-templates': syntaxTemplates,
  loops,
  'document-rules': documentRules,
  vocabulary,
  richness,
  'sample-coverage': sampleCoverage,
  'tail-survival': tailSurvival,
  stems,
  'hill-numbers': hillNumbers,
  'vocabulary-evenness': vocabularyEvenness,
  'frequency-distribution': frequencyDistribution,
  'ngram-diversity': ngramDiversity,
  'lexical-diversity': lexicalDiversity,
  'equal-size-ngrams': equalSizeNgrams,
  'self-repetition': selfRepetition,
  compression,
  'document-length': documentLength,
  languages,
  'repeated-identifiers': repeatedIdentifiers,
} as const satisfies Readonly<Record<string, Audit>>;
