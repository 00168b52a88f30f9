import { describe, expect, test } from 'vitest';
import { dominantSource } from '../../src/audits/dominant-source.ts';
import { narrowVocabulary } from '../../src/audits/narrow-vocabulary.ts';
import { reliefs } from '../../src/audits/reliefs.ts';
import { runAudits } from '../../src/audits/runner.ts';
import { sharedOpenings } from '../../src/audits/shared-openings.ts';
import type { Verdict } from '../../src/audits/verdict.ts';
import { judge } from '../../src/audits/verdict.ts';
import type { LikenessParts } from '../../src/measures/counterfactuals.ts';
import type { MeasureValues } from '../../src/measures/registry.ts';
import { ALIKE, constantValues, DIVERSE, healthyValues, overlapOf, replicated } from './hand-made-values.ts';

function parts(overlaps: readonly number[], variation = 0.7): LikenessParts {
  return { overlap: overlapOf(overlaps), rhythm: { variation: replicated(variation) } };
}

function withSource(all: LikenessParts, rest: LikenessParts): MeasureValues {
  const withoutSource = [{ source: 'feed', share: 0.6, rest }];
  const base = healthyValues();
  return {
    ...base,
    overlap: overlapOf(ALIKE),
    counterfactuals: {
      texts: 100,
      sources: 3,
      all,
      withoutSource,
      withoutOpenings: all,
      withoutBoilerplate: all,
      withoutTemplates: all,
    },
  };
}

function verdictOn(values: MeasureValues): Verdict {
  return judge({ values, findings: runAudits(values), problems: {} });
}

function growth(types: number): MeasureValues {
  const base = healthyValues();
  const point = { size: 1000, types: replicated(types) };
  return { ...base, 'word-groups': { ...base['word-groups'], growth: [point] } };
}

function languageShare(language: string, own: number): MeasureValues['languages']['languages'][number] {
  return { language, texts: Math.round(100 * own), share: replicated(own) };
}

function languages(share: number): MeasureValues {
  const found = [languageShare('en', share), languageShare('de', 1 - share)];
  return { ...healthyValues(), languages: { texts: 100, undetermined: 0, languages: found } };
}

describe('dominant-source', () => {
  test('fails where the rest is surely less alike', () => {
    const outcome = dominantSource.audit(withSource(parts(ALIKE), parts(DIVERSE)));
    expect(outcome).toMatchObject({ outcome: 'failed', quantity: { unit: 'points' } });
    expect(outcome.reason).toContain('Without “feed”, which has 60 % of the distinct texts');
  });

  test('passes where the rest is as alike, or more', () => {
    expect(dominantSource.audit(withSource(parts(ALIKE), parts(ALIKE))).outcome).toBe('passed');
    const more = dominantSource.audit(withSource(parts(DIVERSE), parts(ALIKE)));
    expect(more.outcome).toBe('passed');
    expect(more.reason).toContain('points higher');
  });

  test.each([0, 1])('does not apply with %i sources', (sources) => {
    const { counterfactuals, size } = healthyValues();
    const value = { ...counterfactuals, sources };
    expect(dominantSource.audit({ counterfactuals: value, size }).outcome).toBe('not-applicable');
  });

  test('is a cause, ranked by the points that go away with it', () => {
    const verdict = verdictOn(withSource(parts(ALIKE), parts(DIVERSE)));
    expect(verdict.causes[0]).toMatchObject({ cause: 'dominant-source', audits: ['dominant-source'] });
    expect(verdict.causes[0]?.relief).toBeGreaterThan(50);
  });
});

describe('reliefs', () => {
  test('of copies are what the index has above that of distinct texts', () => {
    expect(reliefs(constantValues(100), ['exact-duplicates']).get('exact-duplicates')).toBeCloseTo(99, 10);
  });

  test('of a stock of phrases are what other causes leave over, and never below 0', () => {
    const values = withSource(parts(ALIKE), parts(DIVERSE));
    const alone = reliefs(values, ['phrase-stock']).get('phrase-stock') ?? 0;
    const both = reliefs(values, ['phrase-stock', 'dominant-source']);
    expect(alone).toBeGreaterThan(50);
    expect(both.get('phrase-stock')).toBeLessThan(alone);
    expect(both.get('phrase-stock')).toBeGreaterThanOrEqual(0);
  });

  test('are not known of what the index does not hold', () => {
    expect(reliefs(healthyValues(), ['repetition', 'narrow-vocabulary']).size).toBe(0);
  });
});

