import { describe, expect, it } from 'vitest';
import { trendRendererOf } from '../../src/report/trend-renderers.ts';
import type { TrendReport } from '../../src/report/trend-report.ts';
import { TREND_EXPLANATIONS } from '../../src/trend/explanations.ts';
import { accessibilityFlaws, structureOf, testBrowser } from './browser.ts';
import { HOSTILE_STRINGS } from './hostile-strings.ts';
import { emptyTrend, madeTrend } from './made-trend.ts';

const LEFTOVERS = /.{0,60}(?:undefined|NaN|Infinity|\[object).{0,20}/u;
const MEGABYTE = 1e6;
const report = madeTrend();

function pageOf(trend: TrendReport): string {
  return trendRendererOf('series.html')?.(trend, TREND_EXPLANATIONS) ?? '';
}

function leftoverOf(page: string): string | null {
  return LEFTOVERS.exec(page.replace(/<script>.*<\/script>/su, ''))?.[0] ?? null;
}

function idsOf(page: string): readonly string[] {
  return [...page.matchAll(/ id="?([\w-]+)"?/gu)].map(([, id]) => id ?? '');
}

describe('the page of a series', () => {
  const page = pageOf(report);

  it('tells the direction, how often alarms are false, what is behind them, and what was left out', () => {
    expect(page).toMatch(/<title>(?:Narrowing|Stable|Widening) · a series of corpora<\/title>/u);
    for (const told of [
      'False alarms of a series in which nothing changes',
      '% interval',
      '<strong>duplicates</strong>',
      '<strong>word-drift</strong>',
      'Change is told against plain',
      'plain 4: too few documents',
      'it is no date',
      'JSON_SYNTAX',
      'not tested yet',
      TREND_EXPLANATIONS['cumulative-sums'].measures,
    ])
      expect(page).toContain(told);
    expect(leftoverOf(page)).toBeNull();
  });

  it('has a picture of the direction, of the levels and of each measure, with a finding and a table', () => {
    const pictures = page.match(/<svg /gu)?.length ?? 0;
    expect(pictures).toBe(2 + report.charts.length);
    expect(page.match(/<figcaption>[^<]+<\/figcaption>/gu)?.length).toBe(pictures);
    expect(page.match(/<svg [^>]*role="img" aria-label="[^"]+"/gu)?.length).toBe(pictures);
    expect(page.match(/<details class="numbers">/gu)?.length).toBe(pictures);
    for (const { title } of report.charts) expect(page).toContain(`<figcaption>${title}: `);
    expect(page).toMatch(/an alarm at 1 of \d+ tested points, plain 10</u);
  });

  it('leads from alarms to points and back', () => {
    const ids = new Set(idsOf(page));
    const targets = [...page.matchAll(/href="#([\w-]+)"/gu)].map(([, target]) => target ?? '');
    expect(targets).toContain('point-10');
    expect(targets).toContain('alarm-10');
    for (const target of targets) expect(ids).toContain(target);
    expect(ids.size).toBe(idsOf(page).length);
  });

  it('draws points that are too small hollow, and no alarm where there is none', () => {
    expect(page.match(/<circle class="hollow"/gu)?.length).toBeGreaterThan(0);
    const quiet = { ...report, points: report.points.map((point) => ({ ...point, alarms: [] })) };
    expect(pageOf(quiet)).toContain('<p>None.</p>');
    expect(pageOf(quiet)).not.toContain('an alarm at');
  });

  it('tints missing periods and breaks lines there', () => {
    const dated = pageOf(madeTrend({ isDated: true }));
    expect(dated.match(/class="zone"/gu)?.length).toBeGreaterThan(3);
    expect(dated).toContain('1 period has no documents: 2000-06');
    expect(page).not.toContain('class="zone"');
  });

  it('may load nothing, and runs and styles only what is in it', () => {
    expect(page).toMatch(/Content-Security-Policy" content="default-src 'none'; style-src 'sha256-\S+'/u);
    expect(page).not.toMatch(/<(?:link|img|iframe)\b|\ssrc=|\sstyle=|\son[a-z]+=|https?:/u);
  });

  it('is whole where there is nothing to say, and for one point, or two', () => {
    for (const each of [
      emptyTrend(),
      madeTrend({ length: 1 }),
      madeTrend({ length: 2 }),
      madeTrend({ length: 2, isDated: true }),
      madeTrend({ text: '' }),
    ]) {
      const text = pageOf(each);
      expect(text).toMatch(/<\/html>\n$/u);
      expect(leftoverOf(text)).toBeNull();
    }
  });

  it('stays below a megabyte with 2,000 points, however long their names are', () => {
    for (const text of ['plain', 'a very long name of 這個語料庫的文本 '.repeat(40)]) {
      const long = pageOf(madeTrend({ text, length: 2000 }));
      expect(Buffer.byteLength(long)).toBeLessThan(MEGABYTE);
      expect(leftoverOf(long)).toBeNull();
      const ids = new Set(idsOf(long));
      for (const [, target = ''] of long.matchAll(/href="#([\w-]+)"/gu)) expect(ids).toContain(target);
    }
  });

  it('takes numbers of any size', () => {
    const spoilt = JSON.parse(JSON.stringify(report), (key, value: unknown) =>
      typeof value === 'number' && key !== 'cusum' ? (value % 2 > 1 ? 1e18 : -1e18) : value,
    ) as TrendReport;
    expect(leftoverOf(pageOf(spoilt))).toBeNull();
  });
});

const { browser, opened } = await testBrowser();

describe.skipIf(browser === null)('the page of a series in a browser', () => {
  it.each(['light', 'dark'] as const)(
    'has no flaw of accessibility and asks for nothing, %s',
    async (colorScheme) => {
      const { page, requests } = await opened(pageOf(madeTrend({ isDated: true })), { colorScheme });
      expect(await accessibilityFlaws(page)).toEqual([]);
      expect(requests()).toEqual([]);
      await page.context().close();
    },
  );

  it('goes by keyboard from an alarm to its point', async () => {
    const { page } = await opened(pageOf(report));
    await page.locator('a[href="#point-10"]').focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.querySelector(":target").id')).toBe('point-10');
    await page.context().close();
  });

  it('does not scroll sideways on a phone', async () => {
    const { page } = await opened(pageOf(report), { width: 360 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await page.context().close();
  });

  it('keeps all letters of its pictures inside them', async () => {
    const { page } = await opened(pageOf(madeTrend({ text: 'an/uncommonly-long name of a file' })));
    const over = await page.evaluate(`[...document.querySelectorAll("svg text")].filter((each) => {
      const [own, whole] = [each.getBoundingClientRect(), each.closest("svg").getBoundingClientRect()];
      return own.left < whole.left - 1 || own.right > whole.right + 1;
    }).map((each) => each.textContent)`);
    expect(over).toEqual([]);
    await page.context().close();
  });

  it('runs nothing, loads nothing and breaks nowhere, whatever a corpus holds', async () => {
    const { page, requests } = await opened('<!doctype html><title>empty</title>');
    const shapes = new Set<string>();
    for (const text of HOSTILE_STRINGS) {
      await page.setContent(pageOf(madeTrend({ text })), { waitUntil: 'load' });
      shapes.add((await structureOf(page)).replaceAll(/ TEXT\b/giu, ''));
    }
    // The same elements for every text, but for names in a picture, of which as many stand as have room.
    expect(shapes.size).toBe(1);
    expect([...shapes][0]).toMatch(/^\{"harmed":null,.*"handlers":0\}$/u);
    expect(requests()).toEqual([]);
    await page.context().close();
  });
});
