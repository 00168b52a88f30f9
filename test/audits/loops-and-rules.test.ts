import { describe, expect, test } from 'vitest';
import { documentRules } from '../../src/audits/document-rules.ts';
import { loops } from '../../src/audits/loops.ts';
import { emptyValues, replicated } from './hand-made-values.ts';

describe('loops', () => {
  const longest = [{ id: 'loop', quote: 'and so on', period: 3, repeats: 40, words: 121 }];

  test('is the share of documents that loop, with the looped words as evidence', () => {
    const outcome = loops.audit({ loops: { share: replicated(0.02), loopingDocuments: 2, longest } });
    expect(outcome).toMatchObject({
      outcome: 'informative',
      quantity: { value: 0.02, unit: 'share', documents: 100 },
      evidence: [{ quote: 'and so on', count: 40, documents: ['loop'] }],
      details: { loopingDocuments: 2, longest: [{ id: 'loop', period: 3, repeats: 40, words: 121 }] },
    });
    expect(outcome).toHaveProperty('quantity.interval');
    expect(outcome.reason).toMatch(/^2 documents of 100 distinct ones loop, 2 % \(95 % interval /u);
    expect(outcome.reason).toContain('; the longest says 3 words 40 times.');
  });

  test('is 0 without an interval where none loops', () => {
    const value = { share: replicated(0), loopingDocuments: 0, longest: [] };
    const outcome = loops.audit({ loops: value });
    expect(outcome).toMatchObject({ outcome: 'informative', quantity: { value: 0 }, evidence: [] });
    expect(outcome).not.toHaveProperty('quantity.interval');
    expect(outcome.reason).toBe('0 documents of 100 distinct ones loop, 0 %.');
  });

  test('does not apply to fewer than five documents of 20 words', () => {
    expect(loops.audit(emptyValues(9)).outcome).toBe('not-applicable');
    const few = { share: replicated(1, 4), loopingDocuments: 4, longest };
    expect(loops.audit({ loops: few }).outcome).toBe('not-applicable');
  });
});

describe('document-rules', () => {
  const value = {
    holdsText: true,
    any: replicated(0.3),
    anyGopher: replicated(0.1),
    anyFineweb: replicated(0.25),
    rules: [
      { filter: 'gopher', rule: 'duplicate-lines', share: replicated(0.1) },
      { filter: 'fineweb', rule: 'short-lines', share: replicated(0.2, 90) },
      { filter: 'fineweb', rule: 'line-breaks', share: null },
    ],
    worst: [{ id: 'menu', quote: 'Home News', copies: 3, rules: ['fineweb/short-lines'] }],
  } as const;

  test('is the share of documents that break a rule, with each rule beside it', () => {
    const outcome = documentRules.audit({ 'document-rules': value });
    expect(outcome).toMatchObject({
      outcome: 'informative',
      quantity: { value: 0.3, unit: 'share', documents: 100 },
      evidence: [{ quote: 'Home News', count: 3, documents: ['menu'] }],
      details: {
        anyGopher: { value: 0.1 },
        anyFineweb: { value: 0.25 },
        rules: {
          'gopher/duplicate-lines': { value: 0.1 },
          'fineweb/short-lines': { value: 0.2, documents: 90 },
          'fineweb/line-breaks': null,
        },
        worst: [{ id: 'menu', rules: ['fineweb/short-lines'] }],
      },
    });
    expect(outcome.reason).toContain(
      '10 % one of Gopher against repetition, 25 % one of FineWeb about lines;',
    );
    expect(outcome.reason).toContain('most often fineweb/short-lines (20 % of those to which it applies).');
  });

  test('names no rule where none is broken', () => {
    const [any, rules] = [replicated(0), value.rules.map((rule) => ({ ...rule, share: replicated(0) }))];
    const none = { ...value, any, anyGopher: any, anyFineweb: any, rules, worst: [] };
    expect(documentRules.audit({ 'document-rules': none }).reason).toBe(
      '0 % of the documents break a rule: 0 % one of Gopher against repetition, 0 % one of FineWeb about lines.',
    );
  });

  test('does not apply to a profile without text, nor to short documents', () => {
    const bare = { ...value, holdsText: false, any: null };
    expect(documentRules.audit({ 'document-rules': bare }).reason).toContain('the profile holds no text');
    expect(documentRules.audit(emptyValues(9)).reason).toContain('have 50 words');
    expect(documentRules.audit({ 'document-rules': { ...value, any: replicated(1, 4) } }).outcome).toBe(
      'not-applicable',
    );
  });
});
