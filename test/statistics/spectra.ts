import fc from 'fast-check';
import { type FrequencySpectrum, spectrumOf } from '../../src/statistics/frequency-spectrum.ts';

/** Spectra of small corpora, with many rare types, by whole counts. */
export function spectra(): fc.Arbitrary<FrequencySpectrum> {
  const frequency = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 3 }) },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 12 }) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 60 }) },
  );
  return fc.array(frequency, { minLength: 1, maxLength: 25 }).map(spectrumOf);
}

/** Spectra scaled up from a sample of types: fractional types, frequencies of any size. */
export function scaledSpectra(): fc.Arbitrary<FrequencySpectrum> {
  const frequency = fc.oneof(
    fc.integer({ min: 1, max: 6 }),
    fc.integer({ min: 1, max: 5000 }),
    fc.integer({ min: 1, max: 2 ** 40 }),
  );
  const types = fc.double({ min: 1, max: 1e5, noNaN: true });
  return fc
    .uniqueArray(fc.record({ frequency, types }), {
      minLength: 1,
      maxLength: 12,
      selector: (row) => row.frequency,
    })
    .map((rows) => rows.toSorted((one, other) => one.frequency - other.frequency));
}
