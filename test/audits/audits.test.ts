import { describe, expect, test } from 'vitest';
import type { Details, Outcome } from '../../src/audits/audit.ts';
import { crossDocumentOverlap } from '../../src/audits/cross-document-overlap.ts';
import { documentLength } from '../../src/audits/document-length.ts';
import { exactDuplicates } from '../../src/audits/exact-duplicates.ts';
import { ngramDiversity } from '../../src/audits/ngram-diversity.ts';
import { repeatedIdentifiers } from '../../src/audits/repeated-identifiers.ts';
import { repetition } from '../../src/audits/repetition.ts';
import { uniformRhythm } from '../../src/audits/uniform-rhythm.ts';
import { vocabulary } from '../../src/audits/vocabulary.ts';
import { emptyValues, healthyValues, overlapOf, replicated } from './hand-made-values.ts';

function amountOf(outcome: Outcome): number | undefined {
  return 'quantity' in outcome ? outcome.quantity.value : undefined;
}

function detailsOf(outcome: Outcome): Details {
  return 'details' in outcome ? outcome.details : {};
}

const withDistinct = (documents: number, distinct: number, exact = true): Outcome =>
  exactDuplicates.audit({
    'copied-texts': { texts: [{ quote: 'A copied text.', documents: 4, id: 'a' }] },
    'exact-duplicates': {
      documents,
      distinct,
      exact,
      clusters: [
        { documents: 1, texts: distinct - 1 },
        { documents: documents - distinct + 1, texts: 1 },
      ],
    },
  });

const withVariation = (value: number, sentences = 100): Outcome =>
  uniformRhythm.audit({
    rhythm: { ...healthyValues().rhythm, sentences, variation: replicated(value) },
  });

const withLengths = (lengths: readonly { from: number; documents: number }[]): Outcome => {
  const documents = lengths.reduce((sum, row) => sum + row.documents, 0);
  return documentLength.audit({
    ...healthyValues(),
    size: { ...healthyValues().size, documents, tokens: 1000, lengths },
  });
};

describe('exact-duplicates', () => {
  test('is the share of documents that repeat a text', () => {
    const outcome = withDistinct(10, 7);
    expect(amountOf(outcome)).toBeCloseTo(0.3, 12);
    expect(outcome).toMatchObject({
      outcome: 'failed',
      details: { distinctDocuments: 7, largestCluster: 4 },
      evidence: [{ quote: 'A copied text.', count: 4, documents: ['a'] }],
    });
    expect(outcome.reason).toContain('30 %');
    expect(outcome).not.toHaveProperty('quantity.interval');
  });

  test('passes without copies, and below its threshold', () => {
    expect(withDistinct(10, 10)).toMatchObject({ outcome: 'passed', quantity: { value: 0 } });
    expect(withDistinct(100, 96).outcome).toBe('passed');
    expect(withDistinct(100, 95).outcome).toBe('failed');
  });

  test('has an interval where distinct texts are estimated', () => {
    expect(withDistinct(1000, 700, false)).toHaveProperty('quantity.interval');
  });

  test.each([0, 1])('does not apply to %i documents', (documents) => {
    expect(exactDuplicates.audit(emptyValues(documents)).outcome).toBe('not-applicable');
  });
});

