import { describe, expect, it } from 'vitest';
import { explanations } from '../../src/audits/explanations.ts';
import { COMPARISON_EXPLANATIONS } from '../../src/compare/explanations.ts';
import type { ComparisonReport } from '../../src/index.ts';
import { comparisonRendererOf } from '../../src/report/comparison-renderers.ts';
import { accessibilityFlaws, structureOf, testBrowser } from './browser.ts';
import { HOSTILE_STRINGS } from './hostile-strings.ts';
import { comparisonHolding, madeComparison } from './made-comparison.ts';

const EXPLAINED = { ...explanations(), ...COMPARISON_EXPLANATIONS };
const LEFTOVERS = /undefined|NaN|Infinity|\[object/u;
const MEGABYTE = 1e6;
const report = madeComparison();

function pageOf(comparison: ComparisonReport): string {
  return comparisonRendererOf('changes.html')?.(comparison, EXPLAINED) ?? '';
}

function withoutScript(page: string): string {
  return page.replace(/<script>.*<\/script>/su, '');
}

/** The one thing that differs between comparisons with nothing to say is which part says so. */
function emptyComparison(): ComparisonReport {
  return {
    ...report,
    verdict: {
      direction: 'insufficient-data',
      summary: 'Nothing is there.',
      narrowing: null,
      exchanged: null,
      detectable: null,
      causes: [],
      warnings: [],
    },
    differences: {},
    tail: null,
    documents: { unchanged: 0, added: 0, removed: 0, edited: 0, exact: true, edits: [], addedLikeness: null },
    accumulation: 'unrelated',
    attribution: [],
    wordDrift: { alarm: false, tested: 0, windowWords: 0, rose: 0, fell: 0, words: [] },
  };
}

describe('the page of a comparison', () => {
  const page = pageOf(report);

  it('tells direction, sureness, what to do, what moved, and how it is got', () => {
    expect(page).toMatch(/<title>(?:Narrowed|Unchanged|Widened) · comparison of two versions<\/title>/u);
    for (const told of [
      'To do: ',
      'What could pass unseen: ',
      'The 99 % interval of the difference runs from',
      '>What moved</h2>',
      '>Rare words of the baseline</h2>',
      '>Words that rose or fell</h2>',
      '>Where the change comes from</h2>',
      '>Documents</h2>',
      COMPARISON_EXPLANATIONS.narrowing.measures,
    ])
      expect(page).toContain(told);
    expect(withoutScript(page)).not.toMatch(LEFTOVERS);
  });

  it('has a table for every picture, and a sentence as its title', () => {
    const pictures = page.match(/<svg /gu)?.length ?? 0;
    expect(pictures).toBeGreaterThanOrEqual(6);
    expect(page.match(/<figcaption>[^<]+<\/figcaption>/gu)?.length).toBe(pictures);
    expect(page.match(/<svg [^>]*role="img" aria-label="[^"]+"/gu)?.length).toBe(pictures);
    expect(page).toContain('30 are new');
  });

  it('tells the sum of slices from a slice that has its name', () => {
    const attribution = report.attribution.map((row) => ({ ...row, slice: 'together' }));
    expect(attribution.length).toBeGreaterThan(1);
    expect(pageOf({ ...report, attribution }).match(/font-weight="700">together</gu)?.length).toBe(1);
  });

  it('shows the words of an edit as taken out and put in', () => {
    expect(page).toContain('put in: </span>placeholder</ins>');
  });

  it('has every figure in its table, with or without an interval', () => {
    for (const id of Object.keys(report.differences)) expect(page).toContain(`<code>${id}</code>`);
  });

  it('may load nothing, and runs and styles only what is in it', () => {
    expect(page).toMatch(/Content-Security-Policy" content="default-src 'none'; style-src 'sha256-\S+'/u);
    expect(page).not.toMatch(/<(?:link|img|iframe)\b|\ssrc=|\sstyle=|\son[a-z]+=|https?:/u);
  });

  it('is whole where there is nothing to say, and where there is too much', () => {
    const long = comparisonHolding(report, 'a very long text of 這個語料庫的文本 '.repeat(400));
    const words = Array.from({ length: 30 }, (_, rank) => ({
      word: `w${rank}`,
      baseline: 0,
      candidate: 10 ** rank,
      ratio: 1e30,
      adjustedP: 0,
    }));
    const crowded = { ...long, wordDrift: { ...long.wordDrift, words } };
    for (const each of [emptyComparison(), long, crowded]) {
      const text = pageOf(each);
      expect(text).toMatch(/<\/html>\n$/u);
      expect(withoutScript(text)).not.toMatch(LEFTOVERS);
      expect(Buffer.byteLength(text)).toBeLessThan(MEGABYTE);
    }
  });
});

const { browser, opened } = await testBrowser();

describe.skipIf(browser === null)('the page of a comparison in a browser', () => {
  it.each(['light', 'dark'] as const)(
    'has no flaw of accessibility and asks for nothing, %s',
    async (colorScheme) => {
      const { page, requests } = await opened(pageOf(report), { colorScheme });
      expect(await accessibilityFlaws(page)).toEqual([]);
      expect(requests()).toEqual([]);
      await page.context().close();
    },
  );

  it('lets a keyboard reach everything that can be unfolded, sorted or scrolled', async () => {
    const { page } = await opened(pageOf(report));
    const focusable = 'a[href], summary, button, input, [tabindex="0"]';
    const all = Number(
      await page.evaluate(
        `[...document.querySelectorAll(${JSON.stringify(focusable)})].filter((each) => each.checkVisibility()).length`,
      ),
    );
    await page.evaluate('window.reached = new Set()');
    for (let presses = 0; presses < all; presses += 1) {
      await page.keyboard.press('Tab');
      await page.evaluate('window.reached.add(document.activeElement)');
    }
    expect(all).toBeGreaterThan(15);
    expect(await page.evaluate('window.reached.size')).toBe(all);
    const { length } = Object.keys(report.differences);
    await page.locator('#moved ~ figure summary').first().focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('#moved ~ figure tbody tr:visible').count()).toBe(length);
    await page.context().close();
  });

  it('does not scroll sideways on a phone', async () => {
    const { page } = await opened(pageOf(report), { width: 360 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await page.context().close();
  });

  it('runs nothing, loads nothing and breaks nowhere, whatever a corpus holds', async () => {
    const { page, requests } = await opened('<!doctype html><title>empty</title>');
    const shapes = new Set<string>();
    for (const text of HOSTILE_STRINGS) {
      await page.setContent(pageOf(comparisonHolding(report, text)), { waitUntil: 'load' });
      shapes.add(await structureOf(page));
    }
    // The same elements for every text: none of them became structure.
    expect(shapes.size).toBe(1);
    expect([...shapes][0]).toMatch(/^\{"harmed":null,.*"handlers":0\}$/u);
    expect(requests()).toEqual([]);
    await page.context().close();
  });
});
