import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { explanations } from '../../src/audits/explanations.ts';
import { compare } from '../../src/index.ts';
import { encodeProfile } from '../../src/profile/codec.ts';
import { htmlRenderer } from '../../src/report/html.ts';
import type { Report } from '../../src/report/report.ts';
import { madeTexts } from '../compare/made-texts.ts';
import { profileOf } from '../support/profiles.ts';
import { emptyReport, hugeReport, madeAudit, madeReport } from './made-reports.ts';

const MEGABYTE = 1e6;
/** What no reader should meet; the script that sorts tables may say it. */
const LEFTOVERS = /undefined|NaN|Infinity|\[object/u;

function withoutScript(page: string): string {
  return page.replace(/<script>.*<\/script>/su, '');
}

test('the page tells verdict, causes with quotes and remedies, audits, and how each figure is got', () => {
  const page = htmlRenderer.render(madeReport(), explanations());
  expect(page).toMatch(/^<!doctype html>\n<html lang="en">/u);
  expect(page).toContain(
    '<h1>Narrowing: these documents are more alike than text by many unrelated hands.</h1>',
  );
  expect(page).toContain('Homogeneity 60.6 of 100 (56.9 to 64.4), from 400 documents.');
  expect(page).toContain('It stands between “Web forum” (8) and “Licences” (70)');
  expect(page).toContain('at their own pace</q>');
  expect(page).toContain('To do: Draw on more sources.');
  expect(page).toContain('26.3 per million');
  expect(page).toContain(explanations()['repetition']?.moves.slice(0, 30) ?? 'nothing');
  expect(withoutScript(page)).not.toMatch(LEFTOVERS);
});

test('it may load nothing, and runs and styles only what is in it', () => {
  const page = htmlRenderer.render(madeReport());
  expect(page).toMatch(
    /Content-Security-Policy" content="default-src 'none'; style-src 'sha256-\S+'; script-src 'sha256-\S+'/u,
  );
  expect(page).not.toMatch(/<(?:link|img|iframe)\b|\ssrc=|\sstyle=|\son[a-z]+=|https?:/u);
});

test('a report with nothing in it, and one with too much of everything, are whole pages below a megabyte', () => {
  for (const report of [emptyReport(), hugeReport()]) {
    const page = htmlRenderer.render(report, explanations());
    expect(page).toMatch(/<\/html>\n$/u);
    expect(withoutScript(page)).not.toMatch(LEFTOVERS);
    expect(Buffer.byteLength(page)).toBeLessThan(MEGABYTE);
  }
});

test('five hundred sources with long names fit', () => {
  const slices = Array.from({ length: 800 }, (_, index) => ({
    by: 'source' as const,
    name: `${'語'.repeat(120)}${index}`,
    documents: 800 - index,
    tokens: 10,
    exact: true,
  }));
  const sliceCoverage = [{ by: 'source' as const, names: 800, exact: true, listed: 800 }];
  const page = htmlRenderer.render(madeReport({ slices, sliceCoverage }));
  expect(page).toContain('300 more are in the JSON report.');
  expect(Buffer.byteLength(page)).toBeLessThan(MEGABYTE);
});

test('details that have lost their shape are left out of the pictures, and the page stands', () => {
  const spoilt = [null, 'text', -1, [], {}, [[]], { value: 'x' }, { value: null, interval: [1] }] as const;
  for (const value of spoilt) {
    const audits: Report['audits'] = {
      vocabulary: madeAudit({ details: { hapaxShare: 0.5, spectrum: value } }),
      'frequency-distribution': madeAudit({ details: { growth: value } }),
      'cross-document-overlap': madeAudit({ details: { byN: value } }),
    };
    const page = htmlRenderer.render(madeReport({ audits }));
    expect(page).toContain('</html>');
    expect(withoutScript(page)).not.toMatch(LEFTOVERS);
  }
});

test('the pictures of a real report have their numbers as tables', () => {
  const report = JSON.parse(readFileSync('reports/sample-monologic.json', 'utf8')) as Report;
  const page = htmlRenderer.render(report, explanations());
  expect(page.match(/<svg /gu)?.length).toBe(page.match(/<details class="numbers">/gu)?.length);
  expect(page).toContain('of the different words occur once');
  expect(page).toMatch(/Two documents agree on a run of 3 words [\d.]+ times in a million/u);
});

test('a comparison with a baseline has a section, and nothing of the corpus becomes markup there', () => {
  const texts = madeTexts({ seed: 11, documents: 60 });
  const baseline = texts.map((text, place) => ({ id: `d${place}`, text }));
  const hostile = `<script>alert(1)</script> \u202e ${texts[0] ?? ''}`;
  const candidate = [
    ...baseline.slice(0, 30),
    ...Array.from({ length: 30 }, (_, place) => ({ id: `<b>${place}`, text: hostile })),
  ];
  const comparison = compare(encodeProfile(profileOf(baseline)), encodeProfile(profileOf(candidate)));
  const page = htmlRenderer.render(madeReport({ comparison }));
  expect(page).toContain('Against the baseline');
  expect(page).toContain('Narrowed: the new version is more alike than the baseline');
  expect(page).toContain('To do: Do not replace the baseline');
  expect(page).toContain('alert(1)');
  expect(page).not.toMatch(/<script>alert|<b>\d|\u202e/u);
  expect(withoutScript(page)).not.toMatch(LEFTOVERS);
});
