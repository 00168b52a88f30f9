/** How many types were seen so many times: the types V_i of frequency i. */
export interface SpectrumRow {
  /** A whole number from 1. */
  readonly frequency: number;
  /** 0 or more; not whole where the spectrum of a sample of types was scaled up. */
  readonly types: number;
}

/** The frequency spectrum of a corpus (Baayen 2001, section 1.2), ascending by frequency. */
export type FrequencySpectrum = readonly SpectrumRow[];

/** The tokens N of a corpus: the sum of i · V_i. */
export function totalTokens(spectrum: FrequencySpectrum): number {
  return sumOverTypes(spectrum, (frequency) => frequency);
}

/** The types V of a corpus: the sum of V_i. */
export function totalTypes(spectrum: FrequencySpectrum): number {
  return sumOverTypes(spectrum, () => 1);
}

/** The types V_i that were seen just `frequency` times. */
export function typesOfFrequency(spectrum: FrequencySpectrum, frequency: number): number {
  let types = 0;
  for (const row of spectrum) {
    if (row.frequency > frequency) break;
    if (row.frequency === frequency) types += row.types;
  }
  return types;
}

/** The sum of a function of the frequency over all types. */
export function sumOverTypes(spectrum: FrequencySpectrum, value: (frequency: number) => number): number {
  let sum = 0;
  for (const row of spectrum) sum += row.types * value(row.frequency);
  return sum;
}

/**
 * The spectrum of the frequencies of types, one number a type. Types with frequency 0 do not count.
 * Throws a RangeError for a frequency that is not a whole number from 0.
 */
export function spectrumOf(frequencies: Iterable<number>): FrequencySpectrum {
  const types = new Map<number, number>();
  for (const frequency of frequencies) {
    if (!Number.isSafeInteger(frequency) || frequency < 0)
      throw new RangeError(`a frequency is a whole number from 0, not ${frequency}`);
    if (frequency > 0) types.set(frequency, (types.get(frequency) ?? 0) + 1);
  }
  return [...types]
    .map(([frequency, count]) => ({ frequency, types: count }))
    .toSorted((one, other) => one.frequency - other.frequency);
}
