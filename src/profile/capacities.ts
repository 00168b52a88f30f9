import type { CapacityClass } from '../measures/measure.ts';
import type { SampleSpec } from '../sketches/document-sample.ts';
import type { SignatureSpec } from '../sketches/text-signatures.ts';
import { EXCERPT_WORDS } from './plan.ts';

/** Numbers of entries, which bound the memory of a profile. Of two profiles the smaller ones hold for the sum. */
export interface Capacities {
  readonly tables: Readonly<Record<CapacityClass, number>>;
  readonly sample: SampleSpec;
  readonly signatures: SignatureSpec;
}

export const DEFAULT_CAPACITIES: Capacities = {
  tables: {
    vocabulary: 2 ** 18,
    texts: 2 ** 18,
    names: 2 ** 12,
    ngrams: 2 ** 15,
    passages: 2 ** 15,
    groups: 2 ** 17,
  },
  sample: {
    capacity: 20_000,
    longCapacity: 4_000,
    shortWords: EXCERPT_WORDS[0],
    longWords: EXCERPT_WORDS[1],
  },
  signatures: { capacity: 2 ** 21, perKey: 32, shingles: 512 },
};
