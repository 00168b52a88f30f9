import { hashNgrams, hashNgramsAt } from '../text/ngrams.ts';
import type { GroupedWords } from './window-ngrams.ts';

/** N-grams of documents that may stand at more than one place, one document after another. */
export interface CandidateNgrams {
  /** Their hashes, as two halves. */
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  /** The words of their documents at which they stand. */
  readonly places: Uint32Array;
  /** Where those of each document end; those of the next begin there. */
  readonly ends: readonly number[];
  /** All n-grams of each document, candidates or not. */
  readonly totals: readonly number[];
}

export interface Windows {
  readonly n: number;
  /** Words at the beginning of each document that count. */
  readonly windowWords: number;
}

/**
 * An n-gram stands at one place where one of the two runs in it that are one word shorter does: it is then no
 * candidate, and not even hashed. Without `shorter`, the recurrences of these runs, all n-grams are candidates.
 */
export function candidateNgrams(
  documents: readonly GroupedWords[],
  { n, windowWords }: Windows,
  shorter: Uint8Array | null,
): CandidateNgrams {
  const words = documents.map(({ high }) => Math.min(high.length, windowWords));
  const totals = words.map((count) => Math.max(0, count - n + 1));
  const places = new Uint32Array(totals.reduce((sum, total) => sum + total, 0));
  let used = 0;
  let start = 0;
  const ends = totals.map((total, document) => {
    for (let index = 0; index < total; index++)
      if (shorter === null || (shorter[start + index] === 1 && shorter[start + index + 1] === 1))
        places[used++] = index;
    // Of a document there is one of the shorter ones more, if it has that many words.
    if ((words[document] as number) >= n - 1) start += total + 1;
    return used;
  });
  const high = new Uint32Array(used);
  const low = new Uint32Array(used);
  let from = 0;
  for (const [index, document] of documents.entries()) {
    const window = { high: document.high, low: document.low, count: words[index] as number };
    const to = ends[index] as number;
    if (shorter === null) hashNgrams(window, n, high.subarray(from), low.subarray(from));
    else
      hashNgramsAt(window, n, places.subarray(from, to), {
        high: high.subarray(from),
        low: low.subarray(from),
      });
    from = to;
  }
  return { high, low, places: places.subarray(0, used), ends, totals };
}
