import { describe, expect, test } from 'vitest';
import type { Details, Outcome } from '../../src/audits/audit.ts';
import { frequencyDistribution } from '../../src/audits/frequency-distribution.ts';
import { hillNumbers } from '../../src/audits/hill-numbers.ts';
import { richness } from '../../src/audits/richness.ts';
import { sampleCoverage } from '../../src/audits/sample-coverage.ts';
import { vocabularyEvenness } from '../../src/audits/vocabulary-evenness.ts';
import { emptyValues, healthyValues, replicated, tailValues } from './hand-made-values.ts';

function amountOf(outcome: Outcome): number | undefined {
  return 'quantity' in outcome ? outcome.quantity.value : undefined;
}

function detailsOf(outcome: Outcome): Details {
  return 'details' in outcome ? outcome.details : {};
}

describe('richness', () => {
  test('is the words of half the documents, with lower bounds of those of the source', () => {
    const outcome = richness.audit(tailValues());
    expect(outcome).toMatchObject({ outcome: 'informative', quantity: { value: 2600, unit: 'types' } });
    expect(outcome).toHaveProperty('quantity.interval');
    expect(detailsOf(outcome)).toMatchObject({
      types: 4000,
      chao1: 9000,
      halfChao1: { value: 8200, interval: [expect.any(Number), expect.any(Number)] },
    });
    expect(outcome.reason).toContain('Half of the documents have 2,600 different words');
  });

  test('takes the bounds from the sample where words were sampled', () => {
    const values = tailValues();
    const groups = { ...values['word-groups'], exact: false, types: 10_000 };
    const sampled = { ...values.vocabulary, exact: false, statistics: null };
    const outcome = richness.audit({ ...values, vocabulary: sampled, 'word-groups': groups });
    expect(detailsOf(outcome)).toMatchObject({ chao1: 9100 });
  });

  test('gives no bounds where every word occurs once', () => {
    const values = tailValues();
    const groups = { ...values['word-groups'], goodTuring: replicated(0) };
    const outcome = richness.audit({ ...values, 'word-groups': groups });
    expect(detailsOf(outcome)).toMatchObject({ chao1: null, improvedChao1: null, halfChao1: null });
    expect(outcome.reason).not.toContain('at least');
  });

  test('does not apply to fewer than five groups of documents', () => {
    const values = tailValues();
    const few = { value: 9, leaveOneOut: [8, 9, 9, 8, ...Array<null>(28).fill(null)], documents: 400 };
    const groups = { ...values['word-groups'], half: { ...values['word-groups'].half, richness: few } };
    expect(richness.audit({ ...values, 'word-groups': groups }).outcome).toBe('not-applicable');
    expect(richness.audit(emptyValues(9)).outcome).toBe('not-applicable');
  });
});

describe('sample-coverage', () => {
  test('is that of half the documents, with the counted one of all beside it', () => {
    const outcome = sampleCoverage.audit(tailValues());
    expect(outcome).toMatchObject({ outcome: 'informative', quantity: { value: 0.88, unit: 'share' } });
    expect(outcome.reason).toContain('to all of them 92 %: one in 12.5 would be new');
    expect(detailsOf(outcome)).toMatchObject({
      half: { goodTuring: { value: 0.87 }, byDocuments: { value: 0.75 } },
      whole: { coverage: 0.92, goodTuring: 0.91 },
    });
    const { whole } = detailsOf(outcome) as { readonly whole: { readonly byDocuments: number } };
    // 2,500 of 14,500 incidences are of words in one document: 1 - 2500 / 14500 · (99 · 2500) / (99 · 2500 + 2000).
    expect(whole.byDocuments).toBeCloseTo(1 - ((2500 / 14_500) * 247_500) / 249_500, 12);
  });

  test('is the estimated one where words were sampled', () => {
    const values = tailValues();
    const sampled = { ...values.vocabulary, exact: false, statistics: null };
    const outcome = sampleCoverage.audit({ ...values, vocabulary: sampled });
    expect(detailsOf(outcome)).toMatchObject({ whole: { coverage: 0.9, goodTuring: 0.89 } });
  });

  test('does not apply without documents, nor where every word occurs once', () => {
    const values = tailValues();
    const statistics = { ...values.statistics, coverage: 0.001, goodTuring: 0 };
    const outcome = sampleCoverage.audit({ ...values, vocabulary: { ...values.vocabulary, statistics } });
    expect(outcome).toMatchObject({ outcome: 'not-applicable' });
    expect(outcome.reason).toContain('Every word occurs once');
    expect(sampleCoverage.audit(emptyValues(9)).outcome).toBe('not-applicable');
  });
});

