import { numberKeys } from './key-numbers.ts';
import type { GroupedWords } from './window-ngrams.ts';
import { windowNgrams } from './window-ngrams.ts';

/** Which documents have which n-grams. N-grams are numbered from 0, those that several documents have first. */
export interface NgramIncidence {
  readonly n: number;
  readonly windowWords: number;
  /** Documents that have each n-gram. */
  readonly frequencies: Uint32Array;
  /** N-grams that at least two documents have: their numbers are below this. */
  readonly shared: number;
  /** Different n-grams of each document. */
  readonly sizes: readonly number[];
  /** Replicate group of each document. */
  readonly groups: readonly number[];
  /** The different n-grams of a document, in the order of their first places. */
  gramsOf(document: number): Uint32Array;
  /** The word at which each of them first stands. */
  placesOf(document: number): Uint32Array;
}

/** Finds the different n-grams in the first `windowWords` words of each document. */
export function ngramIncidence(
  documents: readonly GroupedWords[],
  n: number,
  windowWords: number,
): NgramIncidence {
  const { high, low, ends } = windowNgrams(documents, n, windowWords);
  const { numbers, count } = numberKeys(high, low);
  const grams = new Uint32Array(numbers.length);
  const places = new Uint32Array(numbers.length);
  const frequencies = new Uint32Array(count);
  const lastDocuments = new Int32Array(count).fill(-1);
  const offsets = [0];
  let used = 0;
  let start = 0;
  for (const [document, end] of ends.entries()) {
    for (let index = start; index < end; index++) {
      const gram = numbers[index] as number;
      if (lastDocuments[gram] === document) continue;
      lastDocuments[gram] = document;
      frequencies[gram] = (frequencies[gram] as number) + 1;
      grams[used] = gram;
      places[used++] = index - start;
    }
    offsets.push(used);
    start = end;
  }
  const order = sharedFirst(frequencies);
  for (let index = 0; index < used; index++) grams[index] = order.numbers[grams[index] as number] as number;
  return {
    n,
    windowWords,
    frequencies: order.frequencies,
    shared: order.shared,
    sizes: documents.map((_, document) => (offsets[document + 1] ?? 0) - (offsets[document] ?? 0)),
    groups: documents.map((document) => document.group),
    gramsOf: (document) => grams.subarray(offsets[document], offsets[document + 1]),
    placesOf: (document) => places.subarray(offsets[document], offsets[document + 1]),
  };
}

/**
 * Numbers n-grams anew, so that those of several documents come first: they alone matter to pairs of documents,
 * and side by side they fit the processor's cache.
 */
function sharedFirst(frequencies: Uint32Array): {
  readonly numbers: Uint32Array;
  readonly frequencies: Uint32Array;
  readonly shared: number;
} {
  let shared = 0;
  for (const frequency of frequencies) if (frequency > 1) shared += 1;
  const numbers = new Uint32Array(frequencies.length);
  const ordered = new Uint32Array(frequencies.length).fill(1);
  let next = 0;
  let nextSingle = shared;
  for (const [gram, frequency] of frequencies.entries()) {
    const number = frequency > 1 ? next++ : nextSingle++;
    numbers[gram] = number;
    ordered[number] = frequency;
  }
  return { numbers, frequencies: ordered, shared };
}
