import { expect, test } from 'vitest';
import { jsonLine, jsonRenderer } from '../../src/report/json.ts';
import { hostileReport, madeAudit, madeReport } from './made-reports.ts';

test('the JSON holds the report, whole', () => {
  const report = hostileReport();
  const text = jsonRenderer.render(report);
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(report)));
  expect(text.endsWith('}\n')).toBe(true);
});

test('the keys keep the order of the report, and audits that of their table', () => {
  const audits = { zeta: madeAudit(), alpha: madeAudit() };
  const parsed = JSON.parse(jsonRenderer.render(madeReport({ audits }))) as object;
  expect(Object.keys(parsed)).toEqual([
    'schema',
    'tool',
    'run',
    'corpus',
    'verdict',
    'audits',
    'slices',
    'sliceCoverage',
  ]);
  expect(Object.entries(parsed).find(([key]) => key === 'audits')?.[1]).toEqual(audits);
  expect(Object.keys(audits)).toEqual(['zeta', 'alpha']);
});

test('a number that is not finite becomes null, never invalid JSON', () => {
  const report = madeReport();
  const text = jsonRenderer.render({ ...report, run: { ...report.run, seconds: Number.NaN } });
  expect((JSON.parse(text) as typeof report).run.seconds).toBeNull();
});

test('nothing in the JSON drives a terminal, and the value is the same', () => {
  const value = { quote: '\u009b31m \u202e \u007f \ud800 \u{e0041} é 漢' };
  const line = jsonLine(value);
  expect(line).toBe('{"quote":"\\u009b31m \\u202e \\u007f \\ud800 \\udb40\\udc41 é 漢"}');
  expect(JSON.parse(line)).toEqual(value);
});
