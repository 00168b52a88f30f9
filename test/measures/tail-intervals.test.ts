import { describe, expect, it } from 'vitest';
import type { Replicated } from '../../src/measures/measure.ts';
import type { MeasureValues } from '../../src/measures/registry.ts';
import { jackknifeInterval } from '../../src/statistics/jackknife.ts';
import type { Scale } from '../../src/statistics/scale.ts';
import { valuesOfTexts } from '../support/profiles.ts';

const CORPORA = 30;

/** Corpora of one source, in which each document has a topic with words of its own. */
const corpora: readonly MeasureValues[] = (() => {
  let state = 7;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const textOf = (): string => {
    const topic = Math.floor(next() * 40);
    const words = 20 + Math.floor(next() * 60);
    return Array.from({ length: words }, () =>
      next() < 0.3 ? `t${topic}k${Math.floor(60 * next() ** 3)}` : `w${Math.floor(5000 ** next())}`,
    ).join(' ');
  };
  return Array.from({ length: CORPORA }, () => valuesOfTexts(Array.from({ length: 120 }, textOf)));
})();

describe('the intervals of one corpus', () => {
  it.each<readonly [string, Scale, (values: MeasureValues) => Replicated | null]>([
    ['share of hapaxes', 'logit', (values) => values['word-groups'].hapaxShare],
    ['coverage', 'logit', (values) => values['word-groups'].coverage],
    ['richness of half the documents', 'log', (values) => values['word-groups'].half.richness],
    ['types among 1,000 tokens', 'log', (values) => values['word-groups'].growth[0]?.types ?? null],
    ['concentration', 'log', (values) => values['word-evenness'].concentration],
    ['entropy', 'identity', (values) => values['word-evenness'].entropy],
    ['coverage by documents', 'logit', (values) => values['word-evenness'].incidenceCoverage],
  ])('tell how the %s differs between corpora', (_, scale, statisticOf) => {
    const found = corpora.map(statisticOf).filter((own) => own !== null);
    expect(found).toHaveLength(CORPORA);
    const mean = found.reduce((sum, { value }) => sum + value, 0) / CORPORA;
    const squares = found.reduce((sum, { value }) => sum + (value - mean) ** 2, 0);
    const intervals = found.map((own) => jackknifeInterval(own, scale) ?? [0, 0]);
    const covering = intervals.filter(([low, high]) => low <= mean && mean <= high).length;
    expect(covering).toBeGreaterThanOrEqual(0.9 * CORPORA);
    // An interval reaches 2.04 standard errors to each side. Few are much wider than they need be.
    const error = intervals.reduce((sum, [low, high]) => sum + (high - low) / 4.08, 0) / CORPORA;
    expect(error / Math.sqrt(squares / (CORPORA - 1))).toBeLessThan(2);
  });
});
