import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/report/display-width.ts';
import { trendMarkdown } from '../../src/report/trend-markdown.ts';
import { TREND_EXTENSIONS, trendRendererOf } from '../../src/report/trend-renderers.ts';
import type { TrendReport } from '../../src/report/trend-report.ts';
import { trendTerminal } from '../../src/report/trend-terminal.ts';
import { sparkline } from '../../src/report/trend-text.ts';
import { followSeries } from '../../src/trend/follow-series.ts';
import type { SeriesPoint } from '../../src/trend/series.ts';
import { quietSeries } from '../trend/made-series.ts';
import { HOSTILE_STRINGS } from './hostile-strings.ts';

const plain = (text: string): string => text;
const palette = { bold: plain, dim: plain, red: plain, green: plain, yellow: plain, cyan: plain };
const DRIVING = /\p{Cc}(?<!\n)|\p{Cs}|[\u2028\u2029\u202e]/u;

function cells(line: string): number {
  return line.replaceAll('\\|', '').split('|').length;
}

/** A series of which the last point has half of its documents copied, with everything that a corpus names hostile. */
function hostileReport(hostile: string): TrendReport {
  const points = quietSeries(12, 21).map(
    (point, place): SeriesPoint => ({
      ...point,
      name: `${hostile} ${place}`,
      ...(place < 11
        ? {}
        : {
            figures: { ...point.figures, duplicates: { value: 0.5, unit: 'share', documents: 120 } },
            wordDrift: {
              alarm: true,
              tested: 9,
              windowWords: 100,
              rose: 1,
              fell: 0,
              words: [{ word: hostile, baseline: 0, candidate: 9, ratio: 9, adjustedP: 1e-9 }],
            },
            evidence: [
              {
                kind: 'duplicates',
                summary: hostile,
                quotes: [hostile],
                documents: [hostile],
                sources: [hostile],
              },
            ],
          }),
    }),
  );
  return {
    schema: 'heteroglossia-trend/1',
    tool: { name: 'heteroglossia', version: '0.0.0' },
    run: { inputs: [hostile], options: {}, planDigest: 'plan', startedAt: '', seconds: 0 },
    by: null,
    baseline: hostile,
    dates: { missing: 1, unreadable: 0, tooCoarse: 2, future: 0, examples: [] },
    problems: { total: 0, byCode: {} },
    ...followSeries(points, { period: null }),
  };
}

const report = hostileReport('plain');

describe('the Markdown of a series', () => {
  const markdown = trendMarkdown(report);

  it('says the direction, the alarms with what is behind them, and how often they are false', () => {
    for (const part of [
      '**Stable',
      '**duplicates**',
      '**word-drift**',
      'False alarms',
      '## Points',
      'left out',
    ])
      expect(markdown).toContain(part);
  });

  it('has tables whose rows are as wide as their heads, whatever the names', () => {
    for (const hostile of HOSTILE_STRINGS) {
      const text = trendMarkdown(hostileReport(hostile));
      expect(text).not.toMatch(DRIVING);
      const rows = text.split('\n').filter((line) => line.startsWith('|'));
      expect(new Set(rows.map(cells)).size).toBeLessThanOrEqual(3);
      for (const line of text.split('\n')) {
        const outside = line.replace(/(?<![\\`])(`+)(?!`).*?(?<!`)\1(?!`)/gu, '');
        expect(outside).not.toMatch(/(?<!\\)<|(?<!\\)\]\(/u);
      }
    }
  });
});

describe('the terminal report of a series', () => {
  it('says the direction, the alarms and their rate', () => {
    const text = trendTerminal(report, { width: 80, palette });
    for (const part of [
      'Stable',
      '✗',
      'duplicates',
      'word-drift',
      '“plain”',
      'False alarms',
      'against plain',
    ])
      expect(text).toContain(part);
  });

  it('holds nothing that drives a terminal, and no line that is too long', () => {
    for (const hostile of HOSTILE_STRINGS)
      for (const width of [40, 80]) {
        const text = trendTerminal(hostileReport(hostile), { width, palette });
        expect(text).not.toMatch(DRIVING);
        for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }
  });
});

describe('sparkline', () => {
  it('puts the least lowest and the greatest highest, and gaps where nothing is known', () => {
    expect(sparkline([0, null, 7], 10)).toBe('▁·█');
    expect(sparkline([5, 5], 10)).toBe('▅▅');
    expect(sparkline([null], 10)).toBe('·');
    expect(sparkline([], 10)).toBe('');
  });

  it('shows the last values where not all fit', () => {
    expect(sparkline([9, 1, 2, 3], 2)).toBe('▁█');
    expect(sparkline([1, 2], 0)).toBe('');
  });
});

describe('the renderers of a series', () => {
  it('are named by their endings', () => {
    expect(TREND_EXTENSIONS).toEqual(['.html', '.htm', '.json', '.md', '.xml']);
    expect(trendRendererOf('a/B.MD')?.(report)).toBe(trendMarkdown(report));
    expect(JSON.parse(trendRendererOf('x.json')?.(report) ?? '')).toEqual(report);
    expect(trendRendererOf('x.HTM')?.(report)).toMatch(/^<!doctype html>/u);
    expect(trendRendererOf('x.pdf')).toBeNull();
  });
});
