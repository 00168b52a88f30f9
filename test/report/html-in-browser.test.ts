import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import packedChromium from '@sparticuz/chromium';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explanations } from '../../src/audits/explanations.ts';
import { htmlRenderer } from '../../src/report/html.ts';
import type { Report } from '../../src/report/report.ts';
import { HOSTILE_STRINGS } from './hostile-strings.ts';
import { HOSTILE, hostileReport } from './made-reports.ts';

const REPORT = JSON.parse(readFileSync('reports/sample-monologic.json', 'utf8')) as Report;

/** Null where this machine lacks what a browser needs: the tests are then seen to be skipped. */
const browser: Browser | null = await launched();
let folder = '';
let loaded: string[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heteroglossia-'));
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true });
});

async function launched(): Promise<Browser | null> {
  try {
    return await chromium.launch({
      executablePath: await packedChromium.executablePath(),
      // One process would end with its first page.
      args: packedChromium.args.filter((argument) => argument !== '--single-process'),
    });
  } catch (error) {
    process.stderr.write(`No browser starts here: ${String(error).split('\n')[0] ?? ''}\n`);
    return null;
  }
}

interface Look {
  readonly colorScheme?: 'light' | 'dark';
  readonly width?: number;
}

async function opened(html: string, { colorScheme = 'light', width = 900 }: Look = {}): Promise<Page> {
  if (browser === null) throw new Error('there is no browser');
  const path = join(folder, 'report.html');
  await writeFile(path, html);
  const context = await browser.newContext({
    colorScheme,
    viewport: { width, height: 1000 },
    // The checker is let in; that the policy is strict is tested beside it.
    bypassCSP: true,
  });
  const page = await context.newPage();
  loaded = [];
  page.on('request', (request) => loaded.push(request.url()));
  await page.goto(pathToFileURL(path).href);
  return page;
}

/** The hostile report with another text in all its places. */
function hostileReportOf(text: string): Report {
  return JSON.parse(
    JSON.stringify(hostileReport()).replaceAll(inside(HOSTILE), () => inside(text)),
  ) as Report;
}

/** A text as it stands between the quotes of JSON. */
function inside(value: string): string {
  return JSON.stringify(value).slice(1, -1);
}

describe.skipIf(browser === null)('the page in a browser', () => {
  it.each(['light', 'dark'] as const)(
    'has no flaw that a checker of accessibility finds, %s',
    async (colorScheme) => {
      const page = await opened(htmlRenderer.render(REPORT, explanations()), { colorScheme });
      await page.evaluate('for (const each of document.querySelectorAll("details")) each.open = true');
      await page.evaluate(axe.source);
      const violations = await page.evaluate(
        'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))',
      );
      expect(violations).toEqual([]);
      expect(loaded.filter((url) => !url.startsWith('file:'))).toEqual([]);
      await page.context().close();
    },
  );

  it('sorts a table by a column and shows the audits that hold some words', async () => {
    const page = await opened(htmlRenderer.render(REPORT, explanations()));
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
    const page = await opened(htmlRenderer.render(REPORT, explanations()), { width: 360 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await page.context().close();
  });

  it('runs nothing, loads nothing and breaks nowhere, whatever a corpus holds', async () => {
    expect(HOSTILE_STRINGS.length).toBeGreaterThanOrEqual(200);
    const page = await opened('<!doctype html><title>empty</title>');
    const shapes = new Set<string>();
    for (const text of HOSTILE_STRINGS) {
      const html = htmlRenderer.render(hostileReportOf(text), explanations());
      await page.setContent(html, { waitUntil: 'load' });
      const found = await page.evaluate(`JSON.stringify({
        harmed: window.harmed ?? null,
        elements: [...document.querySelectorAll("*")].map(({ tagName }) => tagName).join(" "),
        handlers: [...document.querySelectorAll("*")].flatMap(({ attributes }) => [...attributes]).filter(({ name }) => name.startsWith("on")).length,
      })`);
      shapes.add(String(found));
    }
    // The same elements for every text: none of them became structure.
    expect(shapes.size).toBe(1);
    expect([...shapes][0]).toMatch(/^\{"harmed":null,/u);
    expect([...shapes][0]).toMatch(/"handlers":0\}$/u);
    expect(loaded.filter((url) => !url.startsWith('file:'))).toEqual([]);
    await page.context().close();
  });
});
