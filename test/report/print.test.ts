import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { explanations } from '../../src/audits/explanations.ts';
import { comparisonRendererOf } from '../../src/report/comparison-renderers.ts';
import { htmlRenderer } from '../../src/report/html.ts';
import type { Report } from '../../src/report/report.ts';
import { trendRendererOf } from '../../src/report/trend-renderers.ts';
import { testBrowser } from './browser.ts';
import { madeComparison } from './made-comparison.ts';
import { madeTrend } from './made-trend.ts';

const MARGIN = 48;
/** Paper in CSS pixels, of which there are 96 to an inch. */
const PAPERS = [
  { format: 'A4', width: 794, height: 1123 },
  { format: 'Letter', width: 816, height: 1056 },
] as const;

const REPORT = JSON.parse(readFileSync('reports/sample-monologic.json', 'utf8')) as Report;
const PAGES = [
  ['an audit', htmlRenderer.render(REPORT, explanations())],
  ['a comparison', comparisonRendererOf('a.html')?.(madeComparison(), explanations()) ?? ''],
  ['a series', trendRendererOf('a.html')?.(madeTrend({ isDated: true })) ?? ''],
] as const;

const { browser, opened } = await testBrowser();

interface Printed {
  readonly figures: number;
  readonly tallest: number;
  /** By how much a picture stands out on the right. */
  readonly over: number;
  readonly broken: number;
}

/** What pictures would do on paper of a width. */
async function printed(page: Page): Promise<Printed> {
  await page.emulateMedia({ media: 'print' });
  return JSON.parse(
    String(
      await page.evaluate(`JSON.stringify((() => {
        const figures = [...document.querySelectorAll("figure")];
        const boxes = figures.map((each) => each.querySelector("svg").getBoundingClientRect());
        return {
          figures: figures.length,
          tallest: Math.max(...figures.map((each) => each.getBoundingClientRect().height)),
          over: Math.max(...boxes.map(({ right }) => right - document.documentElement.clientWidth)),
          broken: figures.filter((each) => getComputedStyle(each).breakInside !== "avoid").length,
        };
      })())`),
    ),
  ) as Printed;
}

describe.skipIf(browser === null)('the page on paper', () => {
  for (const [name, html] of PAGES)
    it.each(PAPERS)(`has no chart of ${name} cut, on $format`, async ({ format, width, height }) => {
      const { page } = await opened(html, { width: width - 2 * MARGIN });
      const { figures, tallest, over, broken } = await printed(page);
      expect(figures).toBeGreaterThan(3);
      // A chart that fits on a page and must not be broken begins on the next one where there is no room.
      expect(tallest).toBeLessThanOrEqual(height - 2 * MARGIN);
      expect(broken).toBe(0);
      expect(over).toBeLessThanOrEqual(0);
      const margin = `${MARGIN}px`;
      const pdf = await page.pdf({
        format,
        margin: { top: margin, right: margin, bottom: margin, left: margin },
      });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      expect(pdf.length).toBeGreaterThan(20_000);
      await page.context().close();
    });
});
