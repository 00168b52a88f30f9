import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it, test } from 'vitest';
import { displayWidth } from '../../src/report/display-width.ts';
import type { Report } from '../../src/report/report.ts';
import { terminalRenderer } from '../../src/report/terminal.ts';
import type { Palette } from '../../src/report/terminal-line.ts';
import { emptyReport, HOSTILE, hostileReport, hugeReport, madeAudit, madeReport } from './made-reports.ts';

const same = (text: string): string => text;
const PLAIN: Palette = { bold: same, dim: same, red: same, green: same, yellow: same, cyan: same };
const marked = (text: string): string => `\u001b[1m${text}\u001b[22m`;
const MARKED: Palette = {
  bold: marked,
  dim: marked,
  red: marked,
  green: marked,
  yellow: marked,
  cyan: marked,
};

function screen(report: Report, width = 80): string {
  return terminalRenderer({ width, palette: PLAIN }).render(report);
}

test('the screen reads as verdict, causes, audits, left out', () => {
  expect(screen(madeReport())).toBe(`\
Narrowing: these documents are more alike than text by many unrelated hands.
Homogeneity 60.6 of 100 (56.9 to 64.4), from 400 documents.
many voices 0 ─────────────────────────────├━●━┤────────────────── 100 one voice

1. Four words in a row agree between two documents 26.3 times in a million.
   “at their own pace” 123 times, first in nar-0385
   → Draw on more sources.

✗ Documents share a stock of phrases  26.3 per million (21.9 to 31.6)
✓ Documents are different texts       6.25 %
– Documents say things once           Too few.

Left out: nothing.
No level is calibrated for this script: compare it with a corpus that you trust.
400 documents · 83,359 tokens · 523 kB · corpus.jsonl
`);
});

describe.each([
  ['an ordinary report', madeReport()],
  ['a hostile report', hostileReport()],
  ['a report with too much of everything', hugeReport()],
  ['an empty report', emptyReport()],
])('%s', (_, report) => {
  it.each([40, 60, 80, 200])('fits one screen of %d columns', (width) => {
    const text = screen(report, width);
    const lines = text.split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.length).toBeLessThanOrEqual(24);
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(width);
  });

  it('says the same with colour', () => {
    const coloured = terminalRenderer({ width: 80, palette: MARKED }).render(report);
    const bare = stripVTControlCharacters(coloured).replace(/ +$/gm, '');
    expect(bare).toBe(screen(report));
  });

  it('holds nothing that drives a terminal', () => {
    expect(screen(report).replaceAll('\n', '')).not.toMatch(
      /[\p{Cc}\u200b\u202a-\u202e\u2066-\u2069\ufeff]/u,
    );
  });
});

test('too many audits are named, and failed ones come first', () => {
  const audits = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [
      `a${index}`,
      madeAudit({ title: `Audit ${index}`, outcome: index === 39 ? 'failed' : 'passed' }),
    ]),
  );
  const text = screen(madeReport({ audits }));
  expect(text).toMatch(/\n\n✗ Audit 39 /);
  expect(text).toMatch(/… and \d+ more with -o report\.md: a\d+, /);
});

test('a script without a calibrated scale is mentioned once, and only where it is so', () => {
  const report = madeReport();
  expect(screen(report).match(/calibrated/g)).toHaveLength(1);
  expect(screen({ ...report, verdict: { ...report.verdict, provisional: false } })).not.toContain(
    'calibrated',
  );
});

test('a cause that finds no room is named all the same', () => {
  expect(screen(hugeReport())).toMatch(/^Also: phrase-stock/m);
});

test('hostile words are shown as escapes', () => {
  expect(HOSTILE).toContain('\u001b[2J');
  expect(screen(hostileReport(), 200)).toContain('\\u001b[2J');
});
