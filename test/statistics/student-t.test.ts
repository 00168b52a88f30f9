import { describe, expect, test } from 'vitest';
import { studentTBeyond, studentTQuantile } from '../../src/statistics/student-t.ts';

describe('studentTQuantile', () => {
  test.each([
    [0.975, 1, 12.7062047362],
    [0.975, 2, 4.3026527297],
    [0.975, 3, 3.1824463053],
    [0.975, 4, 2.7764451052],
    [0.975, 10, 2.228138852],
    [0.975, 31, 2.0395134464],
    [0.95, 5, 2.0150483733],
    [0.995, 30, 2.7499956536],
    [0.9, 1, 3.0776835372],
  ])('gives the printed value at %f with %i degrees of freedom', (probability, degrees, expected) => {
    expect(Math.abs(studentTQuantile(probability, degrees) - expected)).toBeLessThan(1e-8);
  });

  test('is symmetric about 0', () => {
    expect(studentTQuantile(0.5, 7)).toBe(0);
    expect(studentTQuantile(0.025, 7)).toBe(-studentTQuantile(0.975, 7));
  });

  test('is that of two degrees of freedom in closed form', () => {
    for (const p of [0.6, 0.8, 0.99, 0.999])
      expect(studentTQuantile(p, 2)).toBeCloseTo((2 * p - 1) / Math.sqrt(2 * p * (1 - p)), 9);
  });

  test('nears the normal quantile as degrees grow', () => {
    expect(studentTQuantile(0.975, 100_000)).toBeCloseTo(1.959964, 4);
  });

  test.each([
    [0, 3],
    [1, 3],
    [Number.NaN, 3],
    [0.9, 0],
    [0.9, 2.5],
  ])('refuses probability %f with %f degrees', (probability, degrees) => {
    expect(() => studentTQuantile(probability, degrees)).toThrow(RangeError);
  });
});

describe('studentTBeyond', () => {
  test.each([
    [12.7062047362, 1, 0.05],
    [2.0395134464, 31, 0.05],
    [2.7499956536, 30, 0.01],
    [-2.0150483733, 5, 0.1],
    [0, 7, 1],
  ])('is the two-sided chance of %f with %i degrees of freedom', (t, degrees, expected) => {
    expect(studentTBeyond(t, degrees)).toBeCloseTo(expected, 9);
  });

  test('is the inverse of the quantile', () => {
    for (const degrees of [1, 2, 7, 31])
      for (const p of [0.6, 0.9, 0.999])
        expect(studentTBeyond(studentTQuantile(p, degrees), degrees)).toBeCloseTo(2 * (1 - p), 9);
  });

  test('is 0 for what is too far away to be told, and refuses what is no number', () => {
    expect(studentTBeyond(Number.POSITIVE_INFINITY, 5)).toBe(0);
    expect(() => studentTBeyond(Number.NaN, 5)).toThrow(RangeError);
    expect(() => studentTBeyond(1, 0)).toThrow(RangeError);
  });
});
