import { describe, expect, it } from 'vitest';
import { auditAnnotations, comparisonAnnotations } from '../../src/report/annotations.ts';
import { HOSTILE_STRINGS } from './hostile-strings.ts';
import { comparisonHolding, madeComparison } from './made-comparison.ts';
import { emptyReport, madeReport, reportHolding } from './made-reports.ts';

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

  it('are one command a line, whatever a corpus holds', () => {
    const texts = [...HOSTILE_STRINGS, 'a\r\n::add-mask::b', '%0A::error::c', '::stop-commands::x'];
    for (const text of texts)
      for (const lines of [
        linesOf(auditAnnotations(reportHolding(text), true)),
        linesOf(comparisonAnnotations(comparisonHolding(comparison, text), false)),
      ])
        for (const line of lines) {
          expect(line).toMatch(COMMAND);
          // A per cent sign stands only before what it escapes.
          expect(line.replaceAll(/%(?:25|3A)/gu, '')).not.toContain('%');
        }
  });
});
