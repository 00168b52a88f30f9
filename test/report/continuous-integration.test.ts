import { describe, expect, it } from 'vitest';
import { comparisonRendererOf } from '../../src/report/comparison-renderers.ts';
import { rendererOf } from '../../src/report/registry.ts';
import type { Report } from '../../src/report/report.ts';
import { trendRendererOf } from '../../src/report/trend-renderers.ts';
import { xmlText } from '../../src/report/xml-text.ts';
import { accessibilityFlaws, testBrowser } from './browser.ts';
import { HOSTILE_STRINGS } from './hostile-strings.ts';
import { comparisonHolding, madeComparison } from './made-comparison.ts';
import {
  emptyReport,
  hostileReport,
  hugeReport,
  madeAudit,
  madeReport,
  reportHolding,
} from './made-reports.ts';
import { madeTrend } from './made-trend.ts';

const comparison = madeComparison();
/** What XML has no place for, and what drives a terminal. */
const STRANGE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[\u0080-\u009f\u202a-\u202e]/u;

function junit(report: Report): string {
  return rendererOf('a.xml')?.render(report) ?? '';
}

function badge(report: Report): string {
  return rendererOf('a.svg')?.render(report) ?? '';
}

describe('JUnit of a series', () => {
  it('has a point a case: an alarm is a failure, and what was not tested is skipped', () => {
    const xml = trendRendererOf('a.xml')?.(madeTrend()) ?? '';
    expect(xml).toMatch(
      /^<\?xml[^>]*>\n<testsuites name="heteroglossia" tests="15" failures="1" errors="0" skipped="6"/u,
    );
    expect(xml).toMatch(/name="plain 10" time="0">\n\s+<failure message="[\w, -]*duplicates/u);
    expect(xml).toMatch(/name="plain 4" time="0">\n\s+<skipped message="too few documents/u);
    expect(xml).toContain('False alarms of a series in which nothing changes');
  });

  it('is XML of the same elements whatever a corpus holds', () => {
    const shapes = new Set<string>();
    for (const text of HOSTILE_STRINGS) {
      const xml = trendRendererOf('a.xml')?.(madeTrend({ text, length: 11 })) ?? '';
      expect(xml).not.toMatch(STRANGE);
      shapes.add((xml.match(/<[/?]?\w+/gu) ?? []).join(' '));
    }
    expect(shapes.size).toBe(1);
  });
});

describe('text in XML', () => {
  it('is escaped for content and for values, and holds no character that XML lacks', () => {
    expect(xmlText(`<a href='x' b="&amp;">`)).toBe('&lt;a href=&#39;x&#39; b=&quot;&amp;amp;&quot;&gt;');
    expect(xmlText('a\u0000b\uffffc\ufffed')).toBe('a\\u0000b\ufffdc\ufffdd');
    expect(xmlText(']]> \ud800 \u{1f600}')).toBe(']]&gt; \\ud800 \u{1f600}');
    for (const text of HOSTILE_STRINGS) expect(xmlText(text)).not.toMatch(STRANGE);
  });
});

describe('JUnit XML', () => {
  it('has an audit a case: failures with reason, figure and remedy, and what was not asked as skipped', () => {
    const xml = junit(madeReport());
    expect(xml).toContain('<testsuites name="heteroglossia" tests="3" failures="1" errors="0" skipped="1"');
    expect(xml).toContain('timestamp="2026-01-02T03:04:05"');
    expect(xml).toContain(
      'classname="heteroglossia.cross-document-overlap" name="Documents share a stock of phrases"',
    );
    expect(xml).toContain('<failure message="All is well." type="heteroglossia.cross-document-overlap">');
    expect(xml).toContain('Figure: 26.3 per million (21.9 to 31.6)');
    expect(xml).toContain('To do: Draw on more sources.');
    expect(xml).toContain('<skipped message="Too few." />');
    expect(xml).toContain('Narrowing: these documents are more alike');
  });

  it('tells an audit that broke from one that failed', () => {
    const xml = junit(madeReport({ audits: { a: madeAudit({ outcome: 'error', reason: 'It broke.' }) } }));
    expect(xml).toContain('tests="1" failures="0" errors="1"');
    expect(xml).toContain('<error message="It broke." type="heteroglossia.a" />');
  });

  it('has the direction of a comparison as a case, and a figure a case', () => {
    const xml = comparisonRendererOf('a.xml')?.(comparison) ?? '';
    const figures = Object.values(comparison.differences);
    expect(xml).toContain(`tests="${figures.length + 1}"`);
    const narrowed = figures.filter(({ direction }) => direction === 'narrowed').length;
    const own = comparison.verdict.direction === 'narrowed' ? 1 : 0;
    expect(xml).toContain(`failures="${narrowed + own}"`);
  });
});

describe('the badge', () => {
  it('says level and index, to those who see it and to those who do not', () => {
    expect(badge(madeReport())).toContain('aria-label="corpus: narrowing 61"');
    expect(badge(madeReport())).toContain('<title>corpus: narrowing 61</title>');
    expect(badge(emptyReport())).toContain('<title>corpus: insufficient data</title>');
    expect(comparisonRendererOf('a.svg')?.(comparison)).toMatch(
      /<title>corpus: (?:narrowed|unchanged|widened) [+−]?\d/u,
    );
  });

  it('holds no text of the corpus', () => {
    expect(badge(hostileReport())).toBe(badge(madeReport()));
    expect(comparisonRendererOf('a.svg')?.(comparisonHolding(comparison, '<script>'))).toBe(
      comparisonRendererOf('a.svg')?.(comparison),
    );
  });
});

const { browser, opened } = await testBrowser();

describe.skipIf(browser === null)('to a reader of XML', () => {
  it('every document is well-formed and has the same elements, whatever a corpus holds', async () => {
    const { page } = await opened('<!doctype html><title>empty</title>');
    const elementsOf = async (xml: string): Promise<string> =>
      String(
        await page.evaluate(
          `[...new DOMParser().parseFromString(${JSON.stringify(xml)}, "application/xml").querySelectorAll("*")].map(({ tagName }) => tagName).join(" ")`,
        ),
      );
    for (const report of [madeReport(), emptyReport(), hugeReport(), hostileReport()])
      for (const xml of [junit(report), badge(report)])
        expect(await elementsOf(xml)).not.toContain('parsererror');
    const shapes = new Set<string>();
    const comparisonShapes = new Set<string>();
    for (const text of HOSTILE_STRINGS) {
      const xml = junit(reportHolding(text));
      expect(xml).not.toMatch(STRANGE);
      shapes.add(await elementsOf(xml));
      comparisonShapes.add(
        await elementsOf(comparisonRendererOf('a.xml')?.(comparisonHolding(comparison, text)) ?? ''),
      );
    }
    for (const found of [shapes, comparisonShapes]) {
      expect(found.size).toBe(1);
      expect([...found][0]).toMatch(/^testsuites testsuite testcase/u);
    }
    await page.context().close();
  });

  it('the badge has no flaw of accessibility', async () => {
    const html = `<!doctype html><html lang="en"><title>a badge</title><main><h1>A badge</h1>${badge(madeReport())}</main></html>`;
    const { page } = await opened(html);
    expect(await accessibilityFlaws(page)).toEqual([]);
    await page.context().close();
  });
});
