import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/document.ts';
import type { BoilerplateValue } from '../../src/measures/boilerplate.ts';
import { withoutText } from '../../src/profile/profile.ts';
import { valuesOf } from '../../src/profile/values.ts';
import { anyDocument, profileOf } from '../support/profiles.ts';

function boilerplateOf(documents: readonly Document[]): BoilerplateValue {
  return valuesOf(profileOf(documents)).boilerplate;
}

/** As many words that no other stem has. */
function own(stem: string, count: number): string {
  return Array.from({ length: count }, (_, index) => `${stem}w${index}`).join(' ');
}

function made(count: number, textOf: (name: string, index: number) => string): readonly Document[] {
  return Array.from({ length: count }, (_, index) => {
    const name = `d${String(index).padStart(3, '0')}`;
    return { id: name, text: textOf(name, index) };
  });
}

const HEADER = 'Sign up for our letter and read what nobody else has to say, constructor __proto__';
const HEADER_WORDS = 15;

/** Nine documents, of which so many begin with the same words. */
function shared(length: number, holders: number): BoilerplateValue {
  return boilerplateOf(
    made(9, (name, index) => (index < holders ? `${own('x', length)} ${own(name, 40)}` : own(name, 40))),
  );
}

describe('boilerplate', () => {
  it('is the share of the words that stand in a header of all documents', () => {
    const value = boilerplateOf(made(20, (name) => `${HEADER} ${own(name, 35)}`));
    expect(value.share?.value).toBeCloseTo(HEADER_WORDS / 50, 12);
    expect(value.textsWithBoilerplate).toBe(20);
    expect(value.passages).toHaveLength(1);
    expect(value.passages[0]).toMatchObject({
      quote: HEADER,
      words: HEADER_WORDS,
      count: 20,
      texts: 20,
      sourceCount: 0,
    });
    expect(value.passages[0]?.documents).toHaveLength(10);
  });

  it('needs three documents, and a run of ten words', () => {
    expect(shared(10, 2).share?.value).toBe(0);
    expect(shared(9, 9).share?.value).toBe(0);
    expect(shared(10, 3).share?.value).toBeCloseTo(30 / (9 * 40 + 30), 12);
  });

  it('needs one document in a hundred, however many there are', () => {
    const of = (count: number): BoilerplateValue =>
      boilerplateOf(made(count, (name, index) => `${own(name, 20)} ${own(`s${index % 100}`, 20)}`));
    const small = of(400);
    const large = of(800);
    expect([small.fewestTexts, large.fewestTexts]).toEqual([4, 8]);
    expect([small.share?.value, large.share?.value]).toEqual([0.5, 0.5]);
    expect(boilerplateOf(made(400, (name, index) => own(index < 3 ? 'x' : name, 20))).share?.value).toBe(0);
  });

  it('has lines and sentences of four words and more', () => {
    const lines = boilerplateOf(
      made(9, (name) => `Skip to main content\n\n${own(name, 20)}\n\nRead more here`),
    );
    expect(lines.share?.value).toBeCloseTo(4 / 27, 12);
    expect(lines.passages).toMatchObject([{ quote: 'Skip to main content', words: 4, count: 9 }]);
  });

  it('has each passage once, and counts the places of one that comes back', () => {
    const value = boilerplateOf(
      made(12, (name) => `${own('x', 12)} ${own(name, 15)} ${own('x', 12)} ${own(`${name}e`, 3)}`),
    );
    expect(value.passages).toMatchObject([{ words: 12, count: 24, texts: 12 }]);
    expect(value.share?.value).toBeCloseTo(24 / 42, 12);
  });

  it('parts a wide passage from what fewer documents add to it, and ranks by words explained', () => {
    const documents = made(40, (name, index) =>
      [own('x', 12), index < 10 ? own('y', 30) : '', own(name, 30)].join(' '),
    );
    const { passages } = boilerplateOf(documents);
    expect(passages.map(({ texts }) => texts)).toEqual([40, 10]);
    expect(passages[0]?.words).toBe(12);
  });

  it('counts copies of a text as one', () => {
    const copies = Array.from({ length: 500 }, () => ({ text: own('x', 40) }));
    const value = boilerplateOf(copies);
    expect(value).toMatchObject({ texts: 1, textsWithBoilerplate: 0, passages: [] });
    expect(value.share?.value).toBe(0);
  });

  it('follows a passage from source to source, by date', () => {
    const [first, second, third] = made(3, (name) => `${own('x', 14)} ${own(name, 9)}`);
    const documents = [
      { ...first, text: first?.text ?? '', source: 'late', date: '2024-03-01' },
      { ...second, text: second?.text ?? '', source: 'early', date: '20240229T10:00' },
      { ...third, text: third?.text ?? '', source: '__proto__', date: 'yesterday' },
      ...made(4, (name) => own(`${name}o`, 20)).map((document) => ({ ...document, source: 'late' })),
    ];
    const { travelling, bySource } = boilerplateOf(documents);
    expect(travelling).toHaveLength(1);
    expect(travelling[0]?.sources).toEqual([
      { source: 'early', date: '20240229T10:00', id: 'd001' },
      { source: 'late', date: '2024-03-01', id: 'd000' },
      { source: '__proto__', date: '', id: 'd002' },
    ]);
    expect(bySource.map(({ source, texts }) => [source, texts])).toEqual([
      ['late', 5],
      ['__proto__', 1],
      ['early', 1],
    ]);
    expect(bySource[1]?.share).toBeCloseTo(14 / 23, 12);
  });

  it('has the same figures without text, and no quotes', () => {
    const profile = profileOf(made(9, (name) => `${HEADER}.\nSkip to main content\n\n${own(name, 30)}`));
    const withText = valuesOf(profile).boilerplate;
    const without = valuesOf(withoutText(profile)).boilerplate;
    expect(withText.passages.length).toBeGreaterThan(0);
    const unquoted = withText.passages.map((passage) => ({ ...passage, quote: '' }));
    expect(without).toEqual({ ...withText, passages: unquoted });
  });

  it('does not mind one long header, documents of one character, and chains', () => {
    const header = own('h', 400);
    const long = boilerplateOf(made(300, (name) => `${header} ${name}`));
    expect(long.share?.value).toBeCloseTo(400 / 401, 12);
    expect(long.passages).toMatchObject([{ words: 400, texts: 300 }]);
    const short = boilerplateOf(made(26, (_, index) => String.fromCharCode(97 + index)));
    expect(short).toMatchObject({ textsWithBoilerplate: 0, passages: [] });
    const chain = boilerplateOf(
      made(60, (_, index) => [0, 1, 2, 3].map((step) => own(`c${index + step}`, 12)).join(' ')),
    );
    expect(chain.passages.every(({ texts }) => texts >= 3 && texts <= 4)).toBe(true);
  });

  it('is absent without a word', () => {
    expect(boilerplateOf([]).share).toBeNull();
    expect(boilerplateOf([{ text: '…' }, { text: '!' }]).share).toBeNull();
  });

  it('has shares from 0 to 1 and places that are there, for any documents in any order', () => {
    fc.assert(
      fc.property(fc.array(anyDocument, { maxLength: 12 }), (documents) => {
        const value = boilerplateOf(documents);
        expect(boilerplateOf(documents.toReversed())).toEqual(value);
        for (const { share } of value.bySource) expect(share >= 0 && share <= 1).toBe(true);
        for (const { count, texts, words } of value.passages) {
          expect(texts).toBeGreaterThanOrEqual(value.fewestTexts);
          expect(count).toBeGreaterThanOrEqual(texts);
          expect(words).toBeGreaterThanOrEqual(4);
        }
      }),
      { numRuns: 60 },
    );
  });
});
