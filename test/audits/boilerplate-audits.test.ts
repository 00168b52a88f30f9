import { describe, expect, test } from 'vitest';
import { boilerplate } from '../../src/audits/boilerplate.ts';
import { templates } from '../../src/audits/templates.ts';
import { warningsOf } from '../../src/audits/warnings.ts';
import type { BoilerplateValue } from '../../src/measures/boilerplate.ts';
import type { MeasureValues } from '../../src/measures/registry.ts';
import type { TemplatesValue } from '../../src/measures/templates.ts';
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

const PASSAGES: MeasureValues['passages'] = {
  lines: {
    total: 90,
    sharedShare: 0.5,
    exact: true,
    commonest: [{ words: 'read more', count: 45, documents: 40 }],
  },
  paragraphs: { total: 30, sharedShare: 0.1, exact: true, commonest: [{ count: 9, documents: 3 }] },
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
  return warningsOf({
    values,
    problems: {},
    index: null,
    level: 'heteroglossic',
    noise: 0,
    calibrated: true,
    salad: false,
  }).map(({ code }) => code);
}

describe('boilerplate', () => {
  test('fails where a notable share of the words stands in shared passages', () => {
    const outcome = boilerplate.audit({ boilerplate: found(0.2), passages: PASSAGES });
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
        lines: { total: 90, sharedShare: 0.5, commonest: [{ quote: 'read more', count: 45, documents: 40 }] },
        paragraphs: { commonest: [{ quote: null, count: 9, documents: 3 }] },
      },
    });
    expect(outcome.reason).toMatch(/^20 % of the words stand in passages that 3 documents or more have/u);
    expect(outcome.reason).toContain(
      '30 documents of 100 distinct ones have such a passage; the largest is one of 4 words in 30 documents',
    );
  });

  test('has null for a source without a name and for what a profile without text cannot quote', () => {
    const unnamed = { ...HEADER, quote: '' };
    const bySource = [{ source: '', texts: 9, share: 0.2 }];
    const value = { ...found(0.2), passages: [unnamed], travelling: [unnamed], bySource };
    expect(boilerplate.audit({ boilerplate: value, passages: PASSAGES })).toMatchObject({
      details: { passages: [{ quote: null }], travelling: [{ quote: null }], bySource: [{ source: null }] },
    });
  });

  test('passes where little does, and says nothing of a largest passage where there is none', () => {
    expect(boilerplate.audit({ boilerplate: found(0.01), passages: PASSAGES }).outcome).toBe('passed');
    const outcome = boilerplate.audit({
      boilerplate: { ...found(0), textsWithBoilerplate: 0, passages: [], travelling: [] },
      passages: PASSAGES,
    });
    expect(outcome.outcome).toBe('passed');
    expect(outcome.reason).not.toContain('largest');
    expect(outcome.reason).toContain('none of 100 distinct documents has such a passage;');
  });

  test('does not apply to fewer than five documents', () => {
    expect(boilerplate.audit({ boilerplate: found(0.9, 4), passages: PASSAGES }).outcome).toBe(
      'not-applicable',
    );
    expect(boilerplate.audit(emptyValues(9)).outcome).toBe('not-applicable');
  });

  test('is a warning of the verdict from one word in a hundred on', () => {
    expect(warningsAt(0.009)).toEqual([]);
    expect(warningsAt(0.01)).toEqual(['boilerplate-present']);
    expect(warningsAt(0.9, 4)).toEqual([]);
  });
});

function foundTemplates(share: number, documents = 100): TemplatesValue {
  return {
    windowWords: 150,
    share: replicated(share, documents),
    texts: 30,
    templates: 1,
    largest: [
      {
        frame: 'Dear ___ thank you for ___',
        label: ['dear', '__proto__'],
        frameWords: 5,
        slots: 2,
        texts: 30,
        documents: ['a', 'b'],
        similarity: 0.9,
        leastSimilarity: 0.6,
      },
    ],
    numbers: new Map(),
    frames: [],
  };
}

function reasonAt(distinct: number): string {
  return templates.audit({ ...emptyValues(distinct), templates: foundTemplates(0.3) }).reason;
}

describe('templates', () => {
  test('fail where a notable share of the documents has a frame', () => {
    const outcome = templates.audit({ ...emptyValues(100), templates: foundTemplates(0.3) });
    expect(outcome).toMatchObject({
      outcome: 'failed',
      quantity: { value: 0.3, unit: 'share', documents: 100 },
      evidence: [{ quote: 'Dear ___ thank you for ___', count: 30, documents: ['a', 'b'] }],
      details: {
        templates: 1,
        clusters: [
          {
            template: 1,
            frame: 'Dear ___ thank you for ___',
            documents: 30,
            ids: ['a', 'b'],
            similarity: 0.9,
          },
        ],
      },
    });
    expect(outcome.reason).toContain('30 documents of 100 distinct ones to 1 template');
    expect(outcome.reason).toContain('the largest has 30 documents (dear, __proto__)');
  });

  test('say where not all distinct texts were looked at', () => {
    expect(reasonAt(101)).toContain('100 distinct ones looked at (the first 4,000 by hash at most) to 1');
    expect(reasonAt(100)).not.toContain('looked at');
  });

  test('pass where few have, and have no frame and no label without text', () => {
    const [template] = foundTemplates(0.01).largest;
    const unnamed = template === undefined ? [] : [{ ...template, frame: '', label: [] }];
    const outcome = templates.audit({
      ...emptyValues(100),
      templates: { ...foundTemplates(0.01), largest: unnamed },
    });
    expect(outcome).toMatchObject({ outcome: 'passed', details: { clusters: [{ frame: null, label: [] }] } });
    expect(outcome.reason).toContain('the largest has 30 documents.');
  });

  test('do not apply to fewer than five documents', () => {
    expect(templates.audit({ ...emptyValues(4), templates: foundTemplates(1, 4) }).outcome).toBe(
      'not-applicable',
    );
    expect(templates.audit(emptyValues(9)).outcome).toBe('not-applicable');
  });
});
