import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparisonRendererOf } from '../../src/report/comparison-renderers.ts';
import { rendererOf } from '../../src/report/registry.ts';
import type { ReadDocument } from '../../src/report/schema/read-document.ts';
import { readDocument } from '../../src/report/schema/read-document.ts';
import { trendRendererOf } from '../../src/report/trend-renderers.ts';
import { weeksRendererOf } from '../../src/report/weeks-renderers.ts';
import { madeComparison } from './made-comparison.ts';
import { emptyReport, hostileReport, madeReport } from './made-reports.ts';
import { emptyTrend, madeTrend } from './made-trend.ts';
import { madeWeeksIndex } from './made-weeks-index.ts';

const SAMPLE = readFileSync('reports/sample-narrowing.json', 'utf8');
const LEFTOVERS = /.{0,80}(?:undefined|NaN|Infinity|\[object).{0,20}/u;

function flawOf(document: unknown): string {
  const read = readDocument(typeof document === 'string' ? document : JSON.stringify(document));
  return read.kind === 'none' ? read.flaw : `a report: ${read.kind}`;
}

function shownBy(path: string, read: Exclude<ReadDocument, { readonly kind: 'none' }>): string {
  if (read.kind === 'audit') return rendererOf(path)?.render(read.report) ?? '';
  if (read.kind === 'weeks') return weeksRendererOf(path)?.(read.report, {}) ?? '';
  if (read.kind === 'trend') return trendRendererOf(path)?.(read.report) ?? '';
  return comparisonRendererOf(path)?.(read.report) ?? '';
}

/** Everything that a person would look at. */
function shownAs(read: ReadDocument): readonly string[] {
  if (read.kind === 'none') return [];
  return ['a.html', 'a.md'].map((path) => shownBy(path, read));
}

/** What no reader should meet, with what stands around it. */
function leftoverOf(text: string): string | null {
  return LEFTOVERS.exec(text.replace(/<script>.*<\/script>/su, ''))?.[0] ?? null;
}

describe('a report that is read back', () => {
  it('is the one that was written', () => {
    const sample = JSON.parse(SAMPLE);
    expect(readDocument(SAMPLE)).toEqual({ kind: 'audit', report: sample });
    for (const report of [madeReport(), emptyReport(), hostileReport()])
      expect(readDocument(JSON.stringify(report))).toEqual({
        kind: 'audit',
        report: JSON.parse(JSON.stringify(report)),
      });
    const comparison = madeComparison();
    expect(readDocument(JSON.stringify(comparison))).toEqual({
      kind: 'comparison',
      report: JSON.parse(JSON.stringify(comparison)),
    });
    expect(readDocument(JSON.stringify(madeReport({ comparison }))).kind).toBe('audit');
    for (const report of [madeTrend(), madeTrend({ isDated: true }), emptyTrend()])
      expect(readDocument(JSON.stringify(report))).toEqual({
        kind: 'trend',
        report: JSON.parse(JSON.stringify(report)),
      });
    expect(readDocument(JSON.stringify(madeWeeksIndex(12)))).toEqual({
      kind: 'weeks',
      report: JSON.parse(JSON.stringify(madeWeeksIndex(12))),
    });
  });

  it('may have fields that this version does not know', () => {
    const { corpus, ...rest } = madeReport();
    const read = readDocument(JSON.stringify({ ...rest, corpus: { ...corpus, shoes: 2 }, later: [{}] }));
    expect(read).toEqual({ kind: 'audit', report: { ...rest, corpus } });
  });
});

describe('what is no report', () => {
  it('is told in a sentence that names the reason', () => {
    expect(flawOf('')).toBe('it is not JSON');
    expect(flawOf('Dear diary')).toBe('it is not JSON');
    expect(flawOf(SAMPLE.slice(0, 5000))).toBe('it ends in the middle');
    for (const other of [null, 3, [], {}, 'text', { schema: 7 }, { schema: 'constructor' }])
      expect(flawOf(other === 'text' ? '"text"' : other)).toMatch(/^it has no schema of a report/u);
    expect(flawOf({ schema: 'heteroglossia-report/2' })).toMatch(/of a newer version than this one/u);
    expect(flawOf({ schema: 'heteroglossia-poem/1' })).toMatch(/is none that can be shown/u);
    const { verdict, ...rest } = madeReport();
    expect(flawOf(rest)).toMatch(/made by version 0\.1\.0 \(verdict: /u);
    const absent = { ...verdict, homogeneity: { value: null, unit: 'points', documents: 4 } };
    expect(flawOf({ ...rest, verdict: absent })).toContain('verdict.homogeneity.value: ');
    const infinite = JSON.stringify(madeReport()).replace('60.61', '1e999');
    expect(flawOf(infinite)).toContain('verdict.homogeneity.value: ');
  });

  it('may be nested as deeply as it likes', () => {
    const deep = JSON.stringify(madeReport()).replace(
      '"limit":400',
      `"limit":${'['.repeat(1e5)}${']'.repeat(1e5)}`,
    );
    expect(flawOf(deep)).toMatch(/nested too deeply|^a report|not JSON/u);
  });

  it('is a report that was cut at any byte', () => {
    const whole = JSON.stringify(madeReport());
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (end) => {
        expect(readDocument(whole.slice(0, end)).kind).toBe('none');
      }),
    );
  });
});

/** Something else in one place of a document, which is chosen by numbers. */
function spoilt(value: unknown, path: readonly number[], other: unknown): unknown {
  const [place, ...rest] = path;
  if (place === undefined || typeof value !== 'object' || value === null) return other;
  const entries = Object.entries(value);
  const chosen = entries[place % Math.max(1, entries.length)]?.[0];
  if (chosen === undefined) return other;
  if (Array.isArray(value))
    return value.map((each, index) => (String(index) === chosen ? spoilt(each, rest, other) : each));
  return Object.fromEntries(
    entries.map(([key, each]) => [key, key === chosen ? spoilt(each, rest, other) : each]),
  );
}

describe('a report that was edited into nonsense', () => {
  const whole = [
    JSON.parse(SAMPLE),
    madeComparison(),
    madeReport(),
    madeTrend({ isDated: true }),
    madeWeeksIndex(12),
  ];

  it('is refused, or shown whole and without a number that is none', () => {
    const other = fc.oneof(
      fc.constantFrom(
        null,
        -1,
        0,
        1e18,
        -1e18,
        1e308,
        1e-320,
        '',
        'constructor',
        '__proto__',
        [],
        {},
        [[]],
        true,
      ),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    const path = fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 8 });
    let shown = 0;
    fc.assert(
      fc.property(fc.constantFrom(...whole), path, other, (document, where, what) => {
        for (const text of shownAs(readDocument(JSON.stringify(spoilt(document, where, what))))) {
          shown += 1;
          expect(leftoverOf(text), `in place of ${JSON.stringify(where)}`).toBeNull();
        }
      }),
      { numRuns: 150 },
    );
    expect(shown).toBeGreaterThan(0);
  });
});
