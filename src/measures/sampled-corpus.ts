import type { DocumentSample, SampledText, SampleEntry } from '../sketches/document-sample.ts';
import { excerptOf, holdsEverything, sampledEntries } from '../sketches/document-sample.ts';
import { GROUPS, replicateGroup } from '../sketches/replicate-group.ts';
import type { LanguageDetector } from '../text/language.ts';
import { createLanguageDetector } from '../text/language.ts';
import { sentenceLengths } from '../text/sentences.ts';
import { createTokenizer } from '../text/tokenizer.ts';
import type { Tokenizer } from '../text/tokens.ts';
import type { NgramIncidence } from './ngram-incidence.ts';
import { ngramIncidence } from './ngram-incidence.ts';
import type { TemplateCluster } from './template-clusters.ts';
import { templateClusters } from './template-clusters.ts';
import { templateWords } from './template-words.ts';

/** A distinct text of the sample, cut into words once for all sample measures. */
export interface SampledDocument {
  readonly entry: SampleEntry;
  /** The replicate group, 0 to 31. */
  readonly group: number;
  /** Hashes of the words of the excerpt. */
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  /** Words of each sentence of the excerpt that has any. */
  readonly sentenceLengths: readonly number[];
}

export interface SampledCorpus {
  /** In the order of their hashes. */
  readonly documents: readonly SampledDocument[];
  /** Distinct texts in each replicate group. */
  readonly groupSizes: readonly number[];
  /** Whether all distinct texts of the corpus are here. */
  readonly complete: boolean;
  /** The n-grams in the first 150 words of each document; those of lengths that several measures use are kept. */
  readonly incidenceOf: (n: number) => NgramIncidence;
  /**
   * The language of each of the first 2,000 documents: an ISO 639-1 code, or null where it cannot be told, as in a
   * text of fewer than 15 words. Found when first asked for.
   */
  readonly languages: () => readonly (string | null)[];
  /** The templates among the first texts by hash, at most so many. Found when first asked for among so many. */
  readonly templatesAmong: (most: number) => readonly TemplateCluster[];
}

/** Words at the beginning of each document that are compared; shorter documents are taken whole. */
export const WINDOW_WORDS = 150;

/** Lengths of n-grams that several measures ask for. The others are not kept, for they take much memory. */
const KEPT_LENGTHS: readonly number[] = [3, 4];
/** Documents whose language is looked for: a share is known to two points in a hundred. */
const LANGUAGE_DOCUMENTS = 2_000;
/** A language is told with some certainty from about 80 characters on, and not better from more than these. */
const LANGUAGE_UNITS = 600;
const FEWEST_LANGUAGE_WORDS = 15;
/** Texts, the first by hash, that keep a long excerpt at most. */
const MOST_LONG = 4_000;

/** Texts that are read before a step ends. */
const STEP = 500;

/**
 * Reads a document sample back into words, in steps; at most so many texts, the first by hash. Without text the words
 * are those whose hashes it kept.
 */
export function* readSample(
  sample: DocumentSample,
  most: number = Number.POSITIVE_INFINITY,
): Generator<void, SampledCorpus> {
  const tokenizer = createTokenizer();
  const documents: SampledDocument[] = [];
  const entries = sampledEntries(sample);
  for (const entry of entries.slice(0, most)) {
    documents.push({ entry, group: replicateGroup(entry.low), ...wordsOf(entry.text, tokenizer) });
    if (documents.length % STEP === 0) yield;
  }
  return sampledCorpus(documents, holdsEverything(sample) && entries.length <= most);
}

/** Documents in the order of their hashes, with what is found in them when it is first asked for. */
export function sampledCorpus(documents: readonly SampledDocument[], complete: boolean): SampledCorpus {
  const groupSizes = groupSizesOf(documents);
  return {
    documents,
    groupSizes,
    complete,
    incidenceOf: rememberingIncidence(documents),
    languages: rememberingLanguages(documents),
    templatesAmong: rememberingTemplates(documents),
  };
}

