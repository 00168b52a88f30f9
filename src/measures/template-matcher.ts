import { createAligner } from '../statistics/common-subsequence.ts';
import type { WordHashes } from '../text/tokens.ts';
import { WINDOW_WORDS } from './sampled-corpus.ts';
import { hasFrame, PAIR_SHARE } from './template-rules.ts';

/** The words of a template's frame as hashes, so that documents that were not in the sample can be held against it. */
export interface FrameWords {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  /** 1 for each word that stands right after the one before it in the document that the frame was read from. */
  readonly joined: Uint8Array;
}

/** Says which template a document has. */
export interface TemplateMatcher {
  /** The number of the frame, from 1, of which the document has most words in order; null where it has none. */
  numberOf(words: WordHashes): number | null;
}

interface NumberedFrame {
  readonly types: Uint32Array;
  /** Different pairs of neighbours in the frame. */
  readonly pairs: number;
}

/**
 * Makes a matcher of frames by the rule by which the members of templates are found: three in ten of the frame’s pairs
 * of neighbours, six in ten of its words in order, and not as many in reversed order.
 */
export function createTemplateMatcher(frames: readonly FrameWords[]): TemplateMatcher {
  const typeNumbers = new Map<number, number>();
  const numbered = frames.map((frame) => typesOf(frame, typeNumbers));
  /** Words of no frame have this number, which no frame holds. */
  const other = typeNumbers.size;
  const holders = new Map<number, number[]>();
  const numberedFrames: readonly NumberedFrame[] = numbered.map((types, index) => ({
    types,
    pairs: addHolders(holders, { types, joined: frames[index]?.joined ?? new Uint8Array(0) }, index),
  }));
  const aligner = createAligner(other + 1);
  const window = new Uint32Array(WINDOW_WORDS);

  function windowOf({ high, low, count }: WordHashes): Uint32Array {
    const length = Math.min(count, WINDOW_WORDS);
    for (let index = 0; index < length; index++)
      window[index] = typeNumbers.get(keyOf(high[index] as number, low[index] as number)) ?? other;
    return window.subarray(0, length);
  }

  function candidatesOf(types: Uint32Array): readonly number[] {
    const shared = new Map<number, number>();
    for (const pair of pairsIn(types))
      for (const frame of holders.get(pair) ?? []) shared.set(frame, (shared.get(frame) ?? 0) + 1);
    return [...shared]
      .filter(([frame, count]) => count >= PAIR_SHARE * (numberedFrames[frame]?.pairs ?? 0))
      .map(([frame]) => frame)
      .toSorted((a, b) => a - b);
  }

  function commonWords(frame: number, types: Uint32Array): number {
    const words = numberedFrames[frame]?.types ?? new Uint32Array(0);
    aligner.setReference(words);
    const common = aligner.commonLength(types);
    return hasFrame(words.length, { common, reversed: () => aligner.reversedLength(types) }) ? common : 0;
  }

  return {
    numberOf(words) {
      const types = windowOf(words);
      let best: number | null = null;
      let most = 0;
      for (const frame of candidatesOf(types)) {
        const common = commonWords(frame, types);
        if (common > most) best = frame + 1;
        most = Math.max(most, common);
      }
      return best;
    },
  };
}

function typesOf({ high, low }: FrameWords, typeNumbers: Map<number, number>): Uint32Array {
  return high.map((word, index) => {
    const key = keyOf(word, low[index] as number);
    const number = typeNumbers.get(key) ?? typeNumbers.size;
    typeNumbers.set(key, number);
    return number;
  });
}

/** Notes which frame holds which pairs of neighbours, and gives their number. */
function addHolders(
  holders: Map<number, number[]>,
  { types, joined }: { readonly types: Uint32Array; readonly joined: Uint8Array },
  frame: number,
): number {
  const pairs = pairsIn(types, (index) => joined[index] === 1);
  for (const pair of pairs) {
    const known = holders.get(pair);
    if (known === undefined) holders.set(pair, [frame]);
    else known.push(frame);
  }
  return pairs.size;
}

/** The different pairs of words with their neighbours before them. */
function pairsIn(types: Uint32Array, isPair: (index: number) => boolean = () => true): ReadonlySet<number> {
  const pairs = new Set<number>();
  for (let index = 1; index < types.length; index++)
    if (isPair(index)) pairs.add((types[index - 1] as number) * 2 ** 26 + (types[index] as number));
  return pairs;
}

/** 52 bits of a hash, which a number holds. */
function keyOf(high: number, low: number): number {
  return high * 2 ** 20 + (low >>> 12);
}
