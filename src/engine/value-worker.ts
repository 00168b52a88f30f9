import type { SampledDocument } from '../measures/sampled-corpus.ts';
import { sampledCorpus } from '../measures/sampled-corpus.ts';
import { LONG_TEXT_MEASURES, sampleValue } from '../profile/values.ts';
import { createLanguageDetector } from '../text/language.ts';
import { createTagger } from '../text/parts-of-speech.ts';

/** Loads what takes a while to load, before it is needed. */
export function prepare(): void {
  createLanguageDetector();
  createTagger();
}

/** Takes the values of the measures of long texts, for which packages were loaded here. */
export function takeValues(documents: readonly SampledDocument[]): readonly (readonly [string, unknown])[] {
  const corpus = sampledCorpus(documents, false);
  return LONG_TEXT_MEASURES.map((id) => [id, sampleValue(id, corpus)]);
}
