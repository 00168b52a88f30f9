import { describe, expect, it } from 'vitest';
import { periodOfDate } from '../../src/calendar-date.ts';
import { valuesOf } from '../../src/profile/values.ts';
import { profileOf, valuesOfTexts } from '../support/profiles.ts';

describe('size', () => {
  it('counts documents, words and bytes of UTF-8', () => {
    const { size } = valuesOfTexts(['one two', 'é €', '…']);
    expect(size).toMatchObject({ documents: 3, tokens: 3, bytes: 7 + 6 + 3, unspacedShare: 0 });
  });

  it('sorts documents by length into cells that start where they say', () => {
    const lengths = [0, 1, 3, 4, 5, 7, 8, 9, 10, 300];
    const { size } = valuesOfTexts(lengths.map((length) => 'w '.repeat(length) + '.'.repeat(length)));
    expect(size.lengths).toEqual([
      { from: 0, documents: 1 },
      { from: 1, documents: 1 },
      { from: 3, documents: 1 },
      { from: 4, documents: 1 },
      { from: 5, documents: 1 },
      { from: 7, documents: 1 },
      { from: 8, documents: 2 },
      { from: 10, documents: 1 },
      { from: 256, documents: 1 },
    ]);
  });

  it('says which share of the words are pairs of characters', () => {
    expect(valuesOfTexts(['日本語 word']).size.unspacedShare).toBeCloseTo(2 / 3, 12);
  });
});

describe('vocabulary', () => {
  it('counts hostile words like any others', () => {
    const { vocabulary } = valuesOfTexts([
      'constructor __proto__ constructor',
      'toString Constructor hasOwnProperty',
    ]);
    expect(vocabulary).toMatchObject({ tokens: 6, types: 4, exact: true });
    expect(vocabulary.spectrum).toEqual([
      { frequency: 1, types: 3 },
      { frequency: 3, types: 1 },
    ]);
    expect(vocabulary.documentSpectrum).toEqual([
      { frequency: 1, types: 3 },
      { frequency: 2, types: 1 },
    ]);
    expect(vocabulary.commonest[0]).toEqual({ word: 'constructor', count: 3, documents: 2 });
  });

  it('takes composed and decomposed letters for the same', () => {
    expect(valuesOfTexts(['café', 'cafe\u0301 CAFÉ']).vocabulary).toMatchObject({ tokens: 3, types: 1 });
  });
});

describe('n-gram diversity', () => {
  it('counts n-grams inside documents and none across their borders', () => {
    const { byN } = valuesOfTexts(['a b a b', 'a b c'])['ngram-diversity'];
    expect(byN.map(({ total, distinct }) => [total, distinct])).toEqual([
      [5, 3],
      [3, 3],
      [1, 1],
      [0, 0],
    ]);
    expect(byN.at(-1)?.distinctShare).toBeNull();
  });
});

describe('exact duplicates', () => {
  it('takes texts for the same that differ in white space and composition alone', () => {
    const texts = ['Café au lait', ' Cafe\u0301\tau\n\nlait ', 'café au lait', 'Café au lait.'];
    const { 'exact-duplicates': duplicates } = valuesOfTexts(texts);
    expect(duplicates).toMatchObject({ documents: 4, distinct: 3, exact: true });
    expect(duplicates.clusters).toEqual([
      { documents: 1, texts: 2 },
      { documents: 2, texts: 1 },
    ]);
  });
});

describe('identifiers', () => {
  it('counts the documents whose id an earlier one has', () => {
    const documents = ['a', 'b', 'a', '__proto__', 'a'].map((id, i) => ({ id, text: `text ${i}` }));
    const { identifiers } = valuesOf(profileOf([...documents, { text: 'without' }]));
    expect(identifiers).toEqual({ documents: 5, repeated: 2, exact: true });
  });
});

describe('slices', () => {
  it('counts documents and words by source, month and label, largest first', () => {
    const { slices } = valuesOf(
      profileOf([
        { text: 'one', source: 'b', date: '2024-05-01', label: '__proto__' },
        { text: 'one two', source: 'a', date: '2024-05-31T10:00:00Z' },
        { text: '...', source: 'a', date: 'last spring' },
      ]),
    );
    expect(slices.sources).toEqual([
      { name: 'a', documents: 2, tokens: 2 },
      { name: 'b', documents: 1, tokens: 1 },
    ]);
    expect(slices.periods).toEqual([{ name: '2024-05', documents: 2, tokens: 3 }]);
    expect(slices.labels).toEqual([{ name: '__proto__', documents: 1, tokens: 1 }]);
  });

  it.each([
    ['2024-05', '2024-05'],
    ['2024-05-17', '2024-05'],
    [' 2024-05-17T09:30:00Z ', '2024-05'],
    ['2024-05-17 09:30', '2024-05'],
    ['2024-05-17+02:00', '2024-05'],
    ['20240517', '2024-05'],
    ['20240517T093000Z', '2024-05'],
    ['2024', '2024'],
    ['2024-13-01', null],
    ['2024-05-32', null],
    ['20241301', null],
    ['2024-051', null],
    ['1715938200', null],
    ['01/02/2024', null],
    ['yesterday', null],
    ['17 May 2024', null],
    ['', null],
  ])('reads the period of %j as %j', (date, period) => {
    expect(periodOfDate(date)).toBe(period);
  });
});
