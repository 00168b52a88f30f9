import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/document.ts';
import type { MeasureValues } from '../../src/measures/registry.ts';
import { DEFAULT_CAPACITIES } from '../../src/profile/capacities.ts';
import { decodeProfile, encodeProfile } from '../../src/profile/codec.ts';
import { createProfile, mergeProfiles, withoutText } from '../../src/profile/profile.ts';
import { valuesOf } from '../../src/profile/values.ts';
import { anyDocument, bytesOf, profileOf, roundTrip, TINY } from '../support/profiles.ts';

/** One content in many writings, so that excerpts decide which of them stays. */
const anyWriting: fc.Arbitrary<Document> = fc
  .tuple(fc.constantFrom(2, 4, 6), fc.array(fc.constantFrom(' ', '  ', '\n', '\n\n'), { minLength: 6 }))
  .map(([words, separators]) => ({
    text: 'One two. Three! Four five. Six seven'
      .split(' ')
      .slice(0, words)
      .map((word, index) => `${separators[index] ?? ''}${word}`)
      .join(' '),
  }));
const documents = fc.array(fc.oneof(anyDocument, anyWriting), { maxLength: 12 });

const QUOTING: ReadonlySet<string> = new Set(['word', 'words', 'quote']);

/** Values with everything removed that quotes the corpus, or cannot be had without text. */
function unquoted(values: MeasureValues): unknown {
  const {
    languages: _,
    'syntax-templates': __,
    'document-rules': ___,
    compression: ____,
    stems: _____,
    ...others
  } = values;
  return JSON.parse(JSON.stringify(others), (name, value: unknown) =>
    QUOTING.has(name) ? undefined : value,
  );
}

