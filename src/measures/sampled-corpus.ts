import type { DocumentSample, SampledText, SampleEntry } from '../sketches/document-sample.ts';
import { excerptOf, holdsEverything, sampledEntries } from '../sketches/document-sample.ts';
import { GROUPS, replicateGroup } from '../sketches/replicate-group.ts';
import { sentenceLengths } from '../text/sentences.ts';
import { createTokenizer } from '../text/tokenizer.ts';
import type { Tokenizer } from '../text/tokens.ts';

/** A distinct text of the sample, cut into words once for all sample measures. */
export interface SampledDocument {
  readonly entry: SampleEntry;
  /** The replicate group, 0 to 31. */
  readonly group: number;
  /** Hashes of the words of the excerpt. */
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  /** Places of the words; empty where the sample holds no text. Read them through `quoteOf`. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
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
}

/** Texts, the first by hash, that keep a long excerpt at most. */
const MOST_LONG = 4_000;

/** Texts that are read before a step ends. */
const STEP = 500;

/** Reads a document sample back into words, in steps. Without text the words are those whose hashes it kept. */
export function* readSample(sample: DocumentSample): Generator<void, SampledCorpus> {
  const tokenizer = createTokenizer();
  const groupSizes = Array.from({ length: GROUPS }, () => 0);
  const documents: SampledDocument[] = [];
  for (const entry of sampledEntries(sample)) {
    const group = replicateGroup(entry.low);
    groupSizes[group] = (groupSizes[group] ?? 0) + 1;
    documents.push({ entry, group, ...wordsOf(entry.text, tokenizer) });
    if (documents.length % STEP === 0) yield;
  }
  return { documents, groupSizes, complete: holdsEverything(sample) };
}

/**
 * The texts that keep a long excerpt, for what needs equal and longer windows: all texts of a small corpus, and the
 * first of a large one by hash, which are a sample of the sample.
 */
export function longTexts(corpus: SampledCorpus): SampledCorpus {
  if (corpus.documents.length <= MOST_LONG) return corpus;
  const documents = corpus.documents.slice(0, MOST_LONG);
  const groupSizes = Array.from({ length: GROUPS }, () => 0);
  for (const { group } of documents) groupSizes[group] = (groupSizes[group] ?? 0) + 1;
  return { documents, groupSizes, complete: false };
}

/** What stands from a word of the excerpt to another, both included; the empty string where the sample holds no text. */
export function quoteOf({ entry, starts, ends }: SampledDocument, first: number, last: number): string {
  const [start, end] = [starts[first], ends[last]];
  return start === undefined || end === undefined ? '' : excerptOf(entry.text).slice(start, end);
}

const NO_PLACES = new Uint32Array(0);

function wordsOf(text: SampledText, tokenizer: Tokenizer): Omit<SampledDocument, 'entry' | 'group'> {
  if (text.hashes !== undefined) {
    const { high, low, whole } = text.hashes;
    return { high, low, starts: NO_PLACES, ends: NO_PLACES, sentenceLengths: whole.sentenceLengths };
  }
  const tokens = tokenizer.tokenize(excerptOf(text));
  return {
    high: tokens.high.slice(0, tokens.count),
    low: tokens.low.slice(0, tokens.count),
    starts: tokens.starts.slice(0, tokens.count),
    ends: tokens.ends.slice(0, tokens.count),
    sentenceLengths: sentenceLengths(tokens),
  };
}