describe('hill-numbers', () => {
  test('is the effective number of words where nine tenths are covered', () => {
    const outcome = hillNumbers.audit(tailValues());
    expect(outcome).toMatchObject({ outcome: 'informative', quantity: { value: 700, unit: 'types' } });
    expect(detailsOf(outcome)).toMatchObject({
      basis: 'all words',
      richness: { value: 3000 },
      simpson: { value: 120 },
      byCoverage: [{ coverage: 0.9, size: 15_000 }],
    });
  });

  test('is that of the sampled documents where there are too many words', () => {
    const values = tailValues();
    const outcome = hillNumbers.audit({ ...values, vocabulary: { ...values.vocabulary, statistics: null } });
    expect(outcome).toMatchObject({ quantity: { value: 710 }, details: { basis: 'sampled documents' } });
  });

  test('does not apply where that takes more than twice the words', () => {
    const values = tailValues();
    const statistics = { ...values.statistics, hill: [] };
    const outcome = hillNumbers.audit({ ...values, vocabulary: { ...values.vocabulary, statistics } });
    expect(outcome.outcome).toBe('not-applicable');
    expect(hillNumbers.audit(emptyValues(9)).outcome).toBe('not-applicable');
  });
});

describe('vocabulary-evenness', () => {
  test('is the inverse of the chance that two words are the same', () => {
    const outcome = vocabularyEvenness.audit(tailValues());
    expect(outcome).toMatchObject({ outcome: 'informative', quantity: { unit: 'types' } });
    expect(amountOf(outcome)).toBeCloseTo(125, 9);
    const [low, high] = ('quantity' in outcome ? outcome.quantity.interval : undefined) ?? [0, 0];
    expect(low).toBeLessThan(125);
    // The odds of a chance of one in n are one to n - 1.
    expect((low - 1) * (high - 1)).toBeCloseTo(124 ** 2, 3);
    expect(detailsOf(outcome)).toMatchObject({ entropy: { value: 6.5 }, yuleK: { value: 79 } });
  });

  test('does not apply where no word occurs twice, nor to few documents', () => {
    const values = tailValues();
    const statistics = { ...values.statistics, concentration: 0 };
    const outcome = vocabularyEvenness.audit({ ...values, vocabulary: { ...values.vocabulary, statistics } });
    expect(outcome).toEqual({ outcome: 'not-applicable', reason: 'No word occurs twice.' });
    expect(vocabularyEvenness.audit(healthyValues()).outcome).toBe('not-applicable');
    expect(vocabularyEvenness.audit(emptyValues(9)).outcome).toBe('not-applicable');
  });
});

describe('frequency-distribution', () => {
  test('is the exponent of the growth of the vocabulary, between its sizes', () => {
    const outcome = frequencyDistribution.audit(tailValues());
    expect(outcome).toMatchObject({ outcome: 'informative', quantity: { value: 0.7, unit: 'ratio' } });
    expect(outcome.reason).toContain('From 1,000 to 10,000 words');
    expect(detailsOf(outcome)).toMatchObject({
      heaps: { exponent: { value: 0.7 }, from: 1000, to: 10_000, coefficient: 4 },
      growth: [
        { size: 1000, types: { value: 500 } },
        { size: 3162, types: { value: 1210 } },
        { size: 10_000, types: { value: 2500 } },
      ],
      zipfMandelbrot: { exponent: 1.1 },
      powerLaw: null,
    });
  });

  test('leaves out what needs all words where they were sampled', () => {
    const values = tailValues();
    const sampled = { ...values.vocabulary, exact: false, statistics: null };
    const outcome = frequencyDistribution.audit({ ...values, vocabulary: sampled });
    expect(amountOf(outcome)).toBe(0.71);
    expect(detailsOf(outcome)).toMatchObject({ heaps: { coefficient: null }, zipfMandelbrot: null });
  });

  test('does not apply to fewer than 10,000 words', () => {
    expect(frequencyDistribution.audit(healthyValues()).outcome).toBe('not-applicable');
    expect(frequencyDistribution.audit(emptyValues(9)).outcome).toBe('not-applicable');
  });
});
