import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import packedChromium from '@sparticuz/chromium';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';

/** Null where this machine lacks what a browser needs: tests are then seen to be skipped. */
async function launchedBrowser(): Promise<Browser | null> {
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

/** A page that is shown from a file, and what it asked for. */
interface OpenedPage {
  readonly page: Page;
  /** Addresses that were asked for, but for files. */
  readonly requests: () => readonly string[];
}

/** Shows a page as one that was opened from a folder. */
async function openedPage(
  browser: Browser | null,
  folder: string,
  html: string,
  { colorScheme = 'light', width = 900 }: Look = {},
): Promise<OpenedPage> {
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
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(path).href);
  return { page, requests: () => asked.filter((url) => !url.startsWith('file:')) };
}

/** A browser for the tests of one file, which closes after them; `browser` is null where none starts here. */
export async function testBrowser(): Promise<{
  readonly browser: Browser | null;
  readonly opened: (html: string, look?: Look) => Promise<OpenedPage>;
}> {
  const browser = await launchedBrowser();
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'heteroglossia-'));
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true });
  });
  return { browser, opened: (html, look) => openedPage(browser, folder, html, look) };
}

/** What a checker of accessibility finds on a page with everything unfolded: rules, each with its first element. */
export async function accessibilityFlaws(page: Page): Promise<unknown> {
  await page.evaluate('for (const each of document.querySelectorAll("details")) each.open = true');
  await page.evaluate(axe.source);
  return await page.evaluate(
    'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))',
  );
}

/** The elements of a page in their order, its attributes that would run something, and whether anything did harm. */
export async function structureOf(page: Page): Promise<string> {
  return String(
    await page.evaluate(`JSON.stringify({
      harmed: window.harmed ?? null,
      elements: [...document.querySelectorAll("*")].map(({ tagName }) => tagName).join(" "),
      handlers: [...document.querySelectorAll("*")].flatMap(({ attributes }) => [...attributes]).filter(({ name }) => name.startsWith("on")).length,
    })`),
  );
}
