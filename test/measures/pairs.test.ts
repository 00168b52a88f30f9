import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairSimilarity } from '../../src/measures/pair-similarity.ts';
import { phraseConcentration } from '../../src/measures/phrase-concentration.ts';
import { replicateGroup } from '../../src/sketches/replicate-group.ts';
import { contentHash } from '../../src/text/content.ts';
import { corpusOfTexts, valuesOfTexts } from '../support/profiles.ts';

const text = fc
  .array(fc.constantFrom('a', 'b', 'c', 'constructor', '__proto__'), { minLength: 1, maxLength: 12 })
  .map((words) => words.join(' '));
const texts = fc.uniqueArray(text, { minLength: 1, maxLength: 8 });

function gramsOf(own: string, n: number): Set<string> {
  const words = own.split(' ').slice(0, 150);
  return new Set(
    words.slice(0, Math.max(0, words.length - n + 1)).map((_, i) => words.slice(i, i + n).join(' ')),
  );
}

/** The definition by itself: each pair of texts, over the mean number of different 3-grams. */
function meanShare(own: readonly string[]): number | null {
  const sets = own.map((one) => gramsOf(one, 3)).filter(({ size }) => size > 0);
  if (sets.length < 2) return null;
  const mean = sets.reduce((sum, { size }) => sum + size, 0) / sets.length;
  let same = 0;
  let pairs = 0;
  for (const [i, a] of sets.entries())
    for (const b of sets.slice(i + 1)) {
      pairs += 1;
      same += [...a].filter((gram) => b.has(gram)).length;
    }
  return same / pairs / mean;
}

function groupOf(own: string): number {
  return replicateGroup(contentHash(own).low);
}

