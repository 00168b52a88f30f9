import { describe, expect, it } from 'vitest';
import { auditAnnotations, comparisonAnnotations, trendAnnotations } from '../../src/report/annotations.ts';
import { HOSTILE_STRINGS } from './hostile-strings.ts';
import { comparisonHolding, madeComparison } from './made-comparison.ts';
import { emptyReport, madeReport, reportHolding } from './made-reports.ts';
import { emptyTrend, madeTrend } from './made-trend.ts';

/** How the runner of GitHub reads a line: everything up to the second pair of colons is the command. */
const COMMAND = /^::(?:error|warning|notice) title=heteroglossia%3A [\w\- ]+::.+$/u;
const comparison = madeComparison();

function linesOf(text: string): readonly string[] {
  expect(text.endsWith('\n')).toBe(true);
  return text.slice(0, -1).split('\n');
}

describe('annotations', () => {
  it('are an error where the run fails, and a warning where it does not', () => {
    const [failed, cause] = linesOf(auditAnnotations(madeReport(), true));
    expect(failed).toBe(
      '::error title=heteroglossia%3A narrowing::Narrowing: these documents are more alike than text by many unrelated hands. Homogeneity 60.6 of 100 (56.9 to 64.4), from 400 documents.',
    );
    expect(cause).toMatch(
      /^::warning title=heteroglossia%3A phrase-stock::Four words .* To do: Draw on more/u,
    );
    expect(linesOf(auditAnnotations(madeReport(), false))[0]).toMatch(/^::warning /u);
    expect(linesOf(auditAnnotations(emptyReport(), false))[0]).toMatch(/^::notice .*Insufficient data/u);
    expect(linesOf(comparisonAnnotations(comparison, true))[0]).toMatch(/^::error .* To do: /u);
  });

  it('tell of a series the direction and the alarms of its last point', () => {
    const copied = madeTrend({ length: 11 });
    const lines = linesOf(trendAnnotations(copied, true));
    expect(lines[0]).toMatch(/^::notice title=heteroglossia%3A (?:stable|widening)::/u);
    expect(lines.filter((line) => line.startsWith('::error '))).toHaveLength(
      copied.points.at(-1)?.alarms.length ?? -1,
    );
    expect(trendAnnotations(copied, false)).toContain(
      '::warning title=heteroglossia%3A duplicates::plain 10',
    );
    expect(trendAnnotations(madeTrend({ length: 14 }), true)).not.toContain('::error');
    expect(linesOf(trendAnnotations(emptyTrend(), false))[0]).toMatch(/^::notice .*Insufficient data/u);
  });

  it('are one command a line, whatever a corpus holds', () => {
    const texts = [...HOSTILE_STRINGS, 'a\r\n::add-mask::b', '%0A::error::c', '::stop-commands::x'];
    for (const text of texts)
      for (const lines of [
        linesOf(auditAnnotations(reportHolding(text), true)),
        linesOf(comparisonAnnotations(comparisonHolding(comparison, text), false)),
        linesOf(trendAnnotations(madeTrend({ text, length: 11 }), true)),
      ])
        for (const line of lines) {
          expect(line).toMatch(COMMAND);
          // A per cent sign stands only before what it escapes.
          expect(line.replaceAll(/%(?:25|3A)/gu, '')).not.toContain('%');
        }
  });
});
