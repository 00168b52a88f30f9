import { describe, expect, test } from 'vitest';
import { boilerplate } from '../../src/audits/boilerplate.ts';
import { warningsOf } from '../../src/audits/warnings.ts';
import type { BoilerplateValue } from '../../src/measures/boilerplate.ts';
import { emptyValues, healthyValues, replicated } from './hand-made-values.ts';

const HEADER = {
  quote: 'Skip to main content',
  words: 4,
  count: 40,
  texts: 30,
  documents: ['a', 'b'],
  sources: [
    { source: 'early', date: '2024-01-01', id: 'a' },
    { source: 'undated', date: '', id: 'b' },
  ],
  sourceCount: 2,
};

function found(share: number, documents = 100): BoilerplateValue {
  return {
    texts: documents,
    fewestTexts: 3,
    share: replicated(share, documents),
    textsWithBoilerplate: 30,
    passages: [HEADER],
    travelling: [HEADER],
    bySource: [{ source: '__proto__', texts: 100, share }],
  };
}

function warningsAt(share: number, documents?: number): readonly string[] {
  const values = { ...healthyValues(), boilerplate: found(share, documents) };
  return warningsOf({ values, problems: {}, withheld: false }).map(({ code }) => code);
}

describe('boilerplate', () => {
  test('fails where a notable share of the words stands in shared passages', () => {
    const outcome = boilerplate.audit({ boilerplate: found(0.2) });
    expect(outcome).toMatchObject({
      outcome: 'failed',
      quantity: { value: 0.2, unit: 'share', documents: 100 },
      evidence: [{ quote: 'Skip to main content', count: 40, documents: ['a', 'b'] }],
      details: {
        fewestDocuments: 3,
        documentsWithBoilerplate: 30,
        passages: [{ words: 4, count: 40, documents: 30, ids: ['a', 'b'] }],
        travelling: [{ sources: [{ source: 'early' }, { source: 'undated', date: null }] }],
        bySource: [{ source: '__proto__', documents: 100, share: 0.2 }],
      },
    });
    expect(outcome.reason).toMatch(/^20 % of the words stand in passages that 3 documents or more have/u);
    expect(outcome.reason).toContain(
      '30 documents of 100 distinct ones have such a passage; the largest is one of 4 words in 30 documents',
    );
  });

  test('passes where little does, and says nothing of a largest passage where there is none', () => {
    expect(boilerplate.audit({ boilerplate: found(0.01) }).outcome).toBe('passed');
    const outcome = boilerplate.audit({ boilerplate: { ...found(0), passages: [], travelling: [] } });
    expect(outcome.outcome).toBe('passed');
    expect(outcome.reason).not.toContain('largest');
  });

  test('does not apply to fewer than five documents', () => {
    expect(boilerplate.audit({ boilerplate: found(0.9, 4) }).outcome).toBe('not-applicable');
    expect(boilerplate.audit(emptyValues(9)).outcome).toBe('not-applicable');
  });

  test('is a warning of the verdict from one word in a hundred on', () => {
    expect(warningsAt(0.009)).toEqual([]);
    expect(warningsAt(0.01)).toEqual(['boilerplate-present']);
    expect(warningsAt(0.9, 4)).toEqual([]);
  });
});
