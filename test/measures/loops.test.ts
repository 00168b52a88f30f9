import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LoopsValue } from '../../src/measures/loops.ts';
import { valuesOf } from '../../src/profile/values.ts';
import { profileOf, valuesOfTexts } from '../support/profiles.ts';

function loopsOf(...texts: readonly string[]): LoopsValue {
  return valuesOfTexts(texts).loops;
}

/** As many different words. */
function different(count: number, stem = 'w'): string {
  return Array.from({ length: count }, (_, index) => `${stem}${index}`).join(' ');
}

const again = (words: string, times: number): string => `${words} `.repeat(times).trim();

describe('loops', () => {
  it('are documents with 20 words or more in three rounds or more', () => {
    const value = loopsOf(`Once ${again('and on it goes,', 6)} and on`, different(40));
    expect(value.share?.value).toBe(1 / 2);
    expect(value.share?.documents).toBe(2);
    expect(value.loopingDocuments).toBe(1);
    expect(value.longest).toMatchObject([{ quote: 'and on it goes', period: 4, repeats: 6, words: 26 }]);
  });

  it('take 20 words: 19 of one word are none, 20 are one', () => {
    expect(loopsOf(again('no', 19), different(20)).share?.value).toBe(0);
    expect(loopsOf(`well ${again('no', 19)}`).share?.value).toBe(0);
    expect(loopsOf(`well ${again('no', 20)}`).longest).toMatchObject([{ quote: 'no', repeats: 20 }]);
    expect(loopsOf(again('no', 20)).share?.value).toBe(1);
  });

  it('take three whole rounds', () => {
    const round = different(30);
    expect(loopsOf(`${again(round, 2)} ${different(29)}`).loopingDocuments).toBe(0);
    expect(loopsOf(again(round, 3)).longest).toMatchObject([{ period: 30, repeats: 3, words: 90 }]);
  });

  it('have rounds of up to 64 words', () => {
    expect(loopsOf(again(different(64), 3)).longest).toMatchObject([{ period: 64, repeats: 3 }]);
    expect(loopsOf(again(different(65), 4)).loopingDocuments).toBe(0);
  });

  it('are found behind the beginning, up to the 2,000th word', () => {
    expect(loopsOf(`${different(1900)} ${again('x y', 50)}`).longest).toMatchObject([{ words: 100 }]);
    expect(loopsOf(`${different(1981)} ${again('x y', 50)}`).loopingDocuments).toBe(0);
  });

  it('do not mind hostile words, letter case and marks between the words', () => {
    const value = loopsOf(again('Constructor, __proto__! CONSTRUCTOR -- __proto__.', 5));
    expect(value.longest).toMatchObject([{ quote: 'Constructor, __proto__', period: 2, repeats: 10 }]);
  });

  it('are absent without a document of 20 words', () => {
    const nothing = { share: null, loopingDocuments: 0, longest: [] };
    expect(loopsOf()).toEqual(nothing);
    expect(loopsOf('')).toEqual(nothing);
    expect(loopsOf('no', again('no', 19))).toEqual(nothing);
  });

  it('are told by name for at most ten documents, longest first and then by id', () => {
    const documents = Array.from({ length: 12 }, (_, index) => ({
      id: `d${index}`,
      text: again(`word${index}`, index < 2 ? 20 : 30),
    }));
    const { longest, loopingDocuments } = valuesOf(profileOf(documents)).loops;
    expect(loopingDocuments).toBe(12);
    expect(longest.map(({ id }) => id)).toEqual([
      'd10',
      'd11',
      'd2',
      'd3',
      'd4',
      'd5',
      'd6',
      'd7',
      'd8',
      'd9',
    ]);
  });

  it('are looked for in 4,000 texts, the first by hash', () => {
    const documents = Array.from({ length: 4100 }, (_, index) => ({ text: again(`word${index}`, 20) }));
    const { share, loopingDocuments } = valuesOf(profileOf(documents)).loops;
    expect(share).toMatchObject({ value: 1, documents: 4000 });
    expect(loopingDocuments).toBe(4000);
    expect(share?.leaveOneOut).toEqual(Array.from({ length: 32 }, () => 1));
  });

  it('have finite shares, and as many groups as there are, for any texts', () => {
    const word = fc.constantFrom('a', 'B', 'constructor', '__proto__', '的', '\ud800', '1');
    const texts = fc.array(
      fc.array(word, { maxLength: 60 }).map((words) => words.join(' ')),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(texts, (given) => {
        const { share, loopingDocuments, longest } = loopsOf(...given);
        for (const { words, period, repeats } of longest) {
          expect(words).toBeGreaterThanOrEqual(20);
          expect(repeats).toBe(Math.floor(words / period));
          expect(repeats).toBeGreaterThanOrEqual(3);
        }
        if (share === null) return;
        expect(share.value).toBe(loopingDocuments / share.documents);
        for (const other of share.leaveOneOut) expect(Number.isFinite(other ?? 0)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
