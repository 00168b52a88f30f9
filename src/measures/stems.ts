import { excerptOf } from '../sketches/document-sample.ts';
import { GROUPS } from '../sketches/replicate-group.ts';
import type { CorpusSpectrum } from '../statistics/closed-spectrum.ts';
import { closedSpectrum } from '../statistics/closed-spectrum.ts';
import { coverage } from '../statistics/coverage.ts';
import { totalTypes, typesOfFrequency } from '../statistics/frequency-spectrum.ts';
import { createStemmer, hasStemmer } from '../text/stems.ts';
import { createTokenizer, wordAt } from '../text/tokenizer.ts';
import type { Replicated } from './measure.ts';
import { sampleMeasure } from './measure.ts';
import { replicatedStatistics, replicateSpectra } from './replicate-spectra.ts';
import type { SampledDocument } from './sampled-corpus.ts';

/** The tail of the vocabulary on stems beside that on words, in the same tokens. */
export interface StemsValue {
  /** Words at the beginning of each document that are stemmed; shorter documents are taken whole. */
  readonly windowWords: number;
  /** Texts whose language was looked at, those of a language with a stemmer, and those of them that were stemmed. */
  readonly texts: number;
  readonly stemmableTexts: number;
  readonly stemmedTexts: number;
  /** ISO 639-1 codes of the languages that were stemmed, in order. */
  readonly languages: readonly string[];
  readonly tokens: number;
  readonly words: FormsValue;
  readonly stems: FormsValue;
  /** Word types for each stem type. Null without words. */
  readonly wordsPerStem: Replicated | null;
}

/** What the frequencies of words, or of stems, say. */
export interface FormsValue {
  readonly types: number;
  /** Share of the types that occur once. Null without words. */
  readonly hapaxShare: Replicated | null;
  /** Share of the tokens of the source whose types were seen, by Chao and Jost. Null below two words. */
  readonly coverage: Replicated | null;
}

const WINDOW_WORDS = 100;
const MOST_TEXTS = 500;
/** UTF-16 units that a window may have for each of its words. */
const UNITS_A_WORD = 24;

export const stems = sampleMeasure({
  kind: 'sample',
  id: 'stems',
  version: 1,
  ofLongTexts: true,
  explanation: {
    measures: 'The tail of the vocabulary on stems beside that on words, in the same tokens.',
    formula:
      'Types, share of types that occur once, and coverage by Chao and Jost, on words and on their stems; words for each stem is the ratio of the types. First 100 words of at most 500 distinct texts of a language with a stemmer. Interval: a jackknife over 32 groups of documents.',
    reading: 'Words for each stem is what inflection adds: about 1.3 in English.',
    moves: 'The number of texts up to 500, and the language.',
    silence: 'Where a profile holds no text; below 20 texts of a language with a stemmer.',
    source: 'Porter 1980, An algorithm for suffix stripping, and its kin; Chao and Jost 2012, equation 4a.',
  },
  snapshot(corpus): StemsValue {
    const found = corpus.languages();
    const byLanguage = new Map<string, SampledDocument[]>();
    const stemmable = found.flatMap((language, index) => {
      const document = corpus.documents[index];
      return language === null || document === undefined || !hasStemmer(language)
        ? []
        : [{ language, document }];
    });
    for (const { language, document } of stemmable.slice(0, MOST_TEXTS)) {
      const others = byLanguage.get(language);
      if (others === undefined) byLanguage.set(language, [document]);
      else others.push(document);
    }
    const words = createForms();
    const roots = createForms();
    for (const [language, documents] of byLanguage) addForms(documents, language, { words, roots });
    const stemmed = [...byLanguage.values()].flat();
    const sizes = sizesOf(stemmed, words);
    const ofWords = formsValue(words, sizes);
    const ofStems = formsValue(roots, sizes);
    return {
      windowWords: WINDOW_WORDS,
      texts: found.length,
      stemmableTexts: stemmable.length,
      stemmedTexts: stemmed.length,
      languages: [...byLanguage.keys()].toSorted(),
      tokens: words.tokens.reduce((sum, own) => sum + own, 0),
      words: ofWords.value,
      stems: ofStems.value,
      wordsPerStem: ratioOf(ofWords.types, ofStems.types),
    };
  },
});

