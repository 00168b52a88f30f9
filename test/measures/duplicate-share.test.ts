import { describe, expect, it } from 'vitest';
import { duplicateGraph } from '../../src/measures/duplicate-graph.ts';
import type { NearShare } from '../../src/measures/duplicate-share.ts';
import { nearShare } from '../../src/measures/duplicate-share.ts';
import type { Capacities } from '../../src/profile/capacities.ts';
import { DEFAULT_CAPACITIES } from '../../src/profile/capacities.ts';
import { readSources, toEnd } from '../../src/profile/values.ts';
import type { TextSignatures } from '../../src/sketches/text-signatures.ts';
import {
  createTextSignatures,
  offerSignature,
  trimTextSignatures,
} from '../../src/sketches/text-signatures.ts';
import { profileOf } from '../support/profiles.ts';
import { madeTexts, shareWithin, signaturesOf } from './made-clusters.ts';

function shareOf(signatures: TextSignatures): NearShare {
  trimTextSignatures(signatures);
  return nearShare(toEnd(duplicateGraph(signatures)));
}

/** Texts that all have one key; of each ten, the first so many are near copies of each other. */
function oneKey(texts: number, alike: number): TextSignatures {
  const signatures = createTextSignatures({ capacity: 2 ** 13, perKey: 32, shingles: 512 });
  for (let index = 0; index < texts; index++) {
    const own = index % 10 < alike ? Math.floor(index / 10) * 10 : index;
    const hash = Math.imul(index + 1, 0x9e3779b1) >>> 0;
    offerSignature(signatures, { hash: hash.toString(16).padStart(16, '0'), rank: 9 }, () => ({
      id: String(index),
      source: '',
      date: '',
      shingles: Uint32Array.of(1, 2 + 4 * own, 3 + 4 * own, 4 + 4 * own),
      complete: true,
      words: 6,
    }));
  }
  return signatures;
}

describe('the share of near copies', () => {
  it('is exact while all texts are known, whatever the hashes', () => {
    const made = madeTexts(2_000, 3);
    const truth = (made.texts.length - made.clusters) / made.texts.length;
    for (const seed of [1, 2, 3])
      expect(shareOf(signaturesOf(made, made.cells, seed))).toEqual({ value: truth, standardError: 0 });
  });

  it('is estimated from a tenth of the texts, with an interval that holds it 19 times in 20', () => {
    const made = madeTexts(20_000, 1);
    const { inside, bias } = shareWithin(made, { part: 10, seeds: 20, shareOf });
    expect(inside).toBeGreaterThanOrEqual(17);
    expect(Math.abs(bias)).toBeLessThan(0.02);
  });

  it('is nothing where nothing is alike, and all but one where all are', () => {
    expect(shareOf(createTextSignatures({ capacity: 9, perKey: 2, shingles: 3 }))).toEqual({
      value: 0,
      standardError: 0,
    });
    expect(shareOf(oneKey(5_000, 0)).value).toBe(0);
    const all = createTextSignatures({ capacity: 2 ** 13, perKey: 32, shingles: 8 });
    for (let index = 0; index < 5_000; index++)
      offerSignature(all, { hash: index.toString(16).padStart(16, '0'), rank: 9 }, () => ({
        id: 'a',
        source: '',
        date: '',
        shingles: Uint32Array.of(1, 2, 3, 10 + index),
        complete: true,
        words: 6,
      }));
    expect(shareOf(all).value).toBeGreaterThan(0.99);
    expect(shareOf(all).value).toBeLessThan(1);
  });

  it.each([
    ['are near copies', 8],
    ['have little else in common', 42],
  ])('is held where half of the texts have one key and %s', (_, ownWords) => {
    let inside = 0;
    let errors = 0;
    for (let seed = 1; seed <= SEEDS; seed++) {
      const { texts, clusters } = oneHeader(seed, ownWords);
      const profile = profileOf(
        texts.map((text) => ({ text })),
        SMALL,
      );
      const { graph } = toEnd(readSources(profile));
      const isCluster = ownWords === 8;
      expect(graph.large.clusters).toBe(isCluster ? 1 : 0);
      expect(graph.large.hashes.size / graph.large.drawn).toBeCloseTo(isCluster ? 0.5 : 0, 1);
      expect(Math.abs(graph.large.distinct / texts.length - 1)).toBeLessThan(0.15);
      const { value, standardError } = nearShare(graph);
      const truth = (texts.length - clusters) / texts.length;
      errors += value - truth;
      if (Math.abs(value - truth) <= 1.96 * standardError) inside += 1;
    }
    expect(inside).toBeGreaterThanOrEqual(SEEDS - 3);
    expect(Math.abs(errors / SEEDS)).toBeLessThan(0.03);
  });
});

const SEEDS = 12;
/** A tenth of the texts below fit into the signatures, and a third into the sample. */
const SMALL: Capacities = {
  ...DEFAULT_CAPACITIES,
  sample: { ...DEFAULT_CAPACITIES.sample, capacity: 1_000 },
  signatures: { capacity: 2 ** 15, perKey: 32, shingles: 512 },
};

/** Texts with one header and as many words of their own, as many in pairs or alone, and the clusters of them all. */
function oneHeader(
  seed: number,
  ownWords: number,
): { readonly texts: readonly string[]; readonly clusters: number } {
  const own = (name: string, words: number): string =>
    Array.from({ length: words }, (_, place) => `${name}s${seed}w${place}`).join(' ');
  const header = own('header', 40);
  const large = Array.from({ length: 1_500 }, (_, index) => `${header} ${own(`l${index}`, ownWords)}`);
  const pairs = Array.from({ length: 500 }, (_, index) => own(`p${index}`, 45));
  const alone = Array.from({ length: 500 }, (_, index) => own(`a${index}`, 45));
  return {
    texts: [...large, ...pairs, ...pairs.map((text) => `${text} again`), ...alone],
    clusters: (ownWords === 8 ? 1 : large.length) + pairs.length + alone.length,
  };
}
