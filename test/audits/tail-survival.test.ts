import { describe, expect, test } from 'vitest';
import type { ReferenceTail, Survival } from '../../src/audits/reference-tail.ts';
import { runAudits } from '../../src/audits/runner.ts';
import { tailSurvival } from '../../src/audits/tail-survival.ts';
import { healthyValues, replicated } from './hand-made-values.ts';

function survival(types: number, expected: number, survived: number): Survival {
  return {
    types,
    expected: replicated(expected),
    survived: replicated(survived),
    difference: replicated(survived - expected),
    ratio: expected === 0 ? null : replicated(survived / expected),
  };
}

const TAIL: ReferenceTail = {
  reference: 'last-week.profile',
  referenceDocuments: 200,
  documents: 100,
  comparedTokens: 10_000.5,
  typeShare: 1,
  bands: [{ from: 1, to: 1, ...survival(900, 0.3, 0.2) }],
  rare: survival(1500, 0.4, 0.3),
  types: survival(1600, 0.5, 0.4),
  tokens: survival(10_000, 0.9, 0.85),
  lostWords: [
    { word: 'constructor', count: 30, documents: 25, expectedDocuments: 12.5, adjustedP: 0.001 },
    { word: null, count: 20, documents: 20, expectedDocuments: 10, adjustedP: 0.01 },
  ],
  lost: 2,
};

const { languages } = healthyValues();

function languageShares(shares: Readonly<Record<string, number>>): typeof languages {
  const texts = 100;
  return {
    texts,
    undetermined: 0,
    languages: Object.entries(shares).map(([language, share]) => ({
      language,
      texts: texts * share,
      share: replicated(share),
    })),
  };
}

describe('tail-survival', () => {
  test('says how many of the rare words that were to be expected are left, and quotes lost ones', () => {
    const outcome = tailSurvival.audit({ 'reference-tail': TAIL, languages });
    expect(outcome).toMatchObject({
      outcome: 'informative',
      quantity: { unit: 'ratio', documents: 100 },
      evidence: [{ quote: 'constructor', count: 30, documents: [] }],
      details: {
        comparedTokens: 10_001,
        exact: true,
        bands: [{ from: 1, to: 1, types: 900 }],
        lost: 2,
        lostWords: [{ word: 'constructor', documents: 25 }, { count: 20 }],
      },
    });
    if (outcome.outcome !== 'informative') return;
    expect(outcome.quantity.value).toBeCloseTo(0.75, 12);
    expect(outcome.quantity.interval?.[1]).toBeLessThan(1);
    expect(outcome.reason).toMatch(
      /^75 % of the rare words of last-week\.profile .* where 40 % are expected\. 2 rare words/u,
    );
  });

  test.each<readonly [string, Partial<ReferenceTail>]>([
    ['four documents', { documents: 4 }],
    ['a reference of four documents', { referenceDocuments: 4 }],
    ['few words to be expected', { rare: survival(40, 0.4, 0.3) }],
    ['nothing to be expected', { rare: survival(1500, 0, 0) }],
    ['no words', { rare: null }],
  ])('is silent with %s', (_, change) => {
    expect(tailSurvival.audit({ 'reference-tail': { ...TAIL, ...change }, languages })).toMatchObject({
      outcome: 'not-applicable',
    });
  });

  test.each([
    ['for text that is mostly English', { en: 0.51, de: 0.49 }, true],
    ['not for text of which half is English', { de: 0.5, en: 0.5 }, false],
    ['not for German', { de: 1 }, false],
    ['not where no language can be told', {}, false],
  ])('points at the built-in reference: %s', (_, shares, isNamed) => {
    const { outcome, reason } = tailSurvival.audit({ languages: languageShares(shares) });
    expect(outcome).toBe('not-applicable');
    expect(reason).toContain('There is no reference');
    expect(reason.includes('--reference builtin:en')).toBe(isNamed);
  });

  test('is silent without a reference, and has finite numbers with one', () => {
    expect(runAudits(healthyValues())['tail-survival']).toMatchObject({
      outcome: 'not-applicable',
      quantity: null,
    });
    const values = { ...healthyValues(), 'reference-tail': TAIL };
    expect(runAudits(values)['tail-survival']).toMatchObject({ outcome: 'informative' });
  });
});
