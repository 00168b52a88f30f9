import fc from 'fast-check';
import type { Document } from '../../src/document.ts';
import { createObserver } from '../../src/engine/observation.ts';
import type { MeasureValues } from '../../src/measures/registry.ts';
import type { SampledCorpus } from '../../src/measures/sampled-corpus.ts';
import { readSample } from '../../src/measures/sampled-corpus.ts';
import type { Capacities } from '../../src/profile/capacities.ts';
import { DEFAULT_CAPACITIES } from '../../src/profile/capacities.ts';
import { decodeProfile, encodeProfile, isProfile } from '../../src/profile/codec.ts';
import type { Profile } from '../../src/profile/profile.ts';
import { createProfile } from '../../src/profile/profile.ts';
import { toEnd, valuesOf } from '../../src/profile/values.ts';

/** Tables so small that a handful of documents overflows them. */
export const TINY: Capacities = {
  tables: { vocabulary: 16, texts: 4, names: 2, ngrams: 8, passages: 4, groups: 8 },
  sample: { capacity: 4, longCapacity: 2, shortWords: 3, longWords: 5 },
  signatures: { capacity: 210, perKey: 2, shingles: 4 },
};

export function profileOf(
  documents: readonly Document[],
  capacities: Capacities = DEFAULT_CAPACITIES,
): Profile {
  const profile = createProfile(capacities);
  const observer = createObserver(profile);
  for (const document of documents) observer.observe(document);
  return profile;
}

export function valuesOfTexts(texts: readonly string[]): MeasureValues {
  return valuesOf(profileOf(texts.map((text) => ({ text }))));
}

export function bytesOf(profile: Profile): string {
  return Buffer.from(encodeProfile(profile)).toString('base64');
}

export function roundTrip(profile: Profile): Profile {
  const decoded = decodeProfile(encodeProfile(profile));
  if (!isProfile(decoded)) throw new Error(decoded.reason);
  return decoded;
}

const WORDS =
  'the cat Sat on a mat constructor __proto__ toString İstanbul é e\u0301 日本語 ภาษา 😀 don’t 3.14 1984 Why? no. \ud800 \u0000'
    .split(' ')
    .concat('x'.repeat(300));
const word = fc.constantFrom(...WORDS);
const separator = fc.constantFrom(' ', '  ', '\n', '. ', '\n\n', '\u00a0', '');

/** Texts made of hostile and ordinary words, so that some recur. */
const anyText: fc.Arbitrary<string> = fc
  .array(fc.tuple(word, separator), { maxLength: 12 })
  .map((pieces) => pieces.flat().join(''));

const field = fc.option(fc.constantFrom('a', 'b', 'c', '__proto__', '2024-05-01', '2024-06-30T12:00:00Z'), {
  nil: undefined,
});

export const anyDocument: fc.Arbitrary<Document> = fc
  .record({ text: anyText, id: field, source: field, date: field, label: field })
  .map(({ text, ...facts }) => ({
    text,
    ...Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)),
  }));

/** The document sample of texts with all near copies, of which measures that compare pairs see one alone in a report. */
export function corpusOfTexts(texts: readonly string[]): SampledCorpus {
  return toEnd(readSample(profileOf(texts.map((text) => ({ text }))).sample));
}
