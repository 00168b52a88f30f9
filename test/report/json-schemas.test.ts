import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ComparisonReport } from '../../src/index.ts';
import type { Report } from '../../src/report/report.ts';
import { COMPARISON_SHAPE } from '../../src/report/schema/comparison-shape.ts';
import { schemaFiles } from '../../src/report/schema/json-schemas.ts';
import { REPORT_SHAPE } from '../../src/report/schema/report-shape.ts';
import { TREND_SHAPE } from '../../src/report/schema/trend-shape.ts';
import { WEEKS_SHAPE } from '../../src/report/schema/weeks-shape.ts';
import type { TrendReport } from '../../src/report/trend-report.ts';
import { madeComparison } from './made-comparison.ts';
import { madeReport } from './made-reports.ts';
import { madeTrend } from './made-trend.ts';
import { madeWeeksIndex } from './made-weeks-index.ts';

const SAMPLES = ['heteroglossic', 'narrowing', 'monologic'] as const;
const comparison: unknown = JSON.parse(JSON.stringify(madeComparison()));

function sampleOf(name: string): unknown {
  return JSON.parse(readFileSync(`reports/sample-${name}.json`, 'utf8'));
}

/** What a checker that knows JSON Schema and nothing of this project finds. */
function flawsBy(schema: object, document: unknown): unknown {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  const check = ajv.compile(schema);
  return check(document) ? [] : check.errors?.slice(0, 3);
}

/** The schema of a shape to which no field may be added. */
function closed(shape: z.ZodType): object {
  return z.toJSONSchema(shape, { io: 'output' });
}

function takesReport(report: Report): z.input<typeof REPORT_SHAPE> {
  return report;
}

function takesComparison(report: ComparisonReport): z.input<typeof COMPARISON_SHAPE> {
  return report;
}

function takesTrend(report: TrendReport): z.input<typeof TREND_SHAPE> {
  return report;
}

function publishedSchema(name: string): object {
  return JSON.parse(readFileSync(`schema/heteroglossia-${name}-1.schema.json`, 'utf8')) as object;
}

describe('the published JSON Schemas', () => {
  it.each(schemaFiles().map(({ name, text }) => [name, text]))(
    '%s is what "npm run schema" writes',
    (name, text) => {
      expect(readFileSync(`schema/${name}`, 'utf8')).toBe(text);
    },
  );

  it.each(SAMPLES)('hold for the sample report %s', (name) => {
    expect(flawsBy(publishedSchema('report'), sampleOf(name))).toEqual([]);
  });

  it('hold for a comparison, alone and in an audit', () => {
    expect(flawsBy(publishedSchema('comparison'), comparison)).toEqual([]);
    const audit = { ...madeReport(), comparison };
    expect(flawsBy(publishedSchema('report'), audit)).toEqual([]);
  });

  it('hold for a series of inputs and of periods', () => {
    for (const report of [madeTrend(), madeTrend({ isDated: true, length: 3 })])
      expect(flawsBy(publishedSchema('trend'), JSON.parse(JSON.stringify(report)))).toEqual([]);
  });

  it('hold for an index of weeks', () => {
    const index: unknown = JSON.parse(JSON.stringify(madeWeeksIndex(12)));
    expect(flawsBy(publishedSchema('weeks'), index)).toEqual([]);
    expect(flawsBy(closed(WEEKS_SHAPE), index)).toEqual([]);
  });

  it('know every field of a report', () => {
    for (const name of SAMPLES) expect(flawsBy(closed(REPORT_SHAPE), sampleOf(name))).toEqual([]);
    expect(flawsBy(closed(COMPARISON_SHAPE), comparison)).toEqual([]);
    expect(flawsBy(closed(TREND_SHAPE), JSON.parse(JSON.stringify(madeTrend())))).toEqual([]);
  });

  it('refuse what is no report', () => {
    const schema = publishedSchema('report');
    expect(flawsBy(schema, {})).not.toEqual([]);
    expect(flawsBy(schema, { ...madeReport(), schema: 'heteroglossia-report/2' })).not.toEqual([]);
    expect(flawsBy(schema, { ...madeReport(), slices: [{ by: 'moon' }] })).not.toEqual([]);
  });
});

describe('the shapes', () => {
  it('take every report that the types allow, which the compiler checks', () => {
    expect(REPORT_SHAPE.safeParse(takesReport(madeReport())).success).toBe(true);
    expect(COMPARISON_SHAPE.safeParse(takesComparison(madeComparison())).success).toBe(true);
    expect(TREND_SHAPE.safeParse(takesTrend(madeTrend())).success).toBe(true);
  });
});