/** The corpus without some of its texts, which are given by their content hashes. */
export function withoutTexts(corpus: SampledCorpus, hashes: ReadonlySet<string>): SampledCorpus {
  const documents = corpus.documents.filter(({ entry }) => !hashes.has(entry.hash));
  if (documents.length === corpus.documents.length) return corpus;
  return sampledCorpus(documents, corpus.complete);
}

function groupSizesOf(documents: readonly SampledDocument[]): readonly number[] {
  const sizes = Array.from({ length: GROUPS }, () => 0);
  for (const { group } of documents) sizes[group] = (sizes[group] ?? 0) + 1;
  return sizes;
}

function rememberingIncidence(documents: readonly SampledDocument[]): (n: number) => NgramIncidence {
  const known = new Map<number, NgramIncidence>();
  const recurrences = new Map<number, Uint8Array>();
  return (n) => {
    const earlier = known.get(n);
    if (earlier !== undefined) return earlier;
    const incidence = ngramIncidence(documents, n, WINDOW_WORDS, recurrences.get(n - 1) ?? null);
    recurrences.set(n, incidence.recurrences);
    if (KEPT_LENGTHS.includes(n)) known.set(n, incidence);
    return incidence;
  };
}

/**
 * The texts that keep a long excerpt, for what needs equal and longer windows: all texts of a small corpus, and the
 * first of a large one by hash, which are a sample of the sample.
 */
export function longTexts(corpus: SampledCorpus): SampledCorpus {
  return firstTexts(corpus, MOST_LONG);
}

/** The first texts by hash, at most so many, for what would take too long with all. */
export function firstTexts(corpus: SampledCorpus, most: number): SampledCorpus {
  if (corpus.documents.length <= most) return corpus;
  return sampledCorpus(corpus.documents.slice(0, most), false);
}

function rememberingLanguages(documents: readonly SampledDocument[]): () => readonly (string | null)[] {
  let known: readonly (string | null)[] | undefined;
  return () => {
    known ??= languagesOf(documents.slice(0, LANGUAGE_DOCUMENTS));
    return known;
  };
}

function rememberingTemplates(
  documents: readonly SampledDocument[],
): (most: number) => readonly TemplateCluster[] {
  const known = new Map<number, readonly TemplateCluster[]>();
  return (most) => {
    const texts = Math.min(most, documents.length);
    const found =
      known.get(texts) ?? templateClusters(templateWords(documents.slice(0, texts), WINDOW_WORDS));
    known.set(texts, found);
    return found;
  };
}

/** The detector takes a while to load, which is worth it only where there is a text long enough. */
function languagesOf(documents: readonly SampledDocument[]): readonly (string | null)[] {
  let detector: LanguageDetector | undefined;
  return documents.map((document) => {
    const text = excerptOf(document.entry.text).slice(0, LANGUAGE_UNITS);
    if (text === '' || document.high.length < FEWEST_LANGUAGE_WORDS) return null;
    detector ??= createLanguageDetector();
    return detector.languageOf(text);
  });
}

/**
 * What stands from a word of the excerpt to another, both included; the empty string where the sample holds no text.
 * The text is cut into words again for it: the places of all words would take more memory than the words.
 */
export function quoteOf({ entry }: SampledDocument, first: number, last: number): string {
  const text = excerptOf(entry.text);
  const { starts, ends, count } = createTokenizer().tokenize(text, last + 1);
  return last < count ? text.slice(starts[first], ends[last]) : '';
}

function wordsOf(text: SampledText, tokenizer: Tokenizer): Omit<SampledDocument, 'entry' | 'group'> {
  if (text.hashes !== undefined) {
    const { high, low, whole } = text.hashes;
    return { high, low, sentenceLengths: whole.sentenceLengths };
  }
  const tokens = tokenizer.tokenize(excerptOf(text));
  return {
    high: tokens.high.slice(0, tokens.count),
    low: tokens.low.slice(0, tokens.count),
    sentenceLengths: sentenceLengths(tokens),
  };
}
