import { hash } from 'node:crypto';
import { MEASURES } from '../measures/registry.ts';
import { TOKENIZER_ID } from '../text/tokenizer.ts';

/** What decides the counts: everything that must agree for two profiles to be added or compared. */
export interface Plan {
  readonly tokenizer: string;
  readonly measures: readonly { readonly id: string; readonly version: number }[];
  /** Words of each sampled text that are kept: of most, and of the first by hash. */
  readonly excerptWords: readonly [short: number, long: number];
  /** UTF-16 units to which excerpts, for each of their words, and their fields are cut. */
  readonly excerptUnits: readonly [aWord: number, aField: number];
}

export const EXCERPT_WORDS = [300, 2_000] as const;
/** UTF-16 units of a word of an excerpt, on average, and of a field that describes it: the rest is cut off. */
export const EXCERPT_UNITS_A_WORD = 24;
export const EXCERPT_FIELD_UNITS = 200;

/** The plan of this version of the program. */
export function currentPlan(): Plan {
  const measures = Object.values(MEASURES)
    .map(({ id, version }) => ({ id, version }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    tokenizer: TOKENIZER_ID,
    measures,
    excerptWords: EXCERPT_WORDS,
    excerptUnits: [EXCERPT_UNITS_A_WORD, EXCERPT_FIELD_UNITS],
  };
}

/** The first 16 hexadecimal digits of the SHA-256 of the plan as JSON. */
export function planDigest(plan: Plan): string {
  return hash('sha256', JSON.stringify(plan), 'hex').slice(0, 16);
}
