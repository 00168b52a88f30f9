import { describe, expect, test } from 'vitest';
import { chaoJostEntropy } from '../../src/statistics/chao-jost-entropy.ts';
import {
  chaoShenEntropy,
  grassberger1988Entropy,
  grassberger2003Entropy,
  millerMadowEntropy,
  plugInEntropy,
  zhangEntropy,
} from '../../src/statistics/entropy.ts';
import { spectrumOf } from '../../src/statistics/frequency-spectrum.ts';
import { BARRO_COLORADO, BIRDS_NORTH, BIRDS_SOUTH, GIRDLED, LOGGED } from './known-samples.ts';

/** The vector with which the `entropy` package is documented. */
const DOCUMENTED = spectrumOf([4, 2, 3, 0, 2, 4, 0, 0, 2, 1, 1]);
const SINGLETONS = spectrumOf([1, 1, 1, 1]);

describe('entropy in nats, as the packages entropy, entropart, EntropyEstimation and vegan print it', () => {
  test.each([
    [plugInEntropy, DOCUMENTED, 1.96838240873],
    [plugInEntropy, GIRDLED, 2.48986521069],
    [plugInEntropy, LOGGED, 2.66868558196],
    [plugInEntropy, BARRO_COLORADO, 4.018411662],
    [plugInEntropy, spectrumOf([1, 2, 3, 4]), 1.279854226],
    [plugInEntropy, SINGLETONS, Math.log(4)],
    [millerMadowEntropy, DOCUMENTED, 2.15259293504],
    [millerMadowEntropy, GIRDLED, 2.5642699726],
    [millerMadowEntropy, LOGGED, 2.74011415339],
    [millerMadowEntropy, SINGLETONS, 1.76129436112],
    [chaoShenEntropy, DOCUMENTED, 2.20113710128],
    [chaoShenEntropy, GIRDLED, 2.64438782052],
    [chaoShenEntropy, LOGGED, 2.80412551405],
    [chaoShenEntropy, SINGLETONS, 3.04648203509],
    [zhangEntropy, DOCUMENTED, 2.17054667469],
    [zhangEntropy, GIRDLED, 2.57128578541],
    [zhangEntropy, LOGGED, 2.74614159956],
    [grassberger1988Entropy, GIRDLED, 2.58446944054],
    [grassberger1988Entropy, LOGGED, 2.76671595607],
    [grassberger2003Entropy, GIRDLED, 2.59954600892],
    [grassberger2003Entropy, LOGGED, 2.77772510736],
    [chaoJostEntropy, GIRDLED, 2.62656920864],
    [chaoJostEntropy, LOGGED, 2.79343668484],
  ])('%o (%#)', (estimator, spectrum, value) => {
    const decimals = (String(value).split('.')[1] ?? '').length;
    expect(estimator(spectrum)).toBeCloseTo(value, Math.min(decimals, 13));
  });

  test('by Chao and Jost, for the birds of iNEXT', () => {
    expect(chaoJostEntropy(BIRDS_NORTH)).toBeCloseTo(2.888, 3);
    expect(chaoJostEntropy(BIRDS_SOUTH)).toBeCloseTo(3.305, 3);
  });
});

describe('entropy at the ends', () => {
  const estimators = [
    plugInEntropy,
    millerMadowEntropy,
    chaoShenEntropy,
    grassberger1988Entropy,
    grassberger2003Entropy,
    zhangEntropy,
    chaoJostEntropy,
  ];

  test.each(estimators)('%o is absent without tokens', (estimator) => {
    expect(estimator([])).toBeNull();
  });

  test.each([plugInEntropy, millerMadowEntropy, chaoShenEntropy, zhangEntropy, chaoJostEntropy])(
    '%o is 0 for one type',
    (estimator) => {
      expect(Math.abs(estimator(spectrumOf([1000])) ?? 1)).toBeLessThan(1e-12);
    },
  );

  test.each(estimators)('%o is the logarithm of the number of equal, often seen types', (estimator) => {
    const spectrum = [{ frequency: 1e6, types: 1000 }];
    expect(estimator(spectrum)).toBeCloseTo(Math.log(1000), 5);
  });
});
