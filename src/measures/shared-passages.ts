import { hashLongNgram, hashLongNgrams } from '../text/rolling-ngrams.ts';
import { numberKeys } from './key-numbers.ts';
import type { SampledDocument } from './sampled-corpus.ts';

/** Words of a run. Shorter ones are stock phrases as often as passages. */
export const RUN_WORDS = 10;
/** A sentence, or a line that stands alone, is a passage by itself from so many words on. */
const FEWEST_SENTENCE_WORDS = 4;

/**
 * Where passages stand that many documents have: runs of ten words, one at every word where one begins, and shorter
 * sentences. Those of a document follow one another in the order of their first words, runs before sentences.
 */
export interface SharedPassages {
  readonly firsts: Uint32Array;
  readonly lengths: Uint8Array;
  /** Equal passages have equal numbers. */
  readonly numbers: Uint32Array;
  /** Documents that have each number. */
  readonly frequencies: Uint32Array;
  /** Those of the document `i` stand from `offsets[i]` up to `offsets[i + 1]`. */
  readonly offsets: Uint32Array;
}

/** Passages of one document, all of them; the memory is used again for the next. */
interface Found {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  readonly firsts: Uint32Array;
  readonly lengths: Uint8Array;
  count: number;
}

/** Finds the passages that at least `fewest` documents have. */
export function sharedPassages(documents: readonly SampledDocument[], fewest: number): SharedPassages {
  const longest = documents.reduce((most, { high }) => Math.max(most, high.length), 0);
  const found: Found = {
    high: new Uint32Array(longest * 2),
    low: new Uint32Array(longest * 2),
    firsts: new Uint32Array(longest * 2),
    lengths: new Uint8Array(longest * 2),
    count: 0,
  };
  return keepShared(candidatesOf(documents, found, fewest), fewest);
}

function findPassages({ high, low, sentenceLengths }: SampledDocument, found: Found): void {
  const words = { high, low, count: high.length };
  found.count = hashLongNgrams(words, RUN_WORDS, found.high, found.low);
  for (let index = 0; index < found.count; index++) {
    found.firsts[index] = index;
    found.lengths[index] = RUN_WORDS;
  }
  let first = 0;
  for (const length of sentenceLengths) {
    if (length >= FEWEST_SENTENCE_WORDS && length < RUN_WORDS && first + length <= words.count) {
      const hash = hashLongNgram(words, first, length);
      found.high[found.count] = hash.high;
      found.low[found.count] = hash.low ^ length;
      found.firsts[found.count] = first;
      found.lengths[found.count++] = length;
    }
    first += length;
  }
}

const MOST_BUCKET_BITS = 22;
const LEAST_BUCKET_BITS = 10;

/** The passages that may be shared: nearly all stand in one document, and a count of their buckets tells most of these. */
interface Candidates {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  readonly firsts: Uint32Array;
  readonly lengths: Uint8Array;
  readonly offsets: Uint32Array;
}

function candidatesOf(documents: readonly SampledDocument[], found: Found, fewest: number): Candidates {
  const words = documents.reduce((sum, { high }) => sum + high.length, 0);
  const bits = Math.min(MOST_BUCKET_BITS, Math.max(LEAST_BUCKET_BITS, Math.ceil(Math.log2(words + 1))));
  const shift = 32 - bits;
  const buckets = new Uint32Array(2 ** bits);
  for (const document of documents) {
    findPassages(document, found);
    for (let index = 0; index < found.count; index++) {
      const bucket = (found.high[index] as number) >>> shift;
      buckets[bucket] = (buckets[bucket] as number) + 1;
    }
  }
  let room = 0;
  for (const size of buckets) if (size >= fewest) room += size;
  const kept = { high: new Uint32Array(room), low: new Uint32Array(room) };
  const places = { firsts: new Uint32Array(room), lengths: new Uint8Array(room) };
  const offsets = new Uint32Array(documents.length + 1);
  let used = 0;
  for (const [document, ofDocument] of documents.entries()) {
    findPassages(ofDocument, found);
    for (let index = 0; index < found.count; index++) {
      const high = found.high[index] as number;
      if ((buckets[high >>> shift] as number) < fewest) continue;
      kept.high[used] = high;
      kept.low[used] = found.low[index] as number;
      places.firsts[used] = found.firsts[index] as number;
      places.lengths[used++] = found.lengths[index] as number;
    }
    offsets[document + 1] = used;
  }
  return { ...kept, ...places, offsets };
}

function keepShared({ high, low, firsts, lengths, offsets }: Candidates, fewest: number): SharedPassages {
  const { numbers, count } = numberKeys(high, low);
  const frequencies = new Uint32Array(count);
  const lastDocuments = new Int32Array(count).fill(-1);
  const documents = offsets.length - 1;
  for (let document = 0; document < documents; document++)
    for (let index = offsets[document] as number; index < (offsets[document + 1] as number); index++) {
      const number = numbers[index] as number;
      if (lastDocuments[number] === document) continue;
      lastDocuments[number] = document;
      frequencies[number] = (frequencies[number] as number) + 1;
    }
  const sharedOffsets = new Uint32Array(offsets.length);
  let used = 0;
  for (let document = 0; document < documents; document++) {
    for (let index = offsets[document] as number; index < (offsets[document + 1] as number); index++) {
      const number = numbers[index] as number;
      if ((frequencies[number] as number) < fewest) continue;
      numbers[used] = number;
      firsts[used] = firsts[index] as number;
      lengths[used++] = lengths[index] as number;
    }
    sharedOffsets[document + 1] = used;
  }
  return {
    numbers: numbers.slice(0, used),
    firsts: firsts.slice(0, used),
    lengths: lengths.slice(0, used),
    frequencies,
    offsets: sharedOffsets,
  };
}

/** How many words of a document stand in a shared passage. */
export function coveredWords(shared: SharedPassages, document: number, words: number): number {
  let count = 0;
  for (const one of coveredPlaces(shared, document, words)) count += one;
  return count;
}

/** Which words of a document stand in a shared passage: 1 for each that does. */
export function coveredPlaces(
  { firsts, lengths, offsets }: SharedPassages,
  document: number,
  words: number,
): Uint8Array {
  const covered = new Uint8Array(words);
  for (let index = offsets[document] as number; index < (offsets[document + 1] as number); index++) {
    const first = firsts[index] as number;
    covered.fill(1, first, first + (lengths[index] as number));
  }
  return covered;
}
