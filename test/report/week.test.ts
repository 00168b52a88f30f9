import { describe, expect, it } from 'vitest';
import { htmlRenderer } from '../../src/report/html.ts';
import { markdownRenderer } from '../../src/report/markdown.ts';
import { weekScreen } from '../../src/report/terminal-week.ts';
import type { WeekFacts } from '../../src/report/week-facts.ts';
import { weeksMarkdown } from '../../src/report/weeks-markdown.ts';
import type { Alarm } from '../../src/trend/trend.ts';
import { HOSTILE_STRINGS } from './hostile-strings.ts';
import { madeReport } from './made-reports.ts';

const VERDICT: WeekFacts['verdict'] = {
  direction: 'stable',
  slope: null,
  falseAlarmsPerYear: 0.125,
  falseAlarmsPerPoint: 0.125 / 52,
  pointsPerYear: 52,
  summary: 'The series goes neither way.',
};
const ALARM: Alarm = {
  kind: 'word-drift',
  measure: 'words',
  chart: 'words',
  statistic: 0.0001,
  limit: 0.001,
  since: '2026-W10',
  words: ['delve', 'showcase'],
  summary: 'Two words rose.',
  evidence: [
    {
      kind: 'word-drift',
      summary: 'Seen in essays.',
      quotes: ['let us delve'],
      documents: ['a'],
      sources: ['blog'],
    },
  ],
};
const LOOK = {
  width: 60,
  palette: {
    bold: String,
    dim: String,
    red: (text: string) => `<red>${text}</red>`,
    green: String,
    yellow: String,
    cyan: String,
  },
};

function madeWeek(change: Partial<WeekFacts> = {}): WeekFacts {
  return {
    series: 'main',
    name: '2026-W12',
    monday: '2026-03-16',
    weeks: 12,
    baselineWeek: '2026-W01',
    state: 'tested',
    alarms: [],
    verdict: VERDICT,
    ...change,
  };
}

describe('the week of a report', () => {
  it('is told in Markdown with the words, quotes and sources behind an alarm', () => {
    const text = markdownRenderer.render(madeReport({ week: madeWeek({ alarms: [ALARM] }) }));
    const part = text.slice(text.indexOf('## Week 2026-W12'), text.indexOf('## Why'));
    expect(part).toContain('2026-W12, after 12 weeks with this one: 1 alarm: word-drift.');
    expect(part).toContain('- **word-drift: Two words rose. It seems to have begun in 2026-W10.**');
    expect(part).toContain('words: `delve`, `showcase`');
    expect(part).toContain('`let us delve`');
    expect(part).toContain('from `blog`');
    expect(part).toContain('It is compared with 2026-W01, the first week of the series.');
    expect(part).toMatch(/one in 8 years/u);
  });

  it.each([
    ['learning', 'learning what is usual'],
    ['too-small', 'too few documents'],
    ['other-plan', 'another version'],
    ['tested', 'no alarm'],
  ] as const)('says of a week that is %s why there is no alarm', (state, said) => {
    const week = madeWeek({ state, weeks: 1, baselineWeek: null });
    expect(markdownRenderer.render(madeReport({ week }))).toMatch(
      new RegExp(`after 1 week with .*${said}`, 'u'),
    );
    expect(markdownRenderer.render(madeReport({ week }))).not.toContain('is compared with');
  });

  it('is not told where there is none', () => {
    expect(markdownRenderer.render(madeReport())).not.toContain('## Week');
    expect(htmlRenderer.render(madeReport())).not.toContain('id="week"');
  });

  it('is red on the terminal for any alarm but that of volume', () => {
    const volume: Alarm = { ...ALARM, kind: 'volume', words: [] };
    expect(weekScreen(madeWeek({ alarms: [ALARM] }), LOOK)).toContain('<red>');
    expect(weekScreen(madeWeek({ alarms: [volume] }), LOOK)).not.toContain('<red>');
    expect(weekScreen(madeWeek({ alarms: Array.from({ length: 9 }, () => ALARM) }), LOOK)).toContain(
      'and 4 more',
    );
  });

  it('lets no hostile words out of their place', () => {
    for (const hostile of HOSTILE_STRINGS) {
      const evidence = [
        {
          kind: 'narrowing' as const,
          summary: hostile,
          quotes: [hostile],
          documents: [],
          sources: [hostile],
        },
      ];
      const week = madeWeek({ alarms: [{ ...ALARM, words: [hostile], summary: hostile, evidence }] });
      const page = htmlRenderer.render(madeReport({ week }));
      const section = page.slice(
        page.indexOf('<section aria-labelledby="week">'),
        page.indexOf('</section>'),
      );
      expect(section.match(/<(?!\/?(?:section|h2|h3|p|ul|li|q)\b)[a-z!/]/giu)).toBeNull();
      expect(section).not.toMatch(/<[^>]*\son\w+=/u);
      const whole = markdownRenderer.render(madeReport({ week }));
      const markdown = whole.slice(whole.indexOf('\n## Week 2026-W12'), whole.indexOf('\n## Why'));
      expect(markdown.length).toBeGreaterThan(100);
      expect(markdown).not.toMatch(/\p{Cc}(?<!\n)|\p{Cf}/u);
      expect(markdown.replaceAll(/(`+)[^`].*?\1/gu, '')).not.toMatch(/(?<!\\)<[a-z/!]/iu);
      expect(weekScreen(week, LOOK)).not.toMatch(/\p{Cc}(?<!\n)|\p{Cf}/u);
    }
  });
});

describe('the index of all weeks', () => {
  const point = {
    name: '2026-W12',
    date: '2026-03-16',
    documents: 1200,
    distinctDocuments: 1200,
    tokens: 10_000,
    level: 'heteroglossic',
    homogeneity: { value: 12, unit: 'points', interval: [10, 14], documents: 1200 },
    change: { value: -1.5, interval: null },
    figures: {},
    state: 'tested',
    alarms: [],
  } as const;

  it('has the last week first, with its alarms and the way to its reports', () => {
    const text = weeksMarkdown({
      schema: 'heteroglossia-weeks/1',
      tool: { name: 'heteroglossia', version: '0.1.0' },
      series: 'main',
      points: [
        { ...point, name: '2026-W10', homogeneity: null, change: null },
        { ...point, alarms: [ALARM, ALARM] },
      ],
      missing: { total: 1, names: ['2026-W11'] },
      charts: [],
      verdict: VERDICT,
      reports: [{ week: '2026-W12', paths: ['2026-W12.html', '2026-W12.md'] }],
    });
    const rows = text.split('\n').filter((line) => line.startsWith('| 2026'));
    expect(rows[0]).toBe(
      '| 2026-W12 | 1,200 | heteroglossic | 12.0 points (10.0 to 14.0) | −1.50 | **word-drift** | [html](2026-W12.html) [md](2026-W12.md) |',
    );
    expect(rows[1]).toBe('| 2026-W10 | 1,200 | heteroglossic | – | – | no alarm |  |');
    expect(text).toContain('1 period has no documents: 2026-W11.');
  });
});
