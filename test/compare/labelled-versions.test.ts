import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareProfiles } from '../../src/compare/compare-corpora.ts';
import type { Comparison } from '../../src/compare/comparison.ts';
import type { Document } from '../../src/document.ts';
import { spearmanCorrelation } from '../../src/statistics/rank-correlation.ts';
import { profileOf } from '../support/profiles.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'shared', 'cases');
const title = existsSync(folder) ? '' : ` (skipped: there is no ${folder})`;
const PAIRS = ['fdg_xsum_gpt4', 'lorenz_en', 'm4_arxiv', 'm4_wikihow', 'rexshijaku'];
const TIMEOUT = 300_000;

function documentsOf(name: string): readonly Document[] {
  return readFileSync(join(folder, name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const { id, text } = JSON.parse(line) as { readonly id: string; readonly text: string };
      return { id, text };
    });
}

function compared(baseline: string, candidate: string): Comparison {
  return compareProfiles(profileOf(documentsOf(baseline)), profileOf(documentsOf(candidate)));
}

/** How many of the mixtures with so much generated text, in per cent, are narrower than the human texts that they share. */
function narrowedAt(share: string): number {
  return PAIRS.filter(
    (name) =>
      compared(`mix/${name}__000.jsonl`, `mix/${name}__${share}.jsonl`).verdict.direction === 'narrowed',
  ).length;
}

describe('versions in which generated texts replaced human ones', () => {
  it.skipIf(title !== '')(
    `are narrowed in all pairs where all were replaced${title}`,
    { timeout: TIMEOUT },
    () => {
      expect(narrowedAt('100')).toBe(PAIRS.length);
    },
  );

  it.skipIf(title !== '')(`and where half were${title}`, { timeout: TIMEOUT }, () => {
    expect(narrowedAt('050')).toBe(PAIRS.length);
  });

  it.skipIf(title !== '')(`and in most pairs where three in ten were${title}`, { timeout: TIMEOUT }, () => {
    expect(narrowedAt('030')).toBeGreaterThanOrEqual(3);
  });
});

describe('chains of generated text', () => {
  it.skipIf(title !== '').each([
    ['ngram__g', ['00', '02', '04', '06', '08', '10'].map((step) => `ngram__g${step}`)],
    [
      'telephone',
      ['05', '10', '20', '30', '40', '50'].map(
        (step) => `telephone_gpt-3.5-turbo-0125_inspiration__g${step}`,
      ),
    ],
  ])(`narrow from step to step: %s${title}`, { timeout: TIMEOUT }, (_, [first = '', ...others]) => {
    const changes = others.map(
      (name) => compared(`temporal/${first}.jsonl`, `temporal/${name}.jsonl`).verdict,
    );
    const values = changes.map(({ narrowing }) => narrowing?.value ?? 0);
    expect(
      spearmanCorrelation(
        values,
        values.map((_value, step) => step),
      ),
    ).toBeGreaterThanOrEqual(0.9);
    expect(changes.at(-1)?.direction).toBe('narrowed');
  });
});
