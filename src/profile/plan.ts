import { hash } from 'node:crypto';
import { MEASURES } from '../measures/registry.ts';
import { TOKENIZER_ID } from '../text/tokenizer.ts';

/** What decides the counts: everything that must agree for two profiles to be added or compared. */
export interface Plan {
  readonly tokenizer: string;
  readonly measures: readonly { readonly id: string; readonly version: number }[];
  /** Words of each sampled text that are kept: of most, and of the first by hash. */
  readonly excerptWords: readonly [short: number, long: number];
}

export const EXCERPT_WORDS = [300, 2_000] as const;

/** The plan of this version of the program. */
export function currentPlan(): Plan {
  const measures = Object.values(MEASURES)
    .map(({ id, version }) => ({ id, version }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return { tokenizer: TOKENIZER_ID, measures, excerptWords: EXCERPT_WORDS };
}

/** The first 16 hexadecimal digits of the SHA-256 of the plan as JSON. */
export function planDigest(plan: Plan): string {
  return hash('sha256', JSON.stringify(plan), 'hex').slice(0, 16);
}
