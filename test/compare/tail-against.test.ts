import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CAPACITIES } from '../../src/profile/capacities.ts';
import { createProfile, mergeProfiles, withoutText } from '../../src/profile/profile.ts';
import { anyDocument, profileOf, roundTrip, TINY } from '../support/profiles.ts';
import { compared, rowsOf } from './comparing.ts';

const SAMPLED = { ...DEFAULT_CAPACITIES, tables: { ...DEFAULT_CAPACITIES.tables, groups: 512 } };

/** Documents in which the word of number i stands in every (i + 1)th, so that words of all frequencies occur. */
function texts(documents: number, name: string): { readonly text: string }[] {
  return Array.from({ length: documents }, (_, document) => {
    const words = Array.from({ length: 400 }, (__, word) => word).filter(
      (word) => (document + word) % (word + 1) === 0,
    );
    return { text: `${name}${document} ${words.map((word) => `w${word}`).join(' ')}` };
  });
}

describe('the tail of a corpus', () => {
  it.each([
    ['all types', DEFAULT_CAPACITIES],
    ['a sample of types', SAMPLED],
  ])('is as expected against itself, by %s', (_, capacities) => {
    const profile = profileOf(texts(300, 'd'), capacities);
    const tail = compared(profile, roundTrip(profile));
    expect(tail.typeShare === 1).toBe(capacities === DEFAULT_CAPACITIES);
    expect(rowsOf(tail).length).toBeGreaterThan(6);
    for (const [, { difference, ratio, expected }] of rowsOf(tail)) {
      expect([difference.value, ...difference.leaveOneOut].every((own) => own === 0)).toBe(true);
      expect(ratio === null || ratio.value === 1).toBe(true);
      expect(expected.value).toBeGreaterThanOrEqual(0);
    }
    expect(tail.lost).toBe(0);
  });

  it('has nothing of a reference of other words', () => {
    const reference = profileOf(
      Array.from({ length: 60 }, (_, document) => ({ text: `alpha beta gamma r${document}` })),
    );
    const corpus = profileOf(
      Array.from({ length: 60 }, (_, document) => ({ text: `delta epsilon zeta c${document}` })),
    );
    const { tokens, types, lost, lostWords } = compared(reference, corpus);
    expect(types?.survived.value).toBe(0);
    expect(tokens?.survived.value).toBe(0);
    // Three words in every document, and one of its own in each, which is looked up where it is not.
    expect(tokens?.expected.value).toBeCloseTo(0.75, 10);
    expect([lost, lostWords]).toEqual([0, []]);
  });

  it('lacks words that stood in many documents, most first, the hostile ones as well', () => {
    const words = ['constructor', '__proto__', 'toString', '\ud800'];
    const documents = Array.from({ length: 200 }, (_, document) => ({
      text: `d${document} the same again ${words.filter((__, word) => document < 16 + 4 * word).join(' ')}`,
    }));
    const corpus = Array.from({ length: 200 }, (_, document) => ({
      text: `c${document} the same again and again`,
    }));
    const { lost, lostWords } = compared(profileOf(documents), profileOf(corpus));
    expect(lost).toBe(words.length - 1);
    expect(lostWords.map(({ word, documents: own }) => [word, own])).toEqual([
      ['tostring', 24],
      ['__proto__', 20],
      ['constructor', 16],
    ]);
    expect(lostWords[0]?.expectedDocuments).toBeGreaterThan(20);
    const quiet = compared(withoutText(profileOf(documents)), profileOf(corpus));
    expect(quiet.lostWords.map(({ word }) => word)).toEqual([null, null, null]);
    expect(quiet.rare).toEqual(compared(profileOf(documents), profileOf(corpus)).rare);
  });

  it('does not depend on how the profiles were put together', () => {
    const [first, second, other] = [texts(100, 'a'), texts(60, 'b'), texts(80, 'c')];
    const whole = profileOf([...first, ...second]);
    const merged = mergeProfiles(profileOf(second), profileOf(first));
    expect(compared(merged, profileOf(other))).toEqual(compared(whole, profileOf(other)));
    expect(compared(profileOf(other), merged)).toEqual(compared(profileOf(other), whole));
  });

  it('is absent without words', () => {
    const some = profileOf(texts(40, 'd'));
    for (const [reference, corpus] of [
      [createProfile(), some],
      [some, createProfile()],
      [createProfile(), createProfile()],
    ] as const) {
      const tail = compared(reference, corpus);
      expect([tail.rare, tail.types, tail.tokens, tail.bands, tail.lostWords]).toEqual([
        null,
        null,
        null,
        [],
        [],
      ]);
    }
  });

  it('is made of finite numbers, whatever the documents', () => {
    const corpora = fc.tuple(
      fc.array(anyDocument, { maxLength: 12 }),
      fc.array(anyDocument, { maxLength: 12 }),
      fc.constantFrom(TINY, DEFAULT_CAPACITIES),
    );
    fc.assert(
      fc.property(corpora, ([reference, corpus, capacities]) => {
        const tail = compared(profileOf(reference, capacities), profileOf(corpus, capacities));
        expect(
          JSON.stringify(tail, (_, value: unknown) =>
            typeof value === 'number' && !Number.isFinite(value) ? 'BAD' : value,
          ),
        ).not.toContain('BAD');
        for (const [, { expected, survived }] of rowsOf(tail))
          for (const { value } of [expected, survived]) expect(value >= 0 && value <= 1 + 1e-12).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
