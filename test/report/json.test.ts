import { expect, test } from 'vitest';
import { jsonLine, jsonRenderer } from '../../src/report/json.ts';
import { hostileReport, madeReport } from './made-reports.ts';

test('the JSON holds the report, whole', () => {
  const report = hostileReport();
  const text = jsonRenderer.render(report);
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(report)));
  expect(text.endsWith('}\n')).toBe(true);
});

test('the order of keys does not depend on the order in which they were set', () => {
  const report = madeReport();
  const reversed = Object.fromEntries(Object.entries(report).toReversed()) as unknown as typeof report;
  expect(jsonRenderer.render(reversed)).toBe(jsonRenderer.render(report));
  expect(Object.keys(JSON.parse(jsonRenderer.render(reversed)) as object)).toEqual([
    'schema',
    'tool',
    'run',
    'corpus',
    'verdict',
    'audits',
    'slices',
  ]);
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
