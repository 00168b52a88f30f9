import { describe, expect, it } from 'vitest';
import type { LexicalDiversityValue } from '../../src/measures/lexical-diversity.ts';
import { valuesOfTexts } from '../support/profiles.ts';

const diversityOf = (...texts: readonly string[]): LexicalDiversityValue =>
  valuesOfTexts(texts)['lexical-diversity'];

const ofOneWord = (word: string, words: number): string =>
  Array.from({ length: words }, () => word).join(' ');
const ofNewWords = (seed: string, words: number): string =>
  Array.from({ length: words }, (_, index) => `${seed}${index}`).join(' ');

describe('lexical diversity', () => {
  it('is as low as can be for a document of one word', () => {
    const value = diversityOf(ofOneWord('constructor', 100));
    expect(value.movingAverageTtr?.value).toBeCloseTo(1 / 50, 12);
    expect(value.hypergeometricDiversity?.value).toBeCloseTo(1 / 42, 12);
    // A factor closes at every second word.
    expect(value.textualLexicalDiversity?.value).toBeCloseTo(2, 12);
    expect(value.yuleK?.value).toBeCloseTo(1e4 * (1 - 1 / 100), 9);
  });

  it('is as high as can be where every word occurs once', () => {
    const value = diversityOf(ofNewWords('w', 120));
    expect(value.movingAverageTtr?.value).toBe(1);
    expect(value.hypergeometricDiversity?.value).toBeCloseTo(1, 12);
    expect(value.textualLexicalDiversity?.value).toBe(120);
    expect(value.yuleK?.value).toBe(0);
  });

  it('is the mean over documents, and without a group the mean of the others', () => {
    const { movingAverageTtr } = diversityOf(ofNewWords('__proto__', 50), ofOneWord('a', 60));
    expect(movingAverageTtr?.value).toBeCloseTo((1 + 1 / 50) / 2, 12);
    expect(movingAverageTtr?.documents).toBe(2);
    const others = movingAverageTtr?.leaveOneOut.filter((other) => other !== null).toSorted() ?? [];
    expect(others).toHaveLength(2);
    expect(others[0]).toBeCloseTo(1 / 50, 12);
    expect(others[1]).toBeCloseTo(1, 12);
  });

  it('looks at the first 300 words, so that length does not decide', () => {
    const beginning = ofOneWord('a', 300);
    const long = diversityOf(`${beginning} ${ofNewWords('w', 900)}`);
    expect(long.textualLexicalDiversity?.value).toBe(diversityOf(beginning).textualLexicalDiversity?.value);
    expect(long.movingAverageTtr?.value).toBeCloseTo(1 / 50, 12);
    expect(long.yuleK?.value).toBeCloseTo(1e4 * (1 - 1 / 300), 9);
  });

  it.each([
    [41, [0, 0, 0, 0]],
    [42, [0, 1, 0, 0]],
    [50, [1, 1, 0, 0]],
    [99, [1, 1, 0, 0]],
    [100, [1, 1, 1, 1]],
  ])('has the figures for which a document of %i words is long enough', (words, documents) => {
    const value = diversityOf(ofNewWords('w', words), 'a', 'b');
    expect(
      [value.movingAverageTtr, value.hypergeometricDiversity, value.textualLexicalDiversity, value.yuleK].map(
        (figure) => figure?.documents ?? 0,
      ),
    ).toEqual(documents);
  });
});
