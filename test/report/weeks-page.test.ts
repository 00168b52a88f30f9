import { describe, expect, it } from 'vitest';
import { weeksPage } from '../../src/report/html/weeks-page.ts';
import { htmlRenderer } from '../../src/report/html.ts';
import type { WeekFacts } from '../../src/report/week-facts.ts';
import { accessibilityFlaws, testBrowser } from './browser.ts';
import { HOSTILE_STRINGS } from './hostile-strings.ts';
import { madeReport } from './made-reports.ts';
import { madeWeeksIndex } from './made-weeks-index.ts';

const MEGABYTE = 1e6;
const LEFTOVERS = /undefined|NaN|Infinity|\[object/u;

const index = madeWeeksIndex(14);

describe('the page of all weeks', () => {
  const page = weeksPage(index);

  it('has the last week first, each with its index as a line, its alarms and the way to its reports', () => {
    const rows = [...page.matchAll(/id="point-(\d+)"/gu)].map(([, place]) => Number(place));
    expect(rows).toEqual(index.points.map((_, place) => 13 - place));
    expect(page.match(/<svg class="spark"/gu)?.length).toBe(14);
    expect(page).toContain('href="./2026-W14.html"');
    expect(page).toContain('href="./2026-W14.json"');
    expect(page).not.toContain('2026-W01.html');
    expect(page).toMatch(/href="#alarm-10"><strong>duplicates</u);
    expect(page).toContain('id="alarm-10"');
    expect(page).toContain('2026-W14, the last week: no alarm.');
    expect(page).toContain('False alarms of a series in which nothing changes');
  });

  it('is that of no week, of one, and of forty years below a megabyte', () => {
    expect(weeksPage(madeWeeksIndex(0))).toContain('There is no week yet.');
    for (const length of [0, 1, 2000]) {
      const long = weeksPage(madeWeeksIndex(length));
      expect(Buffer.byteLength(long)).toBeLessThan(MEGABYTE);
      expect(long.replace(/<script>.*<\/script>/su, '')).not.toMatch(LEFTOVERS);
    }
  });

  it('leads nowhere but beside it, whatever the paths are', () => {
    for (const text of HOSTILE_STRINGS) {
      const hostile = {
        ...madeWeeksIndex(2, text),
        reports: [{ week: '2026-W02', paths: [`${text}.html`, text] }],
      };
      for (const [, address = ''] of weeksPage(hostile).matchAll(/ href="([^"]*)"/gu))
        expect(address).toMatch(/^(?:\.\/|#)[\w.!~*'()%/-]*$/u);
    }
  });
});

describe('the page of a week', () => {
  it('leads back to all weeks, and that of another audit does not', () => {
    const { verdict } = index;
    const week: WeekFacts = {
      series: '<essays>',
      name: '2026-W12',
      monday: '2026-03-16',
      weeks: 12,
      baselineWeek: null,
      state: 'tested',
      alarms: [],
      verdict,
    };
    expect(htmlRenderer.render(madeReport({ week }))).toContain(
      '<a href="index.html">All weeks of the series &lt;essays',
    );
    expect(htmlRenderer.render(madeReport())).not.toContain('index.html');
  });
});

const { browser, opened } = await testBrowser();

describe.skipIf(browser === null)('the page of all weeks in a browser', () => {
  it.each([
    ['light', 900],
    ['dark', 360],
  ] as const)('has no flaw of accessibility and asks for nothing, %s', async (colorScheme, width) => {
    const { page, requests } = await opened(weeksPage(index), { colorScheme, width });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(await accessibilityFlaws(page)).toEqual([]);
    expect(requests()).toEqual([]);
    await page.context().close();
  });

  it('sorts the weeks by their index', async () => {
    const { page } = await opened(weeksPage(index));
    await page.locator('#weeks ~ .scroll').getByRole('button', { name: 'index' }).click();
    const values = await page.locator('#weeks ~ .scroll tbody td:nth-child(4)').allTextContents();
    const numbers = values.map(Number);
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    await page.context().close();
  });
});
