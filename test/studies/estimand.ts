/**
 * What an interval is to hold: the figure of the whole population, or, for a figure that moves with the size of the
 * corpus or of the sample it is taken from, its mean over corpora of the same size.
 */
export type Estimand = 'population' | 'expectation';

/** Audits and figures that are compared at equal size only. */
const SIZED = [
  'vocabulary halfHapaxShare',
  'richness',
  'sample-coverage',
  'frequency-distribution',
  'equal-size-ngrams',
  'self-repetition',
  'compression',
  'hill-numbers',
  'vocabulary-evenness entropy',
];

export function estimandOf(name: string): Estimand {
  return SIZED.some((sized) => name === sized || name.startsWith(`${sized} `)) ? 'expectation' : 'population';
}
