import type { FrequencySpectrum } from '../../src/statistics/frequency-spectrum.ts';

/** The spectrum of the frequencies of types, one number a type. */
export function spectrumOfTypes(frequencies: readonly number[]): FrequencySpectrum {
  const types = new Map<number, number>();
  for (const frequency of frequencies) types.set(frequency, (types.get(frequency) ?? 0) + 1);
  return [...types]
    .map(([frequency, own]) => ({ frequency, types: own }))
    .toSorted((a, b) => a.frequency - b.frequency);
}

/** Spiders on girdled trees: the counts of 26 species (Ellison et al. 2010; iNEXT `spider$Girdled`). */
export const GIRDLED: readonly number[] = [
  46, 22, 17, 15, 15, 9, 8, 6, 6, 4, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
];
