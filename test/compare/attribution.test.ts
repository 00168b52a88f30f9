import { describe, expect, it } from 'vitest';
import { attribution } from '../../src/compare/attribution.ts';
import { comparedCorpus } from '../../src/compare/compared-corpus.ts';
import type { AttributedSlice } from '../../src/compare/comparison.ts';
import type { Document } from '../../src/document.ts';
import { profileOf } from '../support/profiles.ts';
import { madeTexts } from './made-texts.ts';

function attributed(
  baseline: readonly Document[],
  candidate: readonly Document[],
): readonly AttributedSlice[] {
  return attribution({
    baseline: comparedCorpus(profileOf(baseline)),
    candidate: comparedCorpus(profileOf(candidate)),
  });
}

function overlapOf(documents: readonly Document[]): number {
  const { byN } = comparedCorpus(profileOf(documents)).values.overlap;
  return byN.find(({ n }) => n === 2)?.perMillion?.value ?? 0;
}

function from(source: string, seed: number, documents: number): readonly Document[] {
  return madeTexts({ seed, documents }).map((text) => ({ text, source }));
}

/** Texts that all say the same sentence, in their own words. */
function alike(source: string, seed: number, documents: number): readonly Document[] {
  return from(source, seed, documents).map(({ text }, place) => ({
    source,
    text: `It is important to note that ${place} of these are delved into here. ${text.split(' ').slice(13).join(' ')}`,
  }));
}

describe('attribution', () => {
  it.each([
    [
      'one became alike',
      [...from('a', 1, 30), ...from('b', 2, 30)],
      [...from('a', 1, 30), ...alike('b', 3, 30)],
    ],
    ['one came', from('a', 1, 30), [...from('a', 1, 30), ...alike('__proto__', 3, 30), ...from('', 5, 10)]],
    ['one went', [...from('a', 1, 30), ...from('constructor', 2, 30)], from('a', 1, 30)],
    ['many', Array.from({ length: 12 }, (_, seed) => from(`s${seed}`, seed, 6)).flat(), from('s1', 30, 30)],
  ])('adds up to the change of the overlap: %s', (_, baseline, candidate) => {
    const rows = attributed(baseline, candidate);
    const change = overlapOf(candidate) - overlapOf(baseline);
    expect(rows.reduce((sum, { total }) => sum + total, 0)).toBeCloseTo(change, 6);
    expect(rows.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(1, 9);
    for (const { within, between, mix, total } of rows) expect(within + between + mix).toBeCloseTo(total, 9);
  });

  it('puts the source that became alike first, by what happened within it', () => {
    const [first] = attributed(
      [...from('a', 1, 30), ...from('b', 2, 30)],
      [...from('a', 1, 30), ...alike('b', 3, 30)],
    );
    expect(first).toMatchObject({ by: 'source', slice: 'b' });
    expect(first?.within).toBeGreaterThan(3 * Math.abs(first?.mix ?? 0));
    expect(first?.interval?.[0]).toBeGreaterThan(0);
  });

  it('takes what only one version has for mix', () => {
    const rows = attributed(from('a', 1, 30), [...from('a', 1, 30), ...alike('b', 3, 30)]);
    const fresh = rows.find(({ slice }) => slice === 'b');
    expect(fresh).toMatchObject({ within: 0, between: 0 });
    expect(fresh?.mix).toBeGreaterThan(0);
  });

  it('says nothing where one source, or none, is named', () => {
    expect(attributed(from('a', 1, 10), from('a', 2, 10))).toEqual([]);
    expect(attributed(from('', 1, 10), from('', 2, 10))).toEqual([]);
  });

  it('is 0, exactly, for a version against itself', () => {
    const whole = [...from('a', 1, 20), ...from('b', 2, 20)];
    for (const { total, interval, share } of attributed(whole, whole)) {
      expect(total).toBe(0);
      expect(interval).toEqual([0, 0]);
      expect(share).toBeNull();
    }
  });
});
