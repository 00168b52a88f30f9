import type { TextSignatures } from '../../src/sketches/text-signatures.ts';
import { createTextSignatures, offerSignature, TEXT_CELLS } from '../../src/sketches/text-signatures.ts';
import { jaccard, resemblance } from '../../src/statistics/similar-sets.ts';

/** Texts as sets of numbers, in clusters of near copies. */
export interface MadeTexts {
  readonly texts: readonly Uint32Array[];
  /** Clusters that the pairs of a similarity of at least 0.5 connect; texts alone are clusters too. */
  readonly clusters: number;
  /** Cells that all of them take. */
  readonly cells: number;
}

/** A generator of pseudo-random integers below a bound (mulberry32, T. Ettinger). */
function generator(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
  };
}

/**
 * So many texts of 20 to 60 elements. Of the clusters seven in ten are one text, and the others have 2 to 21, few of
 * them many; each text of a cluster has lost another part of the elements that they have in common, up to a quarter.
 */
export function madeTexts(number: number, seed: number): MadeTexts {
  const random = generator(seed);
  const texts: Uint32Array[] = [];
  let nextElement = 1;
  let clusters = 0;
  while (texts.length < number) {
    const length = 20 + random(41);
    const base = Array.from({ length }, () => nextElement++);
    const size = random(10) < 7 ? 1 : 2 + Math.floor(20 / (1 + random(20)) - 1);
    const lost = random(25) / 100;
    const members = Array.from({ length: Math.min(size, number - texts.length) }, () =>
      Uint32Array.from(base, (element) => (random(1000) < 1000 * lost ? nextElement++ : element)).toSorted(),
    );
    texts.push(...members);
    clusters += componentsAmong(members);
  }
  const cells = texts.reduce((sum, { length }) => sum + TEXT_CELLS + length, 0);
  return { texts, clusters, cells };
}

function componentsAmong(members: readonly Uint32Array[]): number {
  let roots = members.map((_, index) => index);
  for (const [b, second] of members.entries())
    for (const [a, first] of members.slice(0, b).entries()) {
      const found = resemblance({ hashes: first, complete: true }, { hashes: second, complete: true });
      if (jaccard(found) < 0.5) continue;
      const [from, to] = [roots[b], roots[a] ?? a];
      roots = roots.map((root) => (root === from ? to : root));
    }
  return new Set(roots).size;
}

/** The signatures of the texts under the hashes of a seed. */
export function signaturesOf({ texts }: MadeTexts, capacity: number, seed: number): TextSignatures {
  const signatures = createTextSignatures({ capacity, perKey: 32, shingles: 512 });
  for (const [index, elements] of texts.entries()) {
    let [least, low] = [2 ** 32, 0];
    for (const element of elements) {
      const high = hashed(element, seed);
      if (high < least) [least, low] = [high, hashed(element, seed + 1_000_003)];
    }
    const hash = [hashed(index, seed + 7), index].map((half) => half.toString(16).padStart(8, '0')).join('');
    offerSignature(signatures, { hash, rank: low }, () => ({
      id: String(index),
      source: '',
      date: '',
      shingles: elements.map((element) => hashed(element, seed)).toSorted(),
      complete: true,
      words: elements.length + 2,
    }));
  }
  return signatures;
}

/** The finish of MurmurHash3 over a number and a seed. */
function hashed(value: number, seed: number): number {
  let mixed = Math.imul(value ^ Math.imul(seed, 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

interface Estimate {
  readonly value: number;
  readonly standardError: number;
}

/** How often the 95 % interval of the share of near copies holds it, and the mean error, over the hashes of seeds. */
export function shareWithin(
  made: MadeTexts,
  options: {
    /** The capacity is what all texts take, divided by it. */
    readonly part: number;
    readonly seeds: number;
    readonly shareOf: (signatures: TextSignatures) => Estimate;
  },
): { readonly inside: number; readonly bias: number } {
  const truth = (made.texts.length - made.clusters) / made.texts.length;
  let inside = 0;
  let errors = 0;
  for (let seed = 1; seed <= options.seeds; seed++) {
    const signatures = signaturesOf(made, Math.floor(made.cells / options.part), seed);
    const { value, standardError } = options.shareOf(signatures);
    errors += value - truth;
    if (Math.abs(value - truth) <= 1.96 * standardError) inside += 1;
  }
  return { inside, bias: errors / options.seeds };
}
