import type { FrequencySpectrum, SpectrumRow } from './frequency-spectrum.ts';

/**
 * The same spectrum with fewer rows, for what takes long for each of them: frequencies that differ by less than a share
 * `width` of the lowest of them are drawn together to the two whole numbers about their mean, in such numbers that
 * types and tokens stay the same. Frequencies below 1 / `width` stay as they are.
 * A sum over types of a smooth function of the logarithm of the frequency changes by about width² / 24 of itself:
 * 1e-6 for a width of 0.005.
 */
export function bandedSpectrum(spectrum: FrequencySpectrum, width: number): FrequencySpectrum {
  const rows: SpectrumRow[] = [];
  let index = 0;
  while (index < spectrum.length) {
    const first = spectrum[index];
    if (first === undefined) break;
    const end = first.frequency * (1 + width);
    let types = 0;
    let above = 0;
    let last = index;
    for (; last < spectrum.length; last++) {
      const row = spectrum[last];
      if (row === undefined || (row.frequency >= end && last > index)) break;
      types += row.types;
      above += row.types * (row.frequency - first.frequency);
    }
    if (last - index === 1) rows.push(first);
    else addBand(rows, { from: first.frequency, types, above });
    index = last;
  }
  return rows;
}

interface Band {
  readonly from: number;
  readonly types: number;
  /** Tokens beyond `from` for each type. */
  readonly above: number;
}

function addBand(rows: SpectrumRow[], { from, types, above }: Band): void {
  const mean = Math.floor(above / types);
  const higher = above - types * mean;
  if (types - higher > 0) rows.push({ frequency: from + mean, types: types - higher });
  if (higher > 0) rows.push({ frequency: from + mean + 1, types: higher });
}
