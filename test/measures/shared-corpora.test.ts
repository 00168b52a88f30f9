import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/document.ts';
import type { MeasureValues } from '../../src/measures/registry.ts';
import { valuesOf } from '../../src/profile/values.ts';
import { profileOf } from '../support/profiles.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'shared');
const isThere = existsSync(join(folder, 'corpora')) && existsSync(join(folder, 'cases'));
const note = isThere ? '' : ' (skipped: ../shared is not there)';

function valuesOfFile(...path: readonly string[]): MeasureValues {
  const documents = readFileSync(join(folder, ...path), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): Document => {
      const { id, text } = JSON.parse(line) as { readonly id: string; readonly text: string };
      return { id, text };
    });
  return valuesOf(profileOf(documents));
}

const ERAS = ['1994-1999', '2000-2002', '2006-2008', '2009-2011', '2012-2013', '2014-2016'];

describe.skipIf(!isThere)(`boilerplate and templates of real corpora${note}`, () => {
  it('find central-bank statements most templated in 2012 to 2013, and least in 1994 to 1999', {
    timeout: 60_000,
  }, () => {
    const eras = ERAS.map((era) => {
      const { boilerplate, templates } = valuesOfFile('cases', 'temporal', `fomc__${era}.jsonl`);
      return { era, boilerplate: boilerplate.share?.value ?? 0, templates: templates.share?.value ?? 0 };
    });
    const ranked = eras.toSorted((a, b) => a.boilerplate - b.boilerplate).map(({ era }) => era);
    expect([ranked[0], ranked.at(-1)]).toEqual(['1994-1999', '2012-2013']);
    const least = Math.min(...eras.map(({ templates }) => templates));
    expect(eras[0]?.templates).toBe(least);
    expect(eras[4]?.templates).toBe(1);
  });

  it('find more of both in web pages with their menus than in the articles alone', {
    timeout: 60_000,
  }, () => {
    const pages = valuesOfFile('corpora', 'extracted_html2text.jsonl');
    const articles = valuesOfFile('corpora', 'clean_body.jsonl');
    expect(pages.boilerplate.share?.value).toBeGreaterThan(0.01);
    expect(articles.boilerplate.share?.value).toBeLessThan(0.002);
    expect(pages.templates.texts).toBeGreaterThan(10);
    expect(articles.templates.texts).toBe(0);
  });

  it('find next to none in text by many hands', { timeout: 60_000 }, () => {
    const { boilerplate, templates } = valuesOfFile('corpora', 'ewt.jsonl');
    expect(boilerplate.share?.value).toBeLessThan(0.001);
    expect(templates.texts).toBe(0);
  });
});
