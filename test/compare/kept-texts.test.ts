import { describe, expect, it } from 'vitest';
import { compareProfiles } from '../../src/compare/compare-corpora.ts';
import type { Comparison } from '../../src/compare/comparison.ts';
import type { Document } from '../../src/document.ts';
import { profileOf } from '../support/profiles.ts';
import { madeTexts } from './made-texts.ts';

const documents = madeTexts({ seed: 31, documents: 160 }).map((text, place) => ({ id: `d${place}`, text }));

function comparedWith(version: readonly Document[]): Comparison {
  return compareProfiles(profileOf(documents), profileOf(version));
}

function codesOf({ verdict }: Comparison): readonly string[] {
  return verdict.warnings.map(({ code }) => code);
}

describe('texts that were edited without changing a word', () => {
  const quoted = documents.map(({ id, text }) => ({ id, text: `“${text}”` }));
  const versions: readonly (readonly [string, readonly Document[]])[] = [
    ['under their ids', quoted],
    ['under new ids', quoted.map(({ text }, place) => ({ id: `new${place}`, text }))],
    ['without ids', quoted.map(({ text }) => ({ text }))],
    ['a tenth of them', [...quoted.slice(0, 16), ...documents.slice(16)]],
  ];

  it.each(versions)('are no gain of rare words, and the reader is told: %s', (_, version) => {
    const comparison = comparedWith(version);
    expect(comparison.tail?.effect).not.toMatch(/ more of the rare words/);
    expect(comparison.tail?.effect).not.toMatch(/no more is missing/);
    expect(codesOf(comparison)).toContain('edited-documents');
    expect(comparison.verdict.direction).toBe('unchanged');
    expect(comparison.verdict.narrowing?.tail).toBe(0);
  });

  it('are not suspected where there are none', () => {
    const fresh = madeTexts({ seed: 32, documents: 160 }).map((text, place) => ({ id: `d${place}`, text }));
    expect(codesOf(comparedWith(fresh))).not.toContain('edited-documents');
    expect(codesOf(comparedWith(documents.slice(40)))).not.toContain('edited-documents');
  });
});

describe('an edited text that stands under other ids as well', () => {
  it('is an edit of the one that it was made of, and the others went', () => {
    const kept = documents.slice(0, 80).map(({ id, text }) => ({ id, text: `“${text}”` }));
    const copies = documents.slice(80).map(({ id }, place) => ({ id, text: kept[place]?.text ?? '' }));
    const { documents: changes } = comparedWith([...kept, ...copies]);
    expect(changes).toMatchObject({ unchanged: 0, edited: 80, removed: 80, added: 0 });
  });
});

describe('a version that keeps every text', () => {
  it('has lost no word, however many copies make its words fewer', () => {
    const copies = documents.map(({ id, text }) => ({ id: `copy of ${id}`, text }));
    const { tail, verdict, documents: changes } = comparedWith([...documents, ...copies]);
    expect(changes).toMatchObject({ unchanged: 160, removed: 0, edited: 0 });
    expect(tail?.survived.value).toBeLessThan(tail?.expected.value ?? 0);
    expect(tail?.effect).toMatch(/^No rare word is gone/);
    expect(verdict.narrowing?.tail).toBe(0);
  });

  it('says otherwise where texts went', () => {
    const half = documents.slice(0, 80);
    const { tail } = comparedWith([...half, ...half.map(({ id, text }) => ({ id: `copy of ${id}`, text }))]);
    expect(tail?.effect).toMatch(/missing from as many words/);
  });
});

describe('documents that were cut on one side', () => {
  const whole = profileOf(documents);
  const cut = (number: number): typeof whole => ({
    ...whole,
    problems: new Map([['DOCUMENT_CUT', number] as const]),
  });

  it('are told, since a profile does not say how it was read', () => {
    expect(codesOf(compareProfiles(whole, cut(40)))).toContain('cut-documents');
    expect(codesOf(compareProfiles(cut(40), whole))).toContain('cut-documents');
  });

  it('are not where both sides have them, or hardly any', () => {
    expect(codesOf(compareProfiles(cut(40), cut(40)))).not.toContain('cut-documents');
    expect(codesOf(compareProfiles(whole, cut(1)))).not.toContain('cut-documents');
  });
});
