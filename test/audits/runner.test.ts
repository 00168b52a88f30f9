import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Audit, Outcome } from '../../src/audits/audit.ts';
import { AUDITS } from '../../src/audits/registry.ts';
import { runAudits } from '../../src/audits/runner.ts';
import type { Replicated } from '../../src/measures/measure.ts';
import type { MeasureValues } from '../../src/measures/registry.ts';
import { constantValues, emptyValues, healthyValues, overlapOf, replicated } from './hand-made-values.ts';

const EXPLANATION = {
  measures: '',
  formula: '',
  matters: '',
  reading: '',
  moves: '',
  silence: '',
  source: '',
};

function auditGiving(outcome: () => Outcome): Audit {
  return { id: 'x', title: 'good', failureTitle: 'bad', explanation: EXPLANATION, needs: [], audit: outcome };
}

function informative(value: number, quote = ''): Outcome {
  const evidence = [{ quote, count: 1, documents: Array.from({ length: 12 }, (_, id) => String(id)) }];
  return {
    outcome: 'informative',
    quantity: { value, unit: 'ratio', documents: 1 },
    reason: '',
    evidence,
    details: {},
  };
}

function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

function statistic(value: fc.Arbitrary<number>): fc.Arbitrary<Replicated | null> {
  const leaveOneOut = fc.array(fc.option(value), { maxLength: 32 });
  return fc.option(fc.record({ value, leaveOneOut, documents: fc.nat(1000) }));
}

describe('runAudits', () => {
  test('turns a throw into an error of that audit alone', () => {
    const broken = auditGiving(() => {
      throw new Error('out of cheese');
    });
    const findings = runAudits(healthyValues(), { broken, fine: auditGiving(() => informative(1)) });
    expect(findings['broken']).toMatchObject({ outcome: 'error', quantity: null });
    expect(findings['broken']?.reason).toContain('out of cheese');
    expect(findings['fine']?.outcome).toBe('informative');
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('turns %f into an error', (value) => {
    expect(runAudits(healthyValues(), { x: auditGiving(() => informative(value)) })['x']?.outcome).toBe(
      'error',
    );
  });

  test('bounds evidence without cutting a character in half', () => {
    const quote = `${'a'.repeat(199)}😀`;
    const [evidence] =
      runAudits(healthyValues(), { x: auditGiving(() => informative(1, quote)) })['x']?.evidence ?? [];
    expect(evidence?.quote).toBe('a'.repeat(199));
    expect(evidence?.documents).toHaveLength(10);
  });

  test('titles a failed audit by its failure', () => {
    const findings = runAudits({ ...healthyValues(), overlap: overlapOf([1000, 500, 400, 300]) });
    expect(findings['cross-document-overlap']).toMatchObject({
      outcome: 'failed',
      title: AUDITS['cross-document-overlap'].failureTitle,
    });
    expect(findings['repetition']?.title).toBe(AUDITS.repetition.title);
  });
});

describe('every audit', () => {
  test('has the id it is listed under, and texts', () => {
    for (const [id, audit] of Object.entries<Audit>(AUDITS)) {
      expect(audit.id).toBe(id);
      for (const text of [audit.title, audit.failureTitle, ...Object.values(audit.explanation)])
        expect(text).toMatch(/\S/u);
      expect(audit.cause === undefined).toBe(audit.threshold === undefined);
    }
  });

  const corpora: readonly (readonly [string, MeasureValues])[] = [
    ...[0, 1, 2, 30].map((documents) => [`${documents} empty documents`, emptyValues(documents)] as const),
    ['one text', constantValues(30)],
    ['a healthy corpus', healthyValues()],
    ['a corpus of nothing shared', { ...healthyValues(), overlap: overlapOf([0, 0, 0, 0]) }],
    [
      'all 4-grams repeated',
      { ...healthyValues(), repetition: { ...healthyValues().repetition, share: replicated(1) } },
    ],
    [
      'equal sentences',
      { ...healthyValues(), rhythm: { ...healthyValues().rhythm, variation: replicated(0) } },
    ],
    [
      'estimated counts',
      {
        ...healthyValues(),
        vocabulary: { ...healthyValues().vocabulary, exact: false },
        'exact-duplicates': { ...healthyValues()['exact-duplicates'], exact: false, distinct: 100.7 },
      },
    ],
  ];

  test.each(corpora)('gives finite numbers and a reason for %s', (_, values) => {
    for (const finding of Object.values(runAudits(values))) {
      expect(finding.outcome).not.toBe('error');
      expect(finding.reason).not.toMatch(/NaN|Infinity|undefined|null/u);
      expect(numbersIn(finding).every(Number.isFinite)).toBe(true);
    }
  });

  test('gives finite numbers whatever the statistics are', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const any = fc.double({ min: 0, noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(statistic(share), statistic(any), statistic(any), (repeated, perMillion, variation) => {
        const values = healthyValues();
        const findings = runAudits({
          ...values,
          overlap: { ...values.overlap, byN: [2, 3, 4, 5].map((n) => ({ n, perMillion })) },
          repetition: { ...values.repetition, share: repeated },
          rhythm: {
            ...values.rhythm,
            sentences: 100,
            windowWords: 150,
            meanLength: variation,
            variation,
            autocorrelation: variation,
            documentVariation: variation,
          },
        });
        for (const finding of Object.values(findings)) {
          expect(finding.outcome).not.toBe('error');
          expect(numbersIn(finding).every(Number.isFinite)).toBe(true);
        }
      }),
    );
  });
});