describe('narrow-vocabulary and shared-openings', () => {
  test('fail on the side of likeness', () => {
    expect(narrowVocabulary.audit(growth(600)).outcome).toBe('passed');
    expect(narrowVocabulary.audit(growth(300)).outcome).toBe('failed');
    const edge = { texts: 100, perMillion: replicated(400_000), commonest: [] };
    const edges = { words: 3, openings: edge, endings: edge };
    expect(sharedOpenings.audit({ edges }).outcome).toBe('failed');
  });

  test('give no pass where words are pairs of characters, and nothing without words', () => {
    const values = growth(300);
    const size = { ...values.size, unspacedShare: 0.9 };
    expect(narrowVocabulary.audit({ ...values, size }).outcome).toBe('informative');
    const none = { ...values, 'word-groups': { ...values['word-groups'], growth: [] } };
    expect(narrowVocabulary.audit(none).outcome).toBe('not-applicable');
  });
});

describe('what withholds a level', () => {
  const order = {
    texts: 100,
    coincidences: 20_000,
    mirrored: 0.05,
    reach: 0.7,
    samePerMillion: 1500,
    unorderedShare: 0.05,
  };

  function withOrder(change: Partial<MeasureValues['word-order']>): Verdict {
    return verdictOn({ ...healthyValues(), 'word-order': { ...order, ...change } });
  }

  test.each([
    ['pairs turned round', { mirrored: 0.9 }],
    ['nothing bound beyond the next word', { mirrored: 0.1, reach: 0.4 }],
    ['few words in common and little order', { reach: 0.54, samePerMillion: 300 }],
    ['hardly a word in common', { coincidences: 10, mirrored: 1, reach: 0, samePerMillion: 20 }],
    ['nothing in common', { coincidences: 0, mirrored: null, reach: null, samePerMillion: 0 }],
    ['a quarter of noise', { unorderedShare: 0.25 }],
  ])('is word salad: %s', (_, change) => {
    const verdict = withOrder(change);
    expect(verdict.level).toBe('insufficient-data');
    expect(verdict.warnings.map(({ code }) => code)).toEqual(['word-salad']);
  });

  test.each([
    ['language', {}],
    ['sentences made by a grammar', { mirrored: 0.01, reach: 0.3 }],
    ['few words in common, in order', { samePerMillion: 300 }],
    ['too few pairs to tell', { mirrored: 0.9, coincidences: 499 }],
    ['too few texts to tell', { texts: 19, coincidences: 0, mirrored: null, reach: null, samePerMillion: 0 }],
    ['some web pages in other languages', { unorderedShare: 0.24 }],
    ['too few texts to compare with', { unorderedShare: null }],
  ])('is not %s', (_, change) => {
    expect(withOrder(change)).toMatchObject({ level: 'heteroglossic', warnings: [] });
  });

  test('is not noise where the rest is alike all the same', () => {
    const alike = { ...healthyValues(), overlap: overlapOf(ALIKE) };
    const verdict = verdictOn({ ...alike, 'word-order': { ...order, unorderedShare: 0.5 } });
    expect(verdict.level).toBe('monologic');
    expect(verdict.warnings.map(({ code }) => code)).toEqual(['word-salad']);
    expect(verdict.warnings[0]?.summary).toContain('50 % of the documents');
  });

  test('is a script without a scale, unless copies decide', () => {
    const values = healthyValues();
    const size = { ...values.size, unspacedShare: 0.9 };
    expect(verdictOn({ ...values, size })).toMatchObject({ level: 'insufficient-data', provisional: true });
    expect(verdictOn({ ...values, size }).warnings[0]?.code).toBe('script-not-calibrated');
    const constant = constantValues(100);
    const copied = verdictOn({ ...constant, size: { ...constant.size, unspacedShare: 0.9 } });
    expect(copied.level).toBe('monologic');
  });
});

describe('mixed-languages', () => {
  test('is said where one language has less than four fifths', () => {
    expect(verdictOn(languages(0.5)).warnings.map(({ code }) => code)).toEqual(['mixed-languages']);
    expect(verdictOn(languages(0.95)).warnings).toEqual([]);
  });
});