describe('cross-document-overlap', () => {
  test('is the overlap of four words, with the others beside it and phrases as evidence', () => {
    const outcome = crossDocumentOverlap.audit({
      ...healthyValues(),
      overlap: overlapOf([400, 120, 60, 30]),
    });
    expect(outcome).toMatchObject({
      outcome: 'failed',
      quantity: { value: 60, unit: 'per-million', documents: 100 },
      evidence: [{ quote: 'at the end of the day', count: 3, documents: ['a', 'b', 'c'] }],
      details: { byN: { 2: { value: 400 }, 3: { value: 120 }, 4: { value: 60 }, 5: { value: 30 } } },
    });
  });

  test('passes where its interval reaches below the threshold', () => {
    const overlap = overlapOf([400, 120, 26, 30]);
    const wide = { value: 26, leaveOneOut: [20, 32, 26, 24, 28], documents: 50 };
    const byN = overlap.byN.map((row) => (row.n === 4 ? { n: 4, perMillion: wide } : row));
    expect(crossDocumentOverlap.audit({ ...healthyValues(), overlap }).outcome).toBe('failed');
    expect(crossDocumentOverlap.audit({ ...healthyValues(), overlap: { ...overlap, byN } }).outcome).toBe(
      'passed',
    );
  });

  test('does not apply to fewer than five documents', () => {
    const short = { ...overlapOf([400, 120, 60, 30]), shorterShare: 0.25 };
    const told = crossDocumentOverlap.audit({ ...healthyValues(), overlap: short });
    expect(told.reason).toContain('25 % of them have fewer than the 150 words that are compared');
    const overlap = overlapOf([400, 120, 60, 30], 4);
    expect(crossDocumentOverlap.audit({ ...healthyValues(), overlap }).outcome).toBe('not-applicable');
    expect(crossDocumentOverlap.audit(emptyValues(2)).outcome).toBe('not-applicable');
  });

  test('says where words are pairs of characters', () => {
    const values = healthyValues();
    const size = { ...values.size, unspacedShare: 0.4 };
    expect(crossDocumentOverlap.audit({ ...values, size }).reason).toContain('40 % of the words are pairs');
    expect(crossDocumentOverlap.audit(values).reason).not.toContain('pairs of characters');
  });
});

describe('repetition', () => {
  test('quotes the worst documents', () => {
    const worst = [{ id: 'loop', share: 0.9, quote: 'and so on and', count: 40 }];
    const outcome = repetition.audit({
      repetition: {
        share: replicated(0.2),
        meanShare: replicated(0.3),
        byN: [],
        repetitiveDocuments: 1,
        worst,
      },
      loops: emptyValues(0).loops,
    });
    expect(outcome).toMatchObject({
      outcome: 'failed',
      quantity: { value: 0.2, unit: 'share' },
      evidence: [{ quote: 'and so on and', count: 40, documents: ['loop'] }],
    });
    expect(outcome.reason).toContain('1 document repeats');
    expect(detailsOf(outcome)).toMatchObject({ meanShare: { value: 0.3, unit: 'share', documents: 100 } });
    expect(outcome).toHaveProperty('details.meanShare.interval.0');
  });

  test('quotes loops before other documents, and a document once', () => {
    const looping = { id: 'loop', quote: 'and so on', period: 3, repeats: 30, words: 91 };
    const worst = ['loop', 'list'].map((id) => ({ id, share: 0.5, quote: 'so on and so', count: 29 }));
    const outcome = repetition.audit({
      repetition: { share: replicated(0.2), meanShare: null, byN: [], repetitiveDocuments: 2, worst },
      loops: { share: replicated(0.01), loopingDocuments: 1, longest: [looping] },
    });
    expect(outcome).toMatchObject({
      evidence: [
        { quote: 'and so on', count: 30, documents: ['loop'] },
        { quote: 'so on and so', count: 29, documents: ['list'] },
      ],
      details: { loopingDocuments: 1 },
    });
    expect(outcome.reason).toContain('; 1 document goes in a loop.');
  });

  test('does not apply without a run of four words', () => {
    expect(repetition.audit(emptyValues(9)).outcome).toBe('not-applicable');
  });
});