/** So many forms, with the counts of each by replicate group. */
interface Forms {
  types: number;
  readonly groups: readonly Map<number, number>[];
  readonly tokens: number[];
}

function createForms(): Forms {
  return {
    types: 0,
    groups: Array.from({ length: GROUPS }, () => new Map<number, number>()),
    tokens: Array.from({ length: GROUPS }, () => 0),
  };
}

/** The number of a word, and that of its stem. */
interface NumberedWord {
  readonly word: number;
  readonly root: number;
}

/** Counts the words of documents of one language, and their stems; equal forms of two languages are two types. */
function addForms(
  documents: readonly SampledDocument[],
  language: string,
  { words, roots }: { readonly words: Forms; readonly roots: Forms },
): void {
  const numberOf = numbering(language, { words, roots });
  const tokenizer = createTokenizer();
  for (const { entry, group } of documents) {
    const text = excerptOf(entry.text).slice(0, WINDOW_WORDS * UNITS_A_WORD);
    const tokens = tokenizer.tokenize(text, WINDOW_WORDS);
    for (let index = 0; index < tokens.count; index++) {
      const { word, root } = numberOf(wordAt(tokens, index));
      addForm(words, word, group);
      addForm(roots, root, group);
    }
  }
}

/** Numbers words and stems on from those of other languages. Each word is stemmed once. */
function numbering(
  language: string,
  { words, roots }: { readonly words: Forms; readonly roots: Forms },
): (word: string) => NumberedWord {
  const stem = createStemmer(language) ?? ((word: string): string => word);
  const known = new Map<string, NumberedWord>();
  const rootNumbers = new Map<string, number>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const own = stem(word);
    const root = rootNumbers.get(own) ?? roots.types++;
    rootNumbers.set(own, root);
    const numbered = { word: words.types++, root };
    known.set(word, numbered);
    return numbered;
  };
}

function addForm({ groups, tokens }: Forms, number: number, group: number): void {
  const counts = groups[group];
  counts?.set(number, (counts.get(number) ?? 0) + 1);
  tokens[group] = (tokens[group] ?? 0) + 1;
}

interface Sizes {
  readonly documents: readonly number[];
  readonly tokens: readonly number[];
}

function sizesOf(documents: readonly SampledDocument[], { tokens }: Forms): Sizes {
  const counts = Array.from({ length: GROUPS }, () => 0);
  for (const { group } of documents) counts[group] = (counts[group] ?? 0) + 1;
  return { documents: counts, tokens };
}

function formsValue(
  { types: number, groups }: Forms,
  sizes: Sizes,
): { readonly value: FormsValue; readonly types: Replicated | null } {
  const all = new Float64Array(number);
  for (const counts of groups) for (const [form, count] of counts) all[form] = (all[form] ?? 0) + count;
  const sample = {
    all,
    groups: groups.map((counts) => ({
      types: Uint32Array.from(counts.keys()),
      counts: Float64Array.from(counts.values()),
    })),
    blocks: new Uint8Array(all.length),
    share: 1,
  };
  const spectra = replicateSpectra(sample, sizes);
  const [types = null, hapaxShare = null, covered = null] =
    spectra === null ? [] : replicatedStatistics(spectra, formStatistics);
  return { value: { types: number, hapaxShare, coverage: covered }, types };
}

function formStatistics(corpus: CorpusSpectrum): readonly (number | null)[] {
  const types = totalTypes(corpus.spectrum);
  return [
    types > 0 ? types : null,
    types > 0 ? typesOfFrequency(corpus.spectrum, 1) / types : null,
    coverage(closedSpectrum(corpus)),
  ];
}

function ratioOf(words: Replicated | null, roots: Replicated | null): Replicated | null {
  if (words === null || roots === null) return null;
  return {
    ...words,
    value: words.value / roots.value,
    leaveOneOut: words.leaveOneOut.map((own, group) => {
      const other = roots.leaveOneOut[group] ?? null;
      return own === null || other === null ? null : own / other;
    }),
  };
}
