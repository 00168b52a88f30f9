import { hashNgrams } from '../text/ngrams.ts';
import type { Replicated } from './measure.ts';
import { sampleMeasure } from './measure.ts';
import { replicatedRatio } from './replication.ts';
import type { SampledDocument } from './sampled-corpus.ts';
import { quoteOf } from './sampled-corpus.ts';

/** How much documents repeat themselves: the n-grams, n = 4, that stood in the same document before. */
export interface RepetitionValue {
  /** Share of the 4-grams in the first 300 words of each document. Null without a 4-gram. */
  readonly share: Replicated | null;
  /** Mean of each document's own share (rep-4 of Welleck and others 2019): every document counts alike. */
  readonly meanShare: Replicated | null;
  /** Documents whose own share is a fifth or more. */
  readonly repetitiveDocuments: number;
  /** The most repetitive of them, at most 10, most repetitive first. */
  readonly worst: readonly RepetitiveDocument[];
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
  snapshot(corpus): RepetitionValue {
    const repetitive: { readonly document: SampledDocument; readonly own: OwnRepetition }[] = [];
    const shares = new Map<SampledDocument, number>();
    const share = replicatedRatio(corpus, (document) => {
      const own = repetitionOf(document);
      if (own.total === 0) return null;
      shares.set(document, shareOf(own));
      if (shareOf(own) >= REPETITIVE) repetitive.push({ document, own });
      return { part: own.repeated, whole: own.total };
    });
    const meanShare = replicatedRatio(corpus, (document) => {
      const part = shares.get(document);
      return part === undefined ? null : { part, whole: 1 };
    });
    return {
      share,
      meanShare,
      repetitiveDocuments: repetitive.length,
      worst: repetitive
        .toSorted((a, b) => shareOf(b.own) - shareOf(a.own) || (idOf(a.document) < idOf(b.document) ? -1 : 1))
        .slice(0, WORST)
        .map(({ document, own }) => worstOf(document, own)),
    };
  },
});

interface OwnRepetition {
  readonly repeated: number;
  readonly total: number;
  /** Where the commonest 4-gram first stands, and how often it occurs. */
  readonly place: number;
  readonly count: number;
}

function repetitionOf(document: SampledDocument): OwnRepetition {
  const keys = keysOf(document);
  const counts = new Map<number, { readonly place: number; readonly count: number }>();
  let commonest = { place: 0, count: 0 };
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] as number;
    const known = counts.get(key) ?? { place: index, count: 0 };
    const next = { place: known.place, count: known.count + 1 };
    counts.set(key, next);
    if (next.count > commonest.count) commonest = next;
  }
  return { repeated: keys.length - counts.size, total: keys.length, ...commonest };
}

/** The 4-grams of a document as numbers, in order. */
function keysOf(document: SampledDocument): Float64Array {
  const count = Math.min(document.high.length, WINDOW);
  const words = { high: document.high, low: document.low, count };
  const high = new Uint32Array(count);
  const low = new Uint32Array(count);
  const keys = new Float64Array(hashNgrams(words, N, high, low));
  for (let index = 0; index < keys.length; index++)
    keys[index] = (high[index] as number) * KEY_RANGE + ((low[index] as number) >>> 11);
  return keys;
}

function shareOf({ repeated, total }: OwnRepetition): number {
  return repeated / total;
}

function idOf({ entry }: SampledDocument): string {
  return entry.text.id;
}

function worstOf(document: SampledDocument, own: OwnRepetition): RepetitiveDocument {
  const { first, last } = runAround(document, own);
  return { id: idOf(document), share: shareOf(own), quote: quoteOf(document, first, last), count: own.count };
}

/** The words around the commonest 4-gram: while the next 4-gram comes back nearly as often, and until it comes round. */
function runAround(
  document: SampledDocument,
  { place, count }: OwnRepetition,
): { readonly first: number; readonly last: number } {
  const keys = keysOf(document);
  const counts = new Map<number, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const comesBack = (index: number): boolean => (counts.get(keys[index] ?? 0) ?? 0) >= KEEPS * count;
  let to = place;
  while (to - place < LONGEST_RUN && comesBack(to + 1)) {
    to += 1;
    if (keys[to] === keys[place]) return { first: place, last: to - 1 };
  }
  let from = place;
  while (to - from < LONGEST_RUN && comesBack(from - 1)) from -= 1;
  return { first: from, last: to + N - 1 };
}
