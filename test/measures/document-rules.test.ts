import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentRulesValue } from '../../src/measures/document-rules.ts';
import { valuesOf } from '../../src/profile/values.ts';
import { profileOf, valuesOfTexts } from '../support/profiles.ts';

function rulesOf(...texts: readonly string[]): DocumentRulesValue {
  return valuesOfTexts(texts)['document-rules'];
}

/** The rules that apply to some document, each with the share of documents that break it. */
function sharesOf(value: DocumentRulesValue): ReadonlyMap<string, number> {
  return new Map(
    value.rules.flatMap(({ filter, rule, share }) =>
      share === null ? [] : [[`${filter}/${rule}`, share.value]],
    ),
  );
}

function brokenBy(...texts: readonly string[]): readonly string[] {
  return [...sharesOf(rulesOf(...texts))].filter(([, share]) => share > 0).map(([rule]) => rule);
}

/** As many different words in one line, with a full stop. */
function sentence(count: number, stem = 'w'): string {
  return `${Array.from({ length: count }, (_, index) => `${stem}${index}`).join(' ')}.`;
}

/** As many lines of seven different words, which have more than 30 characters. */
function lines(count: number, end = '.'): string[] {
  return Array.from({ length: count }, (_, line) =>
    sentence(7, `line${String(line).padStart(3, '0')}x`).replace('.', end),
  );
}

describe('document-rules', () => {
  it('finds none broken where every word stands once', () => {
    const value = rulesOf(sentence(60), lines(9).join('\n'));
    expect(value.any?.value).toBe(0);
    expect(value.anyGopher?.documents).toBe(2);
    expect(value.worst).toEqual([]);
    expect([...sharesOf(value).values()]).toEqual(value.rules.map(() => 0));
    expect(value.rules).toHaveLength(17);
  });

  it('gives shares of the documents to which a rule applies, of either filter and of both', () => {
    const value = rulesOf(sentence(60), lines(9, '').join('\n'), 'no '.repeat(60), 'too short.');
    // The second breaks a rule of FineWeb: no line ends in punctuation. The third does as well, and goes in circles.
    expect(value.any).toMatchObject({ value: 2 / 3, documents: 3 });
    expect(value.anyFineweb?.value).toBe(2 / 3);
    expect(value.anyGopher?.value).toBe(1 / 3);
    expect(sharesOf(value).get('fineweb/unpunctuated-lines')).toBe(2 / 3);
    expect(sharesOf(value).get('gopher/top-2-gram-characters')).toBe(1 / 3);
    expect(sharesOf(value).get('gopher/duplicate-lines')).toBe(0);
    expect(value.any?.leaveOneOut).toHaveLength(32);
  });

  it('reads the last line of a short document to its end', () => {
    expect(brokenBy(sentence(60))).toEqual([]);
    expect(brokenBy(sentence(60).replace('.', ''))).toEqual(['fineweb/unpunctuated-lines']);
    // Of four lines two stood before only if the last has its full stop.
    const [one, two] = [sentence(30, 'a'), sentence(30, 'b')];
    expect(sharesOf(rulesOf([one, two, one, two].join('\n'))).get('gopher/duplicate-lines')).toBe(1);
    expect(brokenBy(`${one}\n\n${sentence(30, 'c')}\n\n${one}`)).toContain('gopher/duplicate-paragraphs');
  });

  it('knows short lines and line breaks', () => {
    const verse = Array.from({ length: 20 }, (_, line) => sentence(3, `v${line}x`)).join('\n');
    expect(brokenBy(verse)).toEqual(['fineweb/short-lines', 'fineweb/line-breaks']);
  });

  it('counts no document of fewer than 50 words', () => {
    const value = rulesOf('no '.repeat(49), 'constructor', '__proto__', '');
    expect(value).toMatchObject({ holdsText: true, any: null, anyGopher: null, anyFineweb: null, worst: [] });
    expect(sharesOf(value).size).toBe(0);
    expect(sharesOf(rulesOf('no '.repeat(50))).size).toBeGreaterThan(0);
  });

  it('looks at the first 500 words, and of a longer document at whole lines', () => {
    expect(brokenBy(`${sentence(500)} ${'no '.repeat(600)}`)).toEqual([]);
    expect(brokenBy(`${sentence(400)} ${'no '.repeat(600)}`)).toContain('gopher/top-2-gram-characters');
    // One line with no end in sight says nothing about lines.
    const one = sharesOf(rulesOf(sentence(501)));
    expect(one.has('fineweb/unpunctuated-lines')).toBe(false);
    expect(one.has('gopher/duplicate-lines')).toBe(false);
    expect(one.has('gopher/duplicate-10-gram-characters')).toBe(true);
    expect(one.has('fineweb/line-breaks')).toBe(true);
    // 71 lines of 7 words, and 3 words of the next, which end in no full stop.
    expect(brokenBy(lines(80).join('\n'))).toEqual([]);
    expect(brokenBy(lines(80, ' -').join('\n'))).toEqual(['fineweb/unpunctuated-lines']);
  });

  it('has no figures of no documents', () => {
    const value = rulesOf();
    expect(value).toMatchObject({ holdsText: true, any: null, worst: [] });
    expect(sharesOf(value).size).toBe(0);
  });

  it('names at most ten documents that break most rules, and those', () => {
    const documents = Array.from({ length: 12 }, (_, index) => ({
      id: `d${index}`,
      text: `${index} ${'constructor __proto__ '.repeat(30)}`,
    }));
    const unpunctuated = { id: 'a', text: sentence(60).replace('.', '') };
    const { worst } = valuesOf(profileOf([unpunctuated, ...documents, ...documents.slice(0, 1)]))[
      'document-rules'
    ];
    expect(worst).toHaveLength(10);
    expect(worst[0]).toMatchObject({ id: 'd0', copies: 2 });
    expect(worst[0]?.quote).toMatch(/^0 constructor __proto__ constructor/u);
    expect(worst[0]?.rules).toContain('gopher/duplicate-5-gram-characters');
    expect(worst[1]).toMatchObject({ id: 'd1', copies: 1 });
  });

  it('has finite shares for any texts', () => {
    const piece = fc.constantFrom('a ', 'constructor ', '__proto__\n', '的', '.\n\n', '!', '\ud800 ', '\r\n');
    const texts = fc.array(
      fc.array(piece, { minLength: 40, maxLength: 120 }).map((pieces) => pieces.join('')),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(texts, (given) => {
        const value = rulesOf(...given);
        for (const share of [value.any, value.anyGopher, ...value.rules.map((rule) => rule.share)]) {
          if (share === null) continue;
          expect(share.value >= 0 && share.value <= 1).toBe(true);
          for (const other of share.leaveOneOut) expect(Number.isFinite(other ?? 0)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});