describe.each([
  ['exact tables', DEFAULT_CAPACITIES],
  ['overflowing tables', TINY],
])('a profile without text, with %s', (_, capacities) => {
  const part = (of: readonly Document[]) => profileOf(of, capacities);
  const empty = () => createProfile(capacities);

  it('has the values of the profile with text', () => {
    fc.assert(
      fc.property(documents, (texts) => {
        const values = valuesOf(roundTrip(withoutText(part(texts))));
        expect(unquoted(values)).toEqual(unquoted(valuesOf(part(texts))));
      }),
      { numRuns: 60 },
    );
  });

  it('is the same whatever the order, and wherever between reading and adding the text is left out', () => {
    fc.assert(
      fc.property(documents, documents, documents, (a, b, c) => {
        const whole = bytesOf(withoutText(part([...a, ...b, ...c])));
        const sums = [
          mergeProfiles(mergeProfiles(withoutText(part(a)), withoutText(part(b))), withoutText(part(c))),
          mergeProfiles(mergeProfiles(part(a), part(b)), withoutText(part(c))),
          mergeProfiles(roundTrip(withoutText(part(c))), mergeProfiles(part(b), part(a))),
          mergeProfiles(part(c), mergeProfiles(roundTrip(withoutText(part(a))), part(b))),
        ];
        for (const sum of sums) expect(bytesOf(sum)).toBe(whole);
      }),
      { numRuns: 60 },
    );
  });

  it('is unchanged by adding the profile of nothing, with or without text', () => {
    fc.assert(
      fc.property(documents, (texts) => {
        const alone = bytesOf(withoutText(part(texts)));
        for (const nothing of [empty, () => withoutText(empty())]) {
          expect(bytesOf(mergeProfiles(nothing(), withoutText(part(texts))))).toBe(alone);
          expect(bytesOf(mergeProfiles(withoutText(part(texts)), nothing()))).toBe(alone);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('survives being written and read, says that it holds no text, and leaves the given one as it was', () => {
    fc.assert(
      fc.property(documents, (texts) => {
        const given = part(texts);
        const before = bytesOf(given);
        const bare = withoutText(given);
        expect(bytesOf(given)).toBe(before);
        expect(bytesOf(withoutText(bare))).toBe(bytesOf(bare));
        expect(bytesOf(roundTrip(bare))).toBe(bytesOf(bare));
        expect(roundTrip(bare).holdsText).toBe(false);
        expect(roundTrip(given).holdsText).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the excerpt that stays of one content in several writings', () => {
  it('does not depend on the order either where both are longer than a short excerpt', () => {
    const writings = ['a b c\nd e', 'a b c  d e', 'a b c d\n\ne', 'a  b c d e'].map((text) => ({ text }));
    const one = bytesOf(profileOf(writings, TINY));
    const two = bytesOf(withoutText(profileOf(writings, TINY)));
    for (const [index] of writings.entries()) {
      const turned = [...writings.slice(index), ...writings.slice(0, index)];
      expect(bytesOf(profileOf(turned, TINY))).toBe(one);
      const sum = turned.map((document) => withoutText(profileOf([document], TINY))).reduce(mergeProfiles);
      expect(bytesOf(sum)).toBe(two);
    }
  });
});

const bytes = (of: Uint8Array): string => Buffer.from(of).toString('latin1');

describe('what stands in its bytes', () => {
  const corpus = Array.from({ length: 3 }, (_, index) => ({
    text: 'constructor quokka __proto__ said the quokka, and again: quokka quokka.',
    id: `id-${index}`,
    source: 'meadow',
    label: 'hand-made',
  }));

  it('is no word of the corpus, but ids and names of sources and labels', () => {
    const bare = bytes(encodeProfile(withoutText(profileOf(corpus))));
    const full = bytes(encodeProfile(profileOf(corpus)));
    for (const word of ['constructor', 'quokka', '__proto__', 'again']) {
      expect(full).toContain(word);
      expect(bare).not.toContain(word);
    }
    for (const name of ['id-0', 'meadow', 'hand-made']) expect(bare).toContain(name);
  });

  it('is told at its head', () => {
    expect(bytes(encodeProfile(withoutText(profileOf(corpus))))).toContain('"holdsText":false}');
    expect(bytes(encodeProfile(profileOf(corpus)))).toContain('"holdsText":true}');
  });

  it('is checked: bytes that are changed or cut are no profile', () => {
    const whole = encodeProfile(withoutText(profileOf(corpus)));
    for (let place = 0; place < whole.length; place += 7) {
      const changed = Uint8Array.from(whole);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(decodeProfile(changed)).toMatchObject({ kind: 'invalid' });
      expect(decodeProfile(whole.subarray(0, place))).toMatchObject({ kind: 'invalid' });
    }
  });
});

it('has no figures of rules about characters and lines, and says why', () => {
  const text = 'the same line\n'.repeat(60);
  const full = valuesOf(profileOf([{ text }]))['document-rules'];
  const bare = valuesOf(withoutText(profileOf([{ text }])))['document-rules'];
  expect(full).toMatchObject({ holdsText: true, any: { value: 1, documents: 1 } });
  expect(bare).toMatchObject({ holdsText: false, any: null, anyGopher: null, anyFineweb: null, worst: [] });
  expect(bare.rules.map(({ share }) => share)).toEqual(full.rules.map(() => null));
});

it('finds the loops that the one with text has, without a quote', () => {
  const text = `constructor __proto__ ${'so it goes on '.repeat(9)}`;
  const [full] = valuesOf(profileOf([{ text }])).loops.longest;
  const [bare] = valuesOf(withoutText(profileOf([{ text }]))).loops.longest;
  expect(full).toMatchObject({ quote: 'so it goes on', period: 4, repeats: 9, words: 36 });
  expect(bare).toEqual({ ...full, quote: '' });
});

it('words are absent, not empty, and the counts beside them stay', () => {
  const values = valuesOf(withoutText(profileOf([{ text: 'a b\na c' }, { text: 'a b\nd' }])));
  expect(values.vocabulary.commonest[0]).toEqual({ count: 3, documents: 2 });
  expect(values.passages.lines.commonest).toEqual([{ count: 2, documents: 2 }]);
});
