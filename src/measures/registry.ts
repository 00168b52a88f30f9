import { boilerplate } from './boilerplate.ts';
import { collapseEffect } from './collapse-effect.ts';
import { compression } from './compression.ts';
import { copiedTexts } from './copied-texts.ts';
import { counterfactuals } from './counterfactuals.ts';
import { documentRules } from './document-rules.ts';
import { edges } from './edges.ts';
import { equalSizeNgrams } from './equal-size-ngrams.ts';
import { exactDuplicates } from './exact-duplicates.ts';
import { identifiers } from './identifiers.ts';
import { languages } from './languages.ts';
import { largeSlices } from './large-slices.ts';
import { lexicalDiversity } from './lexical-diversity.ts';
import { loops } from './loops.ts';
import type { CountMeasure, Measure, SampleMeasure, SignatureMeasure } from './measure.ts';
import { nearDuplicates } from './near-duplicates.ts';
import { ngramDiversity } from './ngram-diversity.ts';
import { overlap } from './overlap.ts';
import { pairSimilarity } from './pair-similarity.ts';
import { passages } from './passages.ts';
import { phraseConcentration } from './phrase-concentration.ts';
import { repetition } from './repetition.ts';
import { rhythm } from './rhythm.ts';
import { selfRepetition } from './self-repetition.ts';
import { size } from './size.ts';
import { slices } from './slices.ts';
import { stems } from './stems.ts';
import { syntaxTemplates } from './syntax-templates.ts';
import { templates } from './templates.ts';
import { vocabulary } from './vocabulary.ts';
import { wordEvenness } from './word-evenness.ts';
import { wordGroups } from './word-groups.ts';
import { wordOrder } from './word-order.ts';

/** Every measure, by its id. Adding one is a file and a line here. */
export const MEASURES = {
  size,
  vocabulary,
  'ngram-diversity': ngramDiversity,
  'exact-duplicates': exactDuplicates,
  'near-duplicates': nearDuplicates,
  'collapse-effect': collapseEffect,
  'copied-texts': copiedTexts,
  identifiers,
  slices,
  passages,
  'word-groups': wordGroups,
  'word-evenness': wordEvenness,
  overlap,
  repetition,
  loops,
  boilerplate,
  templates,
  'document-rules': documentRules,
  rhythm,
  'large-slices': largeSlices,
  'pair-similarity': pairSimilarity,
  'phrase-concentration': phraseConcentration,
  edges,
  languages,
  'syntax-templates': syntaxTemplates,
  stems,
  'lexical-diversity': lexicalDiversity,
  'equal-size-ngrams': equalSizeNgrams,
  'self-repetition': selfRepetition,
  compression,
  counterfactuals,
  'word-order': wordOrder,
} as const satisfies Record<string, Measure>;

export type MeasureId = keyof typeof MEASURES;

type ValueOf<M> =
  M extends CountMeasure<string, infer _Table, infer _Sum, infer Value>
    ? Value
    : M extends SampleMeasure<string, infer Value>
      ? Value
      : M extends SignatureMeasure<string, infer Value>
        ? Value
        : never;

/** What audits see: the value of each measure. */
export type MeasureValues = { readonly [Id in MeasureId]: ValueOf<(typeof MEASURES)[Id]> };
