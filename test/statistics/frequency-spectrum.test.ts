import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  spectrumOf,
  sumOverTypes,
  totalTokens,
  totalTypes,
  typesOfFrequency,
} from '../../src/statistics/frequency-spectrum.ts';
import { BARRO_COLORADO, GIRDLED, LOGGED } from './known-samples.ts';

describe('spectrumOf', () => {
  test('counts types by frequency, in ascending order, without those never seen', () => {
    expect(spectrumOf([3, 1, 0, 10, 1, 2])).toEqual([
      { frequency: 1, types: 2 },
      { frequency: 2, types: 1 },
      { frequency: 3, types: 1 },
      { frequency: 10, types: 1 },
    ]);
    expect(spectrumOf([])).toEqual([]);
  });

  test('takes frequencies beyond 32 bits', () => {
    expect(spectrumOf([2 ** 40, 2 ** 40])).toEqual([{ frequency: 2 ** 40, types: 2 }]);
  });

  test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (frequency) => {
    expect(() => spectrumOf([frequency])).toThrow(RangeError);
  });

  test('loses neither tokens nor types', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000)), (frequencies) => {
        const spectrum = spectrumOf(frequencies);
        expect(totalTokens(spectrum)).toBe(frequencies.reduce((sum, frequency) => sum + frequency, 0));
        expect(totalTypes(spectrum)).toBe(frequencies.filter((frequency) => frequency > 0).length);
      }),
    );
  });
});

describe('totals and look-up', () => {
  test('of published samples', () => {
    expect([GIRDLED, LOGGED, BARRO_COLORADO].map(totalTokens)).toEqual([168, 252, 448]);
    expect([GIRDLED, LOGGED, BARRO_COLORADO].map(totalTypes)).toEqual([26, 37, 93]);
    expect([1, 2, 3, 4, 5].map((frequency) => typesOfFrequency(LOGGED, frequency))).toEqual([14, 4, 4, 3, 1]);
  });

  test('of a scaled spectrum and of equal rows', () => {
    const rows = [
      { frequency: 1, types: 1.5 },
      { frequency: 1, types: 2 },
      { frequency: 4, types: 0.25 },
    ];
    expect(totalTokens(rows)).toBe(4.5);
    expect(totalTypes(rows)).toBe(3.75);
    expect(typesOfFrequency(rows, 1)).toBe(3.5);
    expect(typesOfFrequency(rows, 2)).toBe(0);
    expect(sumOverTypes(rows, (frequency) => frequency ** 2)).toBe(7.5);
  });
});
