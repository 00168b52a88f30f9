import { hashNgrams } from '../text/ngrams.ts';

/** The words of a text as their hashes, and the replicate group it belongs to. */
export interface GroupedWords {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  readonly group: number;
}

/** Which documents have which n-grams. N-grams are numbered from 0 in the order they are met. */
export interface NgramIncidence {
  readonly n: number;
  readonly windowWords: number;
  /** Documents that have each n-gram. */
  readonly frequencies: Uint32Array;
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
  const lengths = documents.map((document) =>
    Math.max(0, Math.min(document.high.length, windowWords) - n + 1),
  );
  const room = lengths.reduce((sum, length) => sum + length, 0);
  const numbers = createNumbering(room);
  const grams = new Uint32Array(room);
  const places = new Uint32Array(room);
  const frequencies = new Uint32Array(room);
  const lastDocuments = new Int32Array(room).fill(-1);
  const offsets = [0];
  const high = new Uint32Array(windowWords);
  const low = new Uint32Array(windowWords);
  let used = 0;
  for (const [document, own] of documents.entries()) {
    const words = { high: own.high, low: own.low, count: Math.min(own.high.length, windowWords) };
    const count = hashNgrams(words, n, high, low);
    for (let place = 0; place < count; place++) {
      const gram = numbers.numberOf(high[place] as number, low[place] as number);
      if (lastDocuments[gram] === document) continue;
      lastDocuments[gram] = document;
      frequencies[gram] = (frequencies[gram] as number) + 1;
      grams[used] = gram;
      places[used++] = place;
    }
    offsets.push(used);
  }
  return {
    n,
    windowWords,
    frequencies: frequencies.subarray(0, numbers.count()),
    sizes: documents.map((_, document) => (offsets[document + 1] ?? 0) - (offsets[document] ?? 0)),
    groups: documents.map((document) => document.group),
    gramsOf: (document) => grams.subarray(offsets[document], offsets[document + 1]),
    placesOf: (document) => places.subarray(offsets[document], offsets[document + 1]),
  };
}

/** Numbers 64-bit keys in the order of their first appearance. */
function createNumbering(room: number): { numberOf(high: number, low: number): number; count(): number } {
  const slots = 2 ** Math.ceil(Math.log2(Math.max(16, room * 2)));
  const numbers = new Int32Array(slots).fill(-1);
  const highs = new Uint32Array(Math.max(1, room));
  const lows = new Uint32Array(Math.max(1, room));
  let count = 0;
  return {
    numberOf(high, low) {
      let slot = low & (slots - 1);
      for (;;) {
        const number = numbers[slot] as number;
        if (number < 0) {
          numbers[slot] = count;
          highs[count] = high;
          lows[count] = low;
          return count++;
        }
        if (highs[number] === high && lows[number] === low) return number;
        slot = (slot + 1) & (slots - 1);
      }
    },
    count: () => count,
  };
}
