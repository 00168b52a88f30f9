import { numberKeys } from './key-numbers.ts';
import type { NgramIncidence } from './ngram-incidence.ts';
import { ngramIncidence } from './ngram-incidence.ts';
import type { GroupedWords } from './window-ngrams.ts';

/** The beginnings of documents as type numbers, and which of them have which pairs of neighbouring words. */
export interface TemplateWords {
  /** Type numbers of the words of each document's window. */
  readonly windows: readonly Uint32Array[];
  readonly typeCount: number;
  readonly pairs: NgramIncidence;
  /** Documents that have each pair that several have, in order: those of pair `i` from `offsets[i]` to `offsets[i + 1]`. */
  readonly holders: Uint32Array;
  readonly offsets: Uint32Array;
}

export function templateWords(documents: readonly GroupedWords[], windowWords: number): TemplateWords {
  const lengths = documents.map(({ high }) => Math.min(high.length, windowWords));
  const room = lengths.reduce((sum, length) => sum + length, 0);
  const high = new Uint32Array(room);
  const low = new Uint32Array(room);
  let used = 0;
  for (const [index, document] of documents.entries()) {
    high.set(document.high.subarray(0, lengths[index]), used);
    low.set(document.low.subarray(0, lengths[index]), used);
    used += lengths[index] ?? 0;
  }
  const { numbers, count } = numberKeys(high, low);
  let start = 0;
  const windows = lengths.map((length) => {
    start += length;
    return numbers.subarray(start - length, start);
  });
  const pairs = ngramIncidence(documents, 2, windowWords);
  return { windows, typeCount: count, pairs, ...holdersOf(pairs, documents.length) };
}

function holdersOf(
  pairs: NgramIncidence,
  documents: number,
): { readonly holders: Uint32Array; readonly offsets: Uint32Array } {
  const { frequencies } = pairs;
  const shared = frequencies.length;
  const offsets = new Uint32Array(shared + 1);
  for (let pair = 0; pair < shared; pair++)
    offsets[pair + 1] = (offsets[pair] as number) + (frequencies[pair] as number);
  const next = offsets.slice(0, shared);
  const holders = new Uint32Array(offsets[shared] as number);
  for (let document = 0; document < documents; document++)
    for (const pair of pairs.gramsOf(document)) {
      const place = next[pair] as number;
      holders[place] = document;
      next[pair] = place + 1;
    }
  return { holders, offsets };
}
