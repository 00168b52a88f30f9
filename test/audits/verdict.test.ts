import { describe, expect, test } from 'vitest';
import { runAudits } from '../../src/audits/runner.ts';
import type { Verdict } from '../../src/audits/verdict.ts';
import { judge } from '../../src/audits/verdict.ts';
import type { Problems } from '../../src/audits/warnings.ts';
import type { MeasureValues } from '../../src/measures/registry.ts';
import {
  ALIKE,
  constantValues,
  emptyValues,
  healthyValues,
  overlapOf,
  replicated,
} from './hand-made-values.ts';

function verdictOn(values: MeasureValues, problems: Problems = {}): Verdict {
  return judge({ values, findings: runAudits(values), problems });
}

function withDistinct(distinct: number): MeasureValues {
  const clusters = [
    { documents: 1, texts: distinct - 1 },
    { documents: 101 - distinct, texts: 1 },
  ];
  return { ...healthyValues(), 'exact-duplicates': { documents: 100, distinct, exact: true, clusters } };
}

function causesOn(values: MeasureValues): readonly string[] {
  return verdictOn(values).causes.map(({ cause }) => cause);
}

describe('the level', () => {
  test('is heteroglossic for many hands, without causes or warnings', () => {
    expect(verdictOn(healthyValues())).toMatchObject({
      level: 'heteroglossic',
      decidedBy: ['cross-document-overlap', 'uniform-rhythm'],
      causes: [],
      warnings: [],
    });
  });

  test('is monologic for one template', () => {
    expect(verdictOn({ ...healthyValues(), overlap: overlapOf(ALIKE) }).level).toBe('monologic');
  });

  test('is narrowing between', () => {
    const values = { ...healthyValues(), overlap: overlapOf([350, 80, 30, 12]) };
    expect(verdictOn(values).level).toBe('narrowing');
  });

  test('is monologic for one text in many documents, and says why', () => {
    const verdict = verdictOn(constantValues(20));
    expect(verdict).toMatchObject({ level: 'monologic', decidedBy: ['exact-duplicates'] });
    expect(verdict.causes.map(({ cause }) => cause)).toEqual(['exact-duplicates']);
  });

  test('rests on the lower end of the interval', () => {
    const sure = overlapOf(ALIKE);
    const byN = sure.byN.map(({ n, perMillion }) => ({
      n,
      perMillion: perMillion === null ? null : { ...perMillion, leaveOneOut: [0.01, perMillion.value, null] },
    }));
    const verdict = verdictOn({ ...healthyValues(), overlap: { ...sure, byN } });
    expect(verdict.homogeneity?.value).toBeGreaterThan(75);
    expect(verdict.level).toBe('heteroglossic');
  });

  test.each([
    ['documents', { documents: 19, tokens: 20_000 }],
    ['words', { documents: 100, tokens: 1999 }],
  ])('is withheld with too few %s, and the index stands', (_, few) => {
    const values = healthyValues();
    const verdict = verdictOn({ ...values, size: { ...values.size, ...few } });
    expect(verdict).toMatchObject({ level: 'insufficient-data', decidedBy: [] });
    expect(verdict.homogeneity).not.toBeNull();
    expect(verdict.warnings.map(({ code }) => code)).toEqual(['small-sample']);
    expect(verdict.warnings[0]?.summary).toContain('at least 20 documents and 2,000 words');
  });

  test.each([0, 1, 2])('is withheld for %i documents, without an index', (documents) => {
    expect(verdictOn(emptyValues(documents))).toMatchObject({
      level: 'insufficient-data',
      homogeneity: null,
    });
  });

  test('is withheld where texts cannot be compared', () => {
    const empty = emptyValues(5000);
    const verdict = verdictOn({ ...empty, size: { ...empty.size, tokens: 5000 } });
    expect(verdict.level).toBe('insufficient-data');
    expect(verdict.warnings[0]?.summary).toContain('long enough');
  });
});

describe('causes', () => {
  const rhythm = { ...healthyValues().rhythm, variation: replicated(0.35) };
  const loops = { ...healthyValues().repetition, share: replicated(0.1) };

  test('stand in the order of what goes away with them', () => {
    const values = { ...healthyValues(), overlap: overlapOf(ALIKE), rhythm };
    expect(causesOn(values)).toEqual(['phrase-stock', 'uniform-rhythm']);
    expect(causesOn({ ...withDistinct(10), overlap: overlapOf(ALIKE), rhythm, repetition: loops })).toEqual([
      'phrase-stock',
      'exact-duplicates',
      'uniform-rhythm',
      'repetition',
    ]);
  });

  test('carry the reason, the remedy and the evidence of their audit', () => {
    const [cause] = verdictOn({ ...healthyValues(), overlap: overlapOf(ALIKE) }).causes;
    expect(cause?.audits).toEqual(['cross-document-overlap']);
    expect(cause?.summary).toContain('470 times in a million');
    expect(cause?.remedy).not.toBe('');
    expect(cause?.evidence[0]?.quote).toBe('at the end of the day');
  });

  test('name what the index owes most to where the level is low and nothing failed', () => {
    const values = { ...healthyValues(), overlap: overlapOf([1200, 700, 11.9, 1]) };
    expect(verdictOn(values).level).not.toBe('heteroglossic');
    expect(causesOn(values)).toEqual(['phrase-stock']);
  });
});

describe('warnings', () => {
  test('tell of many problems above one record in twenty', () => {
    expect(verdictOn(healthyValues(), { TEXT_MISSING: 5 }).warnings).toEqual([]);
    const [warning] = verdictOn(healthyValues(), { TEXT_MISSING: 25 }).warnings;
    expect(warning?.code).toBe('many-problems');
    expect(warning?.summary).toBe(
      '25 records were left out, 20 % of all records (25 × a record without the text field): what was read may not stand for the whole.',
    );
  });

  test('tell of lost inputs with the records, and not of what was kept', () => {
    expect(verdictOn(healthyValues(), { ID_REPEATED: 90, DATE_UNREADABLE: 90 }).warnings).toEqual([]);
    const [warning] = verdictOn(healthyValues(), {
      ID_REPEATED: 90,
      JSON_SYNTAX: 20,
      FILE_UNREADABLE: 5,
    }).warnings;
    expect(warning?.summary).toContain(
      '20 records and 5 inputs were left out, 20 % of all, an input counted',
    );
  });

  test('tell of duplicates from one in a hundred', () => {
    expect(verdictOn(withDistinct(99)).warnings.map(({ code }) => code)).toEqual(['duplicates-present']);
    expect(verdictOn(withDistinct(100)).warnings).toEqual([]);
  });
});
