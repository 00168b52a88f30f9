import { describe, expect, it } from 'vitest';
import { duplicateGraph } from '../../src/measures/duplicate-graph.ts';
import type { NearShare } from '../../src/measures/duplicate-share.ts';
import { nearShare } from '../../src/measures/duplicate-share.ts';
import { toEnd } from '../../src/profile/values.ts';
import type { TextSignatures } from '../../src/sketches/text-signatures.ts';
import {
  createTextSignatures,
  offerSignature,
  trimTextSignatures,
} from '../../src/sketches/text-signatures.ts';
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
});
