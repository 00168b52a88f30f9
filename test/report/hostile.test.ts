import { describe, expect, it } from 'vitest';
import { comparisonRendererOf } from '../../src/report/comparison-renderers.ts';
import { comparisonTerminal } from '../../src/report/comparison-terminal.ts';
import { displayWidth } from '../../src/report/display-width.ts';
import { rendererOf } from '../../src/report/registry.ts';
import { terminalRenderer } from '../../src/report/terminal.ts';
import { HOSTILE_STRINGS } from './hostile-strings.ts';
import { comparisonHolding, madeComparison } from './made-comparison.ts';
import { reportHolding } from './made-reports.ts';

/** What drives a terminal or reorders a line. */
const DRIVING = /\p{Cc}(?<!\n)|\p{Cs}|[\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u;
const WIDTH = 80;
const comparison = madeComparison();
const plain = (text: string): string => text;
const palette = { bold: plain, dim: plain, red: plain, green: plain, yellow: plain, cyan: plain };

/** What a line of Markdown is, by how it begins. */
function kindOf(line: string): string {
  return /^ *(?:#+ |[-*+] |\d+[.)] |\||>|```|~~~|<[^>]*>|={3}|-{3})?/u.exec(line)?.[0] ?? '';
}

/** Without what is folded by us, what is escaped, and code: an escaped backtick begins none. */
function outsideCode(page: string): string {
  return page
    .replaceAll(/^<details><summary>[\w ,]+<\/summary>$|^<\/details>$/gmu, '')
    .replaceAll(/\\.|(?<!`)(`+)(?!`).*?[^`]\1(?!`)/gu, '');
}

const PAGES: readonly (readonly [name: string, render: (text: string) => string])[] = [
  ['an audit', (text) => rendererOf('a.md')?.render(reportHolding(text)) ?? ''],
  ['a comparison', (text) => comparisonRendererOf('a.md')?.(comparisonHolding(comparison, text)) ?? ''],
];

const SCREENS: readonly (readonly [name: string, render: (text: string) => string])[] = [
  ['an audit', (text) => terminalRenderer({ width: WIDTH, palette }).render(reportHolding(text))],
  [
    'a comparison',
    (text) => comparisonTerminal(comparisonHolding(comparison, text), { width: WIDTH, palette }),
  ],
];

describe('whatever a corpus holds', () => {
  it.each(PAGES)('the Markdown of %s has the same structure', (_, render) => {
    const structures = new Set<string>();
    for (const text of HOSTILE_STRINGS) {
      const page = render(text);
      expect(page).not.toMatch(DRIVING);
      const prose = outsideCode(page);
      expect(prose).not.toMatch(/[<>[\]]|:\/\/|www\./u);
      structures.add(page.split('\n').map(kindOf).join('\n'));
    }
    expect(structures.size).toBe(1);
  });

  it.each(SCREENS)('the screen of %s is not driven, and no line leaves it', (_, render) => {
    for (const text of HOSTILE_STRINGS) {
      const screen = render(text);
      expect(screen).not.toMatch(DRIVING);
      for (const line of screen.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(WIDTH);
    }
  });

  it('JSON is read back as it was, and drives nothing', () => {
    for (const text of HOSTILE_STRINGS) {
      const report = reportHolding(text);
      const json = rendererOf('a.json')?.render(report) ?? '';
      expect(json).not.toMatch(DRIVING);
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(report)));
    }
  });
});
