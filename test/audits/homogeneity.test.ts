import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { familiesOf, homogeneity } from '../../src/audits/homogeneity.ts';
import {
  ALIKE,
  constantValues,
  DIVERSE,
  emptyValues,
  healthyValues,
  overlapOf,
  replicated,
} from './hand-made-values.ts';

function indexWith(overlaps: readonly number[], variation: number): number {
  const values = { ...healthyValues(), overlap: overlapOf(overlaps) };
  const rhythm = { ...values.rhythm, variation: replicated(variation) };
  return homogeneity({ ...values, rhythm })?.value ?? Number.NaN;
}

describe('homogeneity', () => {
  test('is low for many hands and high for one template', () => {
    expect(homogeneity(healthyValues())?.value).toBeLessThan(20);
    expect(homogeneity({ ...healthyValues(), overlap: overlapOf(ALIKE) })?.value).toBeGreaterThan(75);
  });

  test.each([
    [10, 'diverse'],
    [90, 'alike'],
  ] as const)('is %i where every statistic has the value called %s', (points, end) => {
    const families = familiesOf('spaced');
    const [two = 0, three = 0, variation = 0] = families.map((family) => family[end]);
    const values = { ...healthyValues(), overlap: overlapOf([two, three, 1, 1]) };
    const rhythm = { ...values.rhythm, variation: replicated(variation) };
    expect(homogeneity({ ...values, rhythm })?.value).toBeCloseTo(points, 10);
  });

  test('has weights that add up to 1', () => {
    const sum = familiesOf('spaced').reduce((total, { weight }) => total + weight, 0);
    expect(sum).toBeCloseTo(1, 12);
  });

  test('is 100 with no doubt for one text in many documents', () => {
    const quantity = homogeneity(constantValues(30));
    expect(quantity).toEqual({ value: 100, unit: 'points', interval: [100, 100], documents: 30 });
  });

  test.each([0, 1, 2, 4])('is absent for %i documents', (documents) => {
    expect(homogeneity(emptyValues(documents))).toBeNull();
    expect(homogeneity(constantValues(documents))).toBeNull();
  });

  test('is absent where texts are too short to compare and are not copies', () => {
    expect(homogeneity(emptyValues(100))).toBeNull();
  });

  test('is absent where fewer than five texts can be compared', () => {
    expect(homogeneity({ ...healthyValues(), overlap: overlapOf(DIVERSE, 4) })).toBeNull();
  });

  test('says the least that is sure where a few texts are copied many times', () => {
    const duplicates = { documents: 100, distinct: 3, exact: true, clusters: [{ documents: 33, texts: 3 }] };
    const quantity = homogeneity({ ...emptyValues(100), 'exact-duplicates': duplicates });
    expect(quantity?.value).toBe(97);
    expect(quantity?.interval).toEqual([97, 100]);
  });

  test('takes copies in by their share', () => {
    const own = homogeneity(healthyValues())?.value ?? Number.NaN;
    const duplicates = { ...healthyValues()['exact-duplicates'], distinct: 60 };
    const quantity = homogeneity({ ...healthyValues(), 'exact-duplicates': duplicates });
    expect(quantity?.value).toBeCloseTo(100 - (100 - own) * 0.6, 10);
  });

  test('is a number for an overlap of 0 and for sentences all of a length', () => {
    const values = { ...healthyValues(), overlap: overlapOf([0, 0, 0, 0]) };
    expect(
      homogeneity({ ...values, rhythm: { ...values.rhythm, variation: replicated(0) } })?.value,
    ).toBeCloseTo(20);
  });

  test('leaves out a group that one of the families does not have', () => {
    const values = healthyValues();
    const variation = { ...replicated(0.7), leaveOneOut: [null, null, null] };
    const quantity = homogeneity({ ...values, rhythm: { ...values.rhythm, variation } });
    expect(quantity).not.toHaveProperty('interval');
  });

  test('rises with overlap and falls with variation, within 0 and 100', () => {
    const positive = fc.double({ min: 0, max: 1e6, noNaN: true });
    const ratio = fc.double({ min: 0, max: 10, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(positive, { minLength: 4, maxLength: 4 }),
        fc.integer({ min: 0, max: 2 }),
        positive,
        ratio,
        (overlaps, place, more, variation) => {
          const before = indexWith(overlaps, variation);
          const raised = overlaps.map((value, index) => (index === place ? value + more : value));
          expect(indexWith(raised, variation)).toBeGreaterThanOrEqual(before - 1e-9);
          expect(indexWith(overlaps, variation + 1)).toBeLessThanOrEqual(before + 1e-9);
          expect(before).toBeGreaterThanOrEqual(0);
          expect(before).toBeLessThanOrEqual(100 + 1e-9);
        },
      ),
    );
  });
});
