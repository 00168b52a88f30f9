import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/document.ts';
import type { MeasureValues } from '../../src/measures/registry.ts';
import type { Capacities } from '../../src/profile/capacities.ts';
import { DEFAULT_CAPACITIES } from '../../src/profile/capacities.ts';
import { valuesOf } from '../../src/profile/values.ts';
import { profileOf } from '../support/profiles.ts';

/*
 * Estimates from small tables against exact counts. The bounds follow from the sampling design: with the k keys of
 * smallest hash, a distinct count has a coefficient of variation of at most 1 / √(k - 2), and the share p of the keys
 * that have some trait a standard deviation of at most √(p (1 - p) / k), independent of the former because the hash of
 * a key knows nothing of its trait. Some 60 estimates are tested, so 4 standard deviations are allowed.
 */
const DEVIATIONS = 4;

const LARGE: Capacities = {
  ...DEFAULT_CAPACITIES,
  tables: { ...DEFAULT_CAPACITIES.tables, ngrams: 2 ** 20, passages: 2 ** 20 },
};
const SMALL: Capacities = {
  ...DEFAULT_CAPACITIES,
  tables: { vocabulary: 1024, texts: 128, names: 64, ngrams: 1024, passages: 256, groups: 2048 },
};
const { ngrams: NGRAMS, texts: TEXTS } = SMALL.tables;

/** The corpora, and how many types are kept of each: the last one has few. */
describe.each([
  ['heteroglossic', 1024],
  ['narrowing', 1024],
  ['monologic', 128],
])('estimates of the %s corpus', (name, kept) => {
  const documents = corpusOf(name);
  const exact = valuesOf(profileOf(documents, LARGE));
  const small = { ...SMALL, tables: { ...SMALL.tables, vocabulary: kept } };
  const estimated = valuesOf(profileOf(documents, small));

  it('are compared with exact counts', () => {
    expect(exactness(exact)).toEqual(new Set([true]));
    expect(exactness(estimated)).toEqual(new Set([false]));
  });

  it('come near the number of types', () => {
    near(estimated.vocabulary.types, exact.vocabulary.types, relativeOfCount(kept) * exact.vocabulary.types);
  });

  it('come near the share of types that occur once', () => {
    const share = shareOf(exact, 1);
    near(shareOf(estimated, 1), share, deviationOfShare(share, kept));
  });

  it.each([1, 2, 3, 4, 5])('come near the number of types that occur %i times', (frequency) => {
    const { types: all } = exact.vocabulary;
    const share = shareOf(exact, frequency);
    const deviation = all * Math.hypot(share * relativeOfCount(kept), deviationOfShare(share, kept));
    near(shareOf(estimated, frequency) * estimated.vocabulary.types, all * share, deviation);
  });

  it('come near the share of types that are no commoner than most', () => {
    const median = medianFrequency(exact);
    const share = shareUpTo(exact, median);
    near(shareUpTo(estimated, median), share, deviationOfShare(share, kept));
  });

  it.each([2, 3, 4, 5])('come near the number and share of different %i-grams', (n) => {
    const [truth, estimate] = [ngramsOf(exact, n), ngramsOf(estimated, n)];
    expect(estimate.total).toBe(truth.total);
    near(estimate.distinct, truth.distinct, relativeOfCount(NGRAMS) * truth.distinct);
    const share = truth.distinctShare ?? 0;
    near(estimate.distinctShare ?? 0, share, relativeOfCount(NGRAMS) * share);
  });

  it('come near the number of different texts, and the share of them that have a copy', () => {
    const [truth, estimate] = [exact['exact-duplicates'], estimated['exact-duplicates']];
    expect(estimate.documents).toBe(truth.documents);
    near(estimate.distinct, truth.distinct, relativeOfCount(TEXTS) * truth.distinct);
    near(copiedShare(estimate), copiedShare(truth), deviationOfShare(copiedShare(truth), TEXTS));
  });
});

function corpusOf(name: string): readonly Document[] {
  return readFileSync(`fixtures/corpora/${name}.jsonl`, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Document);
}

function near(estimate: number, truth: number, deviation: number): void {
  expect(Math.abs(estimate - truth)).toBeLessThanOrEqual(DEVIATIONS * deviation);
}

function relativeOfCount(keys: number): number {
  return 1 / Math.sqrt(keys - 2);
}

function deviationOfShare(share: number, keys: number): number {
  return Math.sqrt((share * (1 - share)) / keys);
}

function exactness({
  vocabulary,
  'ngram-diversity': { byN },
  'exact-duplicates': texts,
}: MeasureValues): ReadonlySet<boolean> {
  return new Set([vocabulary.exact, texts.exact, ...byN.map(({ exact }) => exact)]);
}

/** The share of the types held that occur so many times. */
function shareOf(values: MeasureValues, frequency: number): number {
  return shareUpTo(values, frequency) - shareUpTo(values, frequency - 1);
}

/** The share of the types held that occur at most so many times. */
function shareUpTo({ vocabulary: { spectrum } }: MeasureValues, most: number): number {
  const held = spectrum.reduce((sum, { types }) => sum + types, 0);
  return spectrum.reduce((sum, { frequency, types }) => (frequency <= most ? sum + types : sum), 0) / held;
}

function medianFrequency(values: MeasureValues): number {
  const { spectrum } = values.vocabulary;
  return spectrum.find(({ frequency }) => shareUpTo(values, frequency) >= 0.5)?.frequency ?? 0;
}

function ngramsOf(values: MeasureValues, n: number): MeasureValues['ngram-diversity']['byN'][number] {
  const found = values['ngram-diversity'].byN.find((count) => count.n === n);
  if (found === undefined) throw new Error(`no ${n}-grams are counted`);
  return found;
}

/** The share of the texts held that stand in two documents or more. */
function copiedShare({ clusters }: MeasureValues['exact-duplicates']): number {
  const held = clusters.reduce((sum, { texts }) => sum + texts, 0);
  const single = clusters.find(({ documents }) => documents === 1)?.texts ?? 0;
  return (held - single) / held;
}