describe('uniform-rhythm', () => {
  test('fails where sentences are all of a length', () => {
    expect(withVariation(0.7).outcome).toBe('passed');
    expect(withVariation(0.3).outcome).toBe('failed');
    expect(withVariation(0).outcome).toBe('failed');
  });

  test('says beside it whether neighbours are alike', () => {
    const rhythm = { ...healthyValues().rhythm, autocorrelation: replicated(-0.2) };
    const outcome = uniformRhythm.audit({ rhythm });
    expect(detailsOf(outcome)).toMatchObject({ autocorrelation: { value: -0.2, unit: 'ratio' } });
    const none = uniformRhythm.audit({ rhythm: { ...rhythm, autocorrelation: null } });
    expect(detailsOf(none)).toMatchObject({ autocorrelation: null });
  });

  test('does not apply to a few sentences', () => {
    expect(withVariation(0.3, 19).outcome).toBe('not-applicable');
    expect(uniformRhythm.audit(emptyValues(0)).reason).toBe(
      '0 sentences in 0 distinct documents are too few: it takes 20 in 5.',
    );
  });
});

describe('vocabulary', () => {
  test('counts types and hapaxes', () => {
    const outcome = vocabulary.audit(healthyValues());
    expect(outcome).toMatchObject({ outcome: 'informative', quantity: { value: 4000, unit: 'types' } });
    expect(detailsOf(outcome)).toMatchObject({ hapaxes: 2500, hapaxShare: 0.625, exact: true });
    expect(outcome.reason).toContain('20,000 words are 4,000 different ones, and 62.5 % of these occur once');
  });

  test('scales the hapaxes of a sample to all types', () => {
    const values = healthyValues();
    const sampled = { ...values.vocabulary, exact: false, types: 8000 };
    const outcome = vocabulary.audit({ ...values, vocabulary: sampled });
    expect(detailsOf(outcome)).toMatchObject({ hapaxes: 5000, exact: false });
    expect(outcome).toHaveProperty('quantity.interval');
  });

  test('does not apply without words', () => {
    expect(vocabulary.audit(emptyValues(3)).outcome).toBe('not-applicable');
  });
});

describe('ngram-diversity', () => {
  test('gives the share of different runs and warns of size', () => {
    const outcome = ngramDiversity.audit(healthyValues());
    expect(amountOf(outcome)).toBe(0.95);
    expect(outcome.reason).toContain('equal size only');
    expect(detailsOf(outcome)).toMatchObject({ byN: { 2: { total: 19_000, share: 0.95 } } });
  });

  test('does not apply without runs of four words', () => {
    expect(ngramDiversity.audit(emptyValues(3)).outcome).toBe('not-applicable');
  });
});

describe('document-length', () => {
  test('is exact for short documents', () => {
    const outcome = withLengths([
      { from: 1, documents: 1 },
      { from: 3, documents: 1 },
      { from: 5, documents: 1 },
    ]);
    expect(detailsOf(outcome)).toMatchObject({ p5: 1, p50: 3, p95: 5 });
  });

  test('has the spread of lengths beside them', () => {
    const rhythm = { ...healthyValues().rhythm, documentVariation: replicated(1.4) };
    const outcome = documentLength.audit({ ...healthyValues(), rhythm });
    expect(detailsOf(outcome)).toMatchObject({ variation: { value: 1.4, unit: 'ratio', documents: 100 } });
    expect(
      detailsOf(documentLength.audit({ ...healthyValues(), rhythm: emptyValues(1).rhythm })),
    ).toMatchObject({ variation: null });
  });

  test('spreads the documents of a class over it', () => {
    expect(detailsOf(withLengths([{ from: 192, documents: 100 }]))).toMatchObject({
      p5: 194,
      p50: 208,
      p95: 221,
    });
  });

  test('does not apply without documents, and is 0 for empty ones', () => {
    expect(withLengths([]).outcome).toBe('not-applicable');
    expect(amountOf(withLengths([{ from: 0, documents: 4 }]))).toBe(0);
  });
});

describe('repeated-identifiers', () => {
  test('is the share of ids that were taken', () => {
    const outcome = repeatedIdentifiers.audit({ identifiers: { documents: 8, repeated: 2, exact: true } });
    expect(outcome).toMatchObject({ outcome: 'informative', quantity: { value: 0.25 } });
  });

  test('does not apply without ids', () => {
    expect(repeatedIdentifiers.audit(emptyValues(3)).outcome).toBe('not-applicable');
  });
});
