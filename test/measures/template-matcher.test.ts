import { describe, expect, it } from 'vitest';
import { createTemplateMatcher } from '../../src/measures/template-matcher.ts';
import type { TemplatesValue } from '../../src/measures/templates.ts';
import { valuesOf } from '../../src/profile/values.ts';
import { contentHash } from '../../src/text/content.ts';
import { createTokenizer } from '../../src/text/tokenizer.ts';
import { profileOf } from '../support/profiles.ts';
import { adjustedRandIndex, makeTemplates } from './made-templates.ts';

const tokenizer = createTokenizer();

function templatesOf(texts: readonly string[]): TemplatesValue {
  return valuesOf(profileOf(texts.map((text, index) => ({ id: String(index), text })))).templates;
}

function numberOf(frames: TemplatesValue['frames'], text: string): number | null {
  return createTemplateMatcher(frames).numberOf(tokenizer.tokenize(text));
}

function hostile(name: string): string {
  return `constructor ${name} __proto__ toString hasOwnProperty valueOf ${name}b`;
}

const LETTERS = Array.from(
  { length: 6 },
  (_, index) => `Dear n${index}x, thank you for your order of n${index}y. It will reach n${index}z soon.`,
);
const BILLS = Array.from(
  { length: 5 },
  (_, index) => `Bill m${index}x: please pay the sum of m${index}y before the end of m${index}z or call us.`,
);

describe('a matcher of templates', () => {
  const { frames, numbers } = templatesOf([...LETTERS, ...BILLS]);

  it('gives texts that were looked at the number they have, and others that of their frame', () => {
    expect(frames).toHaveLength(2);
    for (const text of [...LETTERS, ...BILLS])
      expect(numberOf(frames, text)).toBe(numbers.get(contentHash(text).hex.slice(0, 16)));
    expect(numberOf(frames, 'Dear Ada, thank you for your order of tea. It will reach Kew soon.')).toBe(1);
    expect(numberOf(frames, 'Bill 7: please pay the sum of 5 before the end of May or call us.')).toBe(2);
  });

  it('gives none to free text, to the words of a frame in reversed order, to nothing, and without frames', () => {
    const [letter = ''] = LETTERS;
    const reversed = letter.replaceAll(/\W/gu, ' ').split(' ').toReversed().join(' ');
    for (const text of ['', 'thank you', 'Geese fly south when nobody looks at them.', reversed])
      expect(numberOf(frames, text)).toBeNull();
    expect(numberOf([], letter)).toBeNull();
  });

  it('does not mind hostile words', () => {
    const made = templatesOf(Array.from({ length: 8 }, (_, index) => hostile(`n${index}x`)));
    expect(made.templates).toBe(1);
    expect(numberOf(made.frames, hostile('\ud800'))).toBe(1);
  });

  it('finds the templates of all documents of a corpus of which a part was looked at', {
    timeout: 60_000,
  }, () => {
    const { documents } = makeTemplates(7, 200, 2000);
    const made = templatesOf(documents.map(({ text }) => text));
    const matcher = createTemplateMatcher(made.frames);
    const found = documents.map(
      ({ text }, index) => matcher.numberOf(tokenizer.tokenize(text)) ?? -1 - index,
    );
    const truth = documents.map(({ template }, index) => template ?? -1 - index);
    expect(documents.length).toBeGreaterThan(10_000);
    expect(made.numbers.size).toBeLessThanOrEqual(4_000);
    expect(adjustedRandIndex(truth, found)).toBeGreaterThanOrEqual(0.9);
    expect(truth.filter((template, place) => template < 0 && (found[place] ?? 0) >= 0)).toEqual([]);
  });
});
