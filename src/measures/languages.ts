import type { Replicated } from './measure.ts';
import { sampleMeasure } from './measure.ts';
import { replicatedRatio } from './replication.ts';
import type { SampledDocument } from './sampled-corpus.ts';

/** In which languages the documents are, by the beginnings of at most 2,000 sampled texts. */
export interface LanguagesValue {
  /** Texts looked at. */
  readonly texts: number;
  /** Texts whose language cannot be told: fewer than 15 words, or not like any language known. */
  readonly undetermined: number;
  /** Most texts first. */
  readonly languages: readonly LanguageShare[];
}

export interface LanguageShare {
  /** ISO 639-1 code. */
  readonly language: string;
  readonly texts: number;
  /** Share of the texts whose language can be told. */
  readonly share: Replicated;
}

export const languages = sampleMeasure({
  kind: 'sample',
  id: 'languages',
  version: 1,
  ofLongTexts: true,
  explanation: {
    measures: 'In which languages documents are.',
    formula:
      'Share = texts of a language / texts whose language can be told, of the first 600 characters of at most 2,000 distinct texts. Interval: a jackknife over 32 groups of documents.',
    reading: 'It tells for which documents the measures of one language speak.',
    moves:
      'Names, code and quotations; languages that resemble each other are mistaken for one another in short texts.',
    silence: 'Where a profile holds no text; for texts of fewer than 15 words.',
    source: 'Frequencies of n-grams of characters, by the package eld 2.',
  },
  snapshot(corpus): LanguagesValue {
    const found = corpus.languages();
    const counts = new Map<string, number>();
    const told = new Map<SampledDocument, string>();
    for (const [index, language] of found.entries()) {
      const document = corpus.documents[index];
      if (language === null || document === undefined) continue;
      counts.set(language, (counts.get(language) ?? 0) + 1);
      told.set(document, language);
    }
    const documents = [...told.keys()];
    const rows = [...counts].map(([language, texts]): LanguageShare | null => {
      const share = replicatedRatio({ ...corpus, documents }, (document) => ({
        part: told.get(document) === language ? 1 : 0,
        whole: 1,
      }));
      return share === null ? null : { language, texts, share };
    });
    return {
      texts: found.length,
      undetermined: found.length - told.size,
      languages: rows
        .filter((row) => row !== null)
        .toSorted((a, b) => b.texts - a.texts || (a.language < b.language ? -1 : 1)),
    };
  },
});