describe('the similarity of pairs', () => {
  it('is what a pair of texts has in common over what a text has', () => {
    fc.assert(
      fc.property(texts, (own) => {
        const value = pairSimilarity.snapshot(corpusOfTexts(own)).meanShare;
        const expected = meanShare(own);
        if (expected === null) expect(value).toBeNull();
        else expect(value?.value).toBeCloseTo(expected, 10);
        expect(value?.value ?? 0).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves out a group as if its texts were not there', () => {
    const own = Array.from({ length: 40 }, (_, i) => `w${i % 5} and so on to w${i % 3} and w${i}`);
    const value = pairSimilarity.snapshot(corpusOfTexts(own)).meanShare;
    for (const [group, left] of (value?.leaveOneOut ?? []).entries()) {
      const members = own.filter((one) => groupOf(one) === group);
      if (members.length === 0) expect(left).toBeNull();
      else expect(left).toBeCloseTo(meanShare(own.filter((one) => groupOf(one) !== group)) ?? -1, 10);
    }
    expect(value?.leaveOneOut).toHaveLength(32);
  });
});

describe('the concentration of phrases', () => {
  it('weighs each 4-gram by the pairs of texts that have it', () => {
    fc.assert(
      fc.property(texts, (own) => {
        const counts = new Map<string, number>();
        for (const one of own)
          for (const gram of gramsOf(one, 4)) counts.set(gram, (counts.get(gram) ?? 0) + 1);
        const weights = [...counts.values()]
          .map((df) => df * (df - 1))
          .filter((weight) => weight > 0)
          .toSorted((a, b) => b - a);
        const all = weights.reduce((sum, weight) => sum + weight, 0);
        const { sharedPhrases, concentration } = phraseConcentration.snapshot(corpusOfTexts(own));
        expect(sharedPhrases).toBe(weights.length);
        if (all === 0) {
          expect(concentration).toBeNull();
          return;
        }
        const top = weights.slice(0, 10).reduce((sum, weight) => sum + weight, 0);
        expect(concentration?.topTen).toBeCloseTo(top / all, 10);
        const squares = weights.reduce((sum, weight) => sum + weight * weight, 0);
        expect(concentration?.effectivePhrases).toBeCloseTo((all * all) / squares, 8);
      }),
      { numRuns: 60 },
    );
  });

  it('tells one phrase in all texts from many phrases in two', () => {
    const template = corpusOfTexts(Array.from({ length: 30 }, (_, i) => `the very same words w${i}`));
    expect(phraseConcentration.snapshot(template).concentration).toMatchObject({
      topTen: 1,
      effectivePhrases: 1,
    });
    const pairs = corpusOfTexts(
      Array.from({ length: 60 }, (_, i) => `a${i >> 1} b${i >> 1} c${i >> 1} d${i >> 1} e${i}`),
    );
    const { concentration, sharedPhrases } = phraseConcentration.snapshot(pairs);
    expect(sharedPhrases).toBe(30);
    expect(concentration?.topTen).toBeCloseTo(1 / 3, 12);
    expect(concentration?.topHundred).toBeCloseTo(1, 12);
    expect(concentration?.effectivePhrases).toBeCloseTo(30, 9);
  });
});

/** The same of the words at the edge of each text: all ordered pairs, one by one. */
function edge(own: readonly string[], cut: (words: string[]) => string[]): number | null {
  const edges = own
    .map((one) => one.split(' '))
    .filter((words) => words.length >= 6)
    .map((words) => cut(words).join(' '));
  if (edges.length < 2) return null;
  const same = edges.flatMap((a, i) => edges.filter((b, j) => i !== j && a === b)).length;
  return (1e6 * same) / (edges.length * (edges.length - 1));
}

/** More words than any excerpt holds. */
function body(name: string): string {
  return Array.from({ length: 2_100 }, (_, i) => `${name}${i}`).join(' ');
}

describe('the edges of texts', () => {
  it('give the chance that two texts begin or end alike', () => {
    const long = fc
      .array(fc.constantFrom('a', 'b', '__proto__'), { minLength: 1, maxLength: 9 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.uniqueArray(long, { minLength: 1, maxLength: 20 }), (own) => {
        const { openings, endings } = valuesOfTexts(own).edges;
        expect(openings.perMillion?.value ?? null).toEqual(edge(own, (words) => words.slice(0, 3)));
        expect(endings.perMillion?.value ?? null).toEqual(edge(own, (words) => words.slice(-3)));
      }),
      { numRuns: 60 },
    );
  });

  it('leave out a group as if its texts were not there', () => {
    const own = Array.from({ length: 80 }, (_, i) => `w${i % 3} and so begin the words of w${i}`);
    const value = valuesOfTexts(own).edges.openings.perMillion;
    for (const [group, left] of (value?.leaveOneOut ?? []).entries()) {
      const others = own.filter((one) => groupOf(one) !== group);
      if (others.length === own.length) expect(left).toBeNull();
      else expect(left).toBeCloseTo(valuesOfTexts(others).edges.openings.perMillion?.value ?? -1, 6);
    }
  });

  it('are quoted as they are written, with the texts that have them', () => {
    const own = ['one', 'two', 'three'].map((name) => `In this Paper, ${name} says it. So: That is ALL!`);
    const { openings, endings } = valuesOfTexts([...own, 'Nobody else has such words.', 'Too short.']).edges;
    expect(openings).toMatchObject({ texts: 3, commonest: [{ quote: 'In this Paper', texts: 3 }] });
    expect(openings.commonest[0]?.documents).toHaveLength(3);
    expect(endings.commonest).toMatchObject([{ quote: 'That is ALL', texts: 3 }]);
  });

  it('know the end of a text only where the whole of it was kept', () => {
    const { openings, endings } = valuesOfTexts([
      `We open so ${body('a')} and we close`,
      `We open so ${body('b')} and we close`,
      'We open so but then we close',
    ]).edges;
    expect(openings).toMatchObject({ texts: 3, perMillion: { value: 1e6 } });
    expect(endings).toMatchObject({ texts: 1, perMillion: null, commonest: [] });
  });

  it('are absent without texts', () => {
    const nothing = { texts: 0, perMillion: null, commonest: [] };
    expect(valuesOfTexts([]).edges).toEqual({ words: 3, openings: nothing, endings: nothing });
  });
});
