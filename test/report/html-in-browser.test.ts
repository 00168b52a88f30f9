import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explanations } from '../../src/audits/explanations.ts';
import { htmlRenderer } from '../../src/report/html.ts';
import type { Report } from '../../src/report/report.ts';
import { accessibilityFlaws, structureOf, testBrowser } from './browser.ts';
import { HOSTILE_STRINGS } from './hostile-strings.ts';
import { reportHolding } from './made-reports.ts';

const REPORT = JSON.parse(readFileSync('reports/sample-monologic.json', 'utf8')) as Report;

const { browser, opened } = await testBrowser();

describe.skipIf(browser === null)('the page in a browser', () => {
  it.each(['light', 'dark'] as const)(
    'has no flaw that a checker of accessibility finds, %s',
    async (colorScheme) => {
      const { page, requests } = await opened(htmlRenderer.render(REPORT, explanations()), { colorScheme });
      expect(await accessibilityFlaws(page)).toEqual([]);
      expect(requests()).toEqual([]);
      await page.context().close();
    },
  );

  it('sorts a table by a column and shows the audits that hold some words', async () => {
    const { page } = await opened(htmlRenderer.render(REPORT, explanations()));
    await page.evaluate('document.querySelector("details.numbers").open = true');
    const column = page.locator('details.numbers').first().getByRole('button', { name: 'homogeneity' });
    const values = (): Promise<string[]> =>
      page.locator('details.numbers').first().locator('tbody td:nth-child(4)').allTextContents();
    await column.focus();
    await page.keyboard.press('Enter');
    const down = (await values()).map(Number);
    expect(down).toEqual(down.toSorted((a, b) => b - a));
    await page.keyboard.press('Enter');
    expect((await values()).map(Number)).toEqual(down.toReversed());
    await page.getByRole('searchbox').fill('SAY things once');
    expect(await page.locator('details.audit:visible').count()).toBe(1);
    expect(await page.locator('#found').textContent()).toBe('1 found');
    await page.context().close();
  });

  it('does not scroll sideways on a phone', async () => {
    const { page } = await opened(htmlRenderer.render(REPORT, explanations()), { width: 360 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await page.context().close();
  });

  it('runs nothing, loads nothing and breaks nowhere, whatever a corpus holds', async () => {
    expect(HOSTILE_STRINGS.length).toBeGreaterThanOrEqual(200);
    const { page, requests } = await opened('<!doctype html><title>empty</title>');
    const shapes = new Set<string>();
    for (const text of HOSTILE_STRINGS) {
      const html = htmlRenderer.render(reportHolding(text), explanations());
      await page.setContent(html, { waitUntil: 'load' });
      shapes.add(await structureOf(page));
    }
    // The same elements for every text: none of them became structure.
    expect(shapes.size).toBe(1);
    expect([...shapes][0]).toMatch(/^\{"harmed":null,/u);
    expect([...shapes][0]).toMatch(/"handlers":0\}$/u);
    expect(requests()).toEqual([]);
    await page.context().close();
  });
});
