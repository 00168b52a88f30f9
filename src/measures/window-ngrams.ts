import { hashNgrams } from '../text/ngrams.ts';

/** The words of a text as their hashes, and the replicate group it belongs to. */
export interface GroupedWords {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  readonly group: number;
}

/** The n-grams of documents, one document after another. */
export interface WindowNgrams {
  /** Their hashes, as two halves. */
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  /** Where those of each document end; those of the next begin there. */
  readonly ends: readonly number[];
}

/** The n-grams in the first `windowWords` words of each document, none across documents. */
export function windowNgrams(
  documents: readonly GroupedWords[],
  n: number,
  windowWords: number,
): WindowNgrams {
  const words = documents.map((document) => Math.min(document.high.length, windowWords));
  const room = words.reduce((sum, count) => sum + Math.max(0, count - n + 1), 0);
  const high = new Uint32Array(room);
  const low = new Uint32Array(room);
  let used = 0;
  const ends = documents.map((document, index) => {
    const window = { high: document.high, low: document.low, count: words[index] ?? 0 };
    used += hashNgrams(window, n, high.subarray(used), low.subarray(used));
    return used;
  });
  return { high, low, ends };
}
