import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlap as measure } from '../../src/measures/overlap.ts';
import type { MeasureValues } from '../../src/measures/registry.ts';
import { corpusOfTexts } from '../support/profiles.ts';

/** The overlap of texts that may be near copies of each other, of which a report would see one alone. */
function overlapOf(texts: readonly string[]): MeasureValues['overlap'] {
  return measure.snapshot(corpusOfTexts(texts));
}

/** The definition by itself: all pairs of documents, all pairs of their different n-grams. */
function chanceOfCoincidence(texts: readonly string[], n: number): number | null {
  const sets = [...new Set(texts)].map((text) => {
    const words = text.split(' ').slice(0, 150);
    return new Set(
      words.slice(0, Math.max(0, words.length - n + 1)).map((_, i) => words.slice(i, i + n).join(' ')),
    );
  });
  let same = 0;
  let pairs = 0;
  for (const [i, a] of sets.entries())
    for (const [j, b] of sets.entries()) {
      if (i === j) continue;
      pairs += a.size * b.size;
      same += [...a].filter((gram) => b.has(gram)).length;
    }
  return pairs === 0 ? null : (1e6 * same) / pairs;
}

/** A window full of words that no other seed has. */
function filler(seed: string): string {
  return Array.from({ length: 150 }, (_, i) => `${seed}${i}`).join(' ');
}

const text = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 12 })
  .map((w) => w.join(' '));

describe('the overlap between documents', () => {
  it('is the chance that n-grams of two documents are the same', () => {
    fc.assert(
      fc.property(fc.uniqueArray(text, { minLength: 1, maxLength: 8 }), (texts) => {
        for (const { n, perMillion } of overlapOf(texts).byN) {
          const expected = chanceOfCoincidence(texts, n);
          if (expected === null) expect(perMillion).toBeNull();
          else expect(perMillion?.value).toBeCloseTo(expected, 6);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('without a group is the overlap of the documents outside it', () => {
    const texts = Array.from(
      { length: 60 },
      (_, i) => `w${i % 7} and so on to the end of w${i % 5} with w${i}`,
    );
    const { byN } = overlapOf(texts);
    const leaveOneOut = byN[0]?.perMillion?.leaveOneOut ?? [];
    const occupied = leaveOneOut.filter((value) => value !== null);
    expect(leaveOneOut).toHaveLength(32);
    expect(occupied.length).toBeGreaterThan(20);
    expect(new Set(occupied).size).toBeGreaterThan(5);
  });

  it('compares equal windows: what comes after 150 words does not count', () => {
    const tail = ' and the same words at the end of each of them';
    const overlap = overlapOf(['a', 'b', 'c'].map((seed) => filler(seed) + tail));
    expect(overlap.byN.map(({ perMillion }) => perMillion?.value)).toEqual([0, 0, 0, 0]);
  });

  it('says which share of the texts does not fill the window', () => {
    expect(overlapOf([filler('a'), filler('b'), 'one two three', 'four']).shorterShare).toBe(0.5);
    expect(overlapOf([]).shorterShare).toBeNull();
  });

  it('takes a text once, however many documents have it', () => {
    const texts = ['one two three four five', 'five six seven eight nine'];
    const copied = overlapOf([...texts, ...Array.from({ length: 50 }, () => 'one two three four five')]);
    expect(copied).toEqual(overlapOf(texts));
  });

  it('quotes the longest words that most documents share, as they are written', () => {
    const texts = ['x', 'y', 'z'].map(
      (name) => `${name}${name} says: All is well, that ends well! So ${name}.`,
    );
    const [phrase] = overlapOf(texts).phrases;
    expect(phrase?.quote).toBe('says: All is well, that ends well! So');
    expect(phrase?.texts).toBe(3);
    expect(phrase?.documents).toHaveLength(3);
  });

  it('has nothing to say about documents shorter than an n-gram', () => {
    const overlap = overlapOf(['one', 'two', 'three']);
    expect(overlap.byN.every(({ perMillion }) => perMillion === null)).toBe(true);
    expect(overlap.sharedShare).toBeNull();
  });
});
