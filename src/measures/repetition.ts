import type { NgramCount } from '../text/ngram-counter.ts';
import { createNgramCounter } from '../text/ngram-counter.ts';
import { hashNgrams } from '../text/ngrams.ts';
import type { WordHashes } from '../text/tokens.ts';
import type { Replicated } from './measure.ts';
import { sampleMeasure } from './measure.ts';
import { replicatedRatio } from './replication.ts';
import type { SampledCorpus, SampledDocument } from './sampled-corpus.ts';
import { firstTexts, quoteOf } from './sampled-corpus.ts';

/** How much documents repeat themselves: the n-grams, n = 4, that stood in the same document before. */
export interface RepetitionValue {
  /** Share of the 4-grams in the first 300 words of each document. Null without a 4-gram. */
  readonly share: Replicated | null;
  /** Mean of each document's own share (rep-4 of Welleck and others 2019): every document counts alike. */
  readonly meanShare: Replicated | null;
  /** The same for n-grams of one to four words, rep-1 to rep-4. Null where no document has n words. */
  readonly byN: readonly MeanRepetition[];
  /** Documents whose own share is a fifth or more. */
  readonly repetitiveDocuments: number;
  /** The most repetitive of them, at most 10, most repetitive first. */
  readonly worst: readonly RepetitiveDocument[];
}

interface MeanRepetition {
  readonly n: number;
  readonly meanShare: Replicated | null;
}

export interface RepetitiveDocument {
  readonly id: string;
  readonly share: number;
  /**
   * What it says most often: the 4-gram of most places, with the words around it that come back nearly as often, and
   * one round of it where it is a loop. Empty where the sample holds no text.
   */
  readonly quote: string;
  /** How often that 4-gram occurs. */
  readonly count: number;
}

const N = 4;
/** The others, of which the means are told, over at most 1,000 documents. */
const SHORTER = [1, 2, 3];
/** Texts in which shorter n-grams are looked for: a mean over more would say no more. */
const MOST_SHORTER = 1_000;
const WINDOW = 300;
const REPETITIVE = 0.2;
const WORST = 10;
/** A run goes on over 4-grams that have at least this share of the places of the commonest. */
const KEEPS = 0.8;
const LONGEST_RUN = 30;
/** Of the 64 bits of a hash, 53 fit a number, and are plenty within a document. */
const KEY_RANGE = 2 ** 21;

export const repetition = sampleMeasure({
  kind: 'sample',
  id: 'repetition',
  version: 3,
  explanation: {
    measures: 'How much documents repeat themselves: runs of words that stood in the same document before.',
    formula:
      'Rep-n = (n-grams − different n-grams) / n-grams in the first 300 words of a document, for n = 1 to 4: pooled over documents for n = 4, and as the mean of the documents’ shares for each n. Interval: a jackknife over 32 groups of documents.',
    reading:
      'Edited prose repeats one run of four words in a hundred; ten in a hundred is seen with the eye. Rep-1 is one less the type–token ratio, and high for any prose.',
    moves:
      'The length of documents up to 300 words, rep-1 most of all; refrains, tables and names of several words.',
    silence: 'Where no document has n words; no interval below five documents.',
    source: 'Welleck et al. 2019, Neural Text Generation with Unlikelihood Training, arXiv:1908.04319.',
  },
  snapshot(corpus): RepetitionValue {
    const repetitive: SampledDocument[] = [];
    const shares = new Map<SampledDocument, number>();
    const shareOf = (document: SampledDocument): number => shares.get(document) ?? 0;
    const count = createNgramCounter(WINDOW);
    const share = replicatedRatio(corpus, (document) => {
      const { total, distinct } = count(windowOf(document), N);
      if (total === 0) return null;
      const repeated = total - distinct;
      shares.set(document, repeated / total);
      if (repeated / total >= REPETITIVE) repetitive.push(document);
      return { part: repeated, whole: total };
    });
    const meanShare = replicatedRatio(corpus, (document) => {
      const part = shares.get(document);
      return part === undefined ? null : { part, whole: 1 };
    });
    const texts = firstTexts(corpus, MOST_SHORTER);
    const shorter = SHORTER.map((n) => ({
      n,
      meanShare: meanRepetition(texts, (document) => count(windowOf(document), n)),
    }));
    return {
      share,
      meanShare,
      byN: [...shorter, { n: N, meanShare }],
      repetitiveDocuments: repetitive.length,
      worst: repetitive
        .toSorted((a, b) => shareOf(b) - shareOf(a) || (idOf(a) < idOf(b) ? -1 : 1))
        .slice(0, WORST)
        .map((document) => worstOf(document, shareOf(document))),
    };
  },
});

function meanRepetition(
  texts: SampledCorpus,
  count: (document: SampledDocument) => NgramCount,
): Replicated | null {
  return replicatedRatio(texts, (document) => {
    const { total, distinct } = count(document);
    return total === 0 ? null : { part: 1 - distinct / total, whole: 1 };
  });
}

function windowOf({ high, low }: SampledDocument): WordHashes {
  return { high, low, count: Math.min(high.length, WINDOW) };
}

function idOf({ entry }: SampledDocument): string {
  return entry.text.id;
}

function worstOf(document: SampledDocument, share: number): RepetitiveDocument {
  const keys = keysOf(document);
  const counts = new Map<number, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const count = Math.max(...counts.values());
  const place = keys.findIndex((key) => counts.get(key) === count);
  const { first, last } = runAround(keys, counts, place);
  return { id: idOf(document), share, quote: quoteOf(document, first, last), count };
}

/** The n-grams of the window, in order, as numbers that tell them apart. */
function keysOf(document: SampledDocument): readonly number[] {
  const words = windowOf(document);
  const high = new Uint32Array(words.count);
  const low = new Uint32Array(words.count);
  return Array.from(
    { length: hashNgrams(words, N, high, low) },
    (_, index) => (high[index] as number) * KEY_RANGE + ((low[index] as number) >>> 11),
  );
}

/** The words around the commonest 4-gram: while the next 4-gram comes back nearly as often, and until it comes round. */
function runAround(
  keys: readonly number[],
  counts: ReadonlyMap<number, number>,
  place: number,
): { readonly first: number; readonly last: number } {
  const timesAt = (index: number): number => counts.get(keys[index] ?? 0) ?? 0;
  const comesBack = (index: number): boolean => timesAt(index) >= KEEPS * timesAt(place);
  let to = place;
  while (to - place < LONGEST_RUN && comesBack(to + 1)) {
    to += 1;
    if (keys[to] === keys[place]) return { first: place, last: to - 1 };
  }
  let from = place;
  while (to - from < LONGEST_RUN && comesBack(from - 1)) from -= 1;
  return { first: from, last: to + N - 1 };
}
