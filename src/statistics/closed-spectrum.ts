import {
  type FrequencySpectrum,
  type SpectrumRow,
  totalTypes,
  typesOfFrequency,
} from './frequency-spectrum.ts';

/** A spectrum whose tokens are known apart from it, because its types are a sample of the types of the corpus. */
export interface CorpusSpectrum {
  /** Scaled up to all types. */
  readonly spectrum: FrequencySpectrum;
  /** Tokens of the corpus, all of them counted. */
  readonly tokens: number;
}

/** The frequencies that estimators of what is unseen look at. */
const TAIL = [1, 2, 3, 4] as const;

/**
 * The types of frequency 1 to 4 and one row for all others, so that the tokens are those of the corpus: a sample of
 * types says much about the tail, and little about the few types that most tokens belong to.
 * For estimators that read the tail, types and tokens alone. A tail with more tokens than there are is scaled down.
 */
export function closedSpectrum({ spectrum, tokens }: CorpusSpectrum): FrequencySpectrum {
  const tail = TAIL.map((frequency) => ({ frequency, types: typesOfFrequency(spectrum, frequency) }));
  const tailTypes = totalTypes(tail);
  const tailTokens = tail.reduce((sum, { frequency, types }) => sum + frequency * types, 0);
  const fits = tailTokens <= tokens ? 1 : tokens / tailTokens;
  const rows: SpectrumRow[] = tail
    .map(({ frequency, types }) => ({ frequency, types: types * fits }))
    .filter(({ types }) => types > 0);
  const otherTypes = totalTypes(spectrum) - tailTypes;
  const otherTokens = tokens - tailTokens;
  if (otherTypes > 0 && otherTokens > 0) {
    const frequency = Math.max(TAIL.length + 1, otherTokens / otherTypes);
    rows.push({ frequency, types: otherTokens / frequency });
  }
  return rows;
}
