import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tailAgainst } from '../../src/compare/tail-against.ts';
import type { Document } from '../../src/document.ts';
import { assembleReport } from '../../src/jobs/report-assembly.ts';
import { groupedVocabularyOf } from '../../src/profile/grouped-vocabulary.ts';
import type { Profile } from '../../src/profile/profile.ts';
import { mergeProfiles, withoutText } from '../../src/profile/profile.ts';
import { valuesOf } from '../../src/profile/values.ts';
import { markdownRenderer } from '../../src/report/markdown.ts';
import type { Report } from '../../src/report/report.ts';
import { anyDocument, profileOf, roundTrip, TINY } from '../support/profiles.ts';

const RUN = { inputs: [], options: {}, planDigest: '', startedAt: '', seconds: 0 };

/** Where numbers are that are not finite, as paths. Values are walked as they are: JSON would write null. */
function flawsIn(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path}: ${value}`];
  if (typeof value !== 'object' || value === null) return [];
  const entries: readonly (readonly [unknown, unknown])[] =
    value instanceof Map ? [...value] : Object.entries(value);
  return entries.flatMap(([key, own]) => flawsIn(own, `${path}/${String(key)}`));
}

/** Shares that are none, and intervals that end before they begin, as paths. */
function impossibleIn(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, own]) => impossibleIn(own, `${path}/${key}`));
  return 'value' in value && 'unit' in value && !isPossible({ interval: null, ...value })
    ? [...inside, path]
    : inside;
}

function isPossible(quantity: { value: unknown; unit: unknown; interval: unknown }): boolean {
  const { value, unit, interval } = quantity;
  const [low = 0, high = 0] = Array.isArray(interval) ? interval.map(Number) : [];
  const isShare = [low, high, Number(value)].every((number) => number >= 0 && number <= 1);
  return low <= high && (unit !== 'share' || isShare);
}

/** Values, audits, verdict and slices of a profile, against a reference where one is given. */
function reportOf(profile: Profile, reference?: Profile): Report {
  const values = valuesOf(profile);
  expect(flawsIn(values)).toEqual([]);
  const tail =
    reference === undefined
      ? undefined
      : tailAgainst(
          { ...groupedVocabularyOf(reference), name: 'the reference' },
          groupedVocabularyOf(profile),
        );
  expect(flawsIn(tail)).toEqual([]);
  const report = assembleReport({ profile, values, examples: [], run: RUN, tail });
  expect(flawsIn(report)).toEqual([]);
  expect(impossibleIn(report)).toEqual([]);
  expect(Object.entries(report.audits).filter(([, audit]) => audit.outcome === 'error')).toEqual([]);
  expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  return report;
}

function repeated(count: number, textOf: (index: number) => string): readonly Document[] {
  return Array.from({ length: count }, (_, index) => ({ text: textOf(index), id: `d${index}` }));
}

const PROSE = 'The ferry was late again. Nobody minded, for the sun had come out over the harbour.';

const CORPORA: readonly (readonly [name: string, documents: readonly Document[]])[] = [
  ['no document', []],
  ['one document', [{ text: PROSE }]],
  ['two documents', [{ text: PROSE }, { text: 'Rye keeps longer than wheat.' }]],
  ['one empty document', [{ text: '' }]],
  ['empty documents', repeated(60, () => '')],
  ['documents without a word', repeated(60, (index) => '.'.repeat(index + 1))],
  ['equal documents', repeated(60, () => PROSE)],
  ['one word alone', repeated(60, (index) => 'constructor '.repeat(index + 1))],
  ['one word of a long document', [{ text: '__proto__ '.repeat(3000) }]],
  [
    'words that occur once each',
    repeated(60, (index) => Array.from({ length: 80 }, (_, word) => `w${index}x${word}`).join(' ')),
  ],
  [
    'one source',
    repeated(60, (index) => `${PROSE} It was day ${index}.`).map((document) => ({
      ...document,
      source: 'a',
    })),
  ],
  ['documents of one token', repeated(60, (index) => `w${index}`)],
  ['documents of one token and one type', repeated(60, () => 'toString')],
  [
    'documents of two alternating lengths',
    repeated(60, (index) => (index % 2 === 0 ? `w${index}` : PROSE + index)),
  ],
  ['a handful of single words', ['the', 'the the', 'ภาษา', 'don’t', 'a'].map((text) => ({ text }))],
  ['lone surrogates', repeated(60, (index) => `\ud800 ${index} \udc00 a b c d`)],
  ['one long document and empty ones', [{ text: `${PROSE} `.repeat(2000) }, ...repeated(40, () => '')]],
];

describe.each(CORPORA)('a corpus of %s', (_, documents) => {
  it('has finite numbers, and audits that run', () => {
    reportOf(profileOf(documents));
  });

  it('has them in tables that overflow, and without text', () => {
    reportOf(profileOf(documents, TINY));
    reportOf(withoutText(profileOf(documents)));
  });
});

const ORDINARY = profileOf(
  repeated(
    80,
    (index) => `${PROSE} The ${index}th pier had ${index * 7} gulls and a keeper named k${index % 11}.`,
  ),
);

describe.each(CORPORA)('a corpus of %s beside a reference', (_, documents) => {
  it('has finite numbers as the corpus, as the reference, and as both', () => {
    const profile = profileOf(documents);
    reportOf(profile, ORDINARY);
    reportOf(ORDINARY, profile);
    reportOf(profile, profileOf(documents, TINY));
  });

  it('has no number in its report that is written as none', () => {
    const text = markdownRenderer.render(reportOf(profileOf(documents), ORDINARY));
    expect(text).not.toMatch(/\bNaN\b|Infinity|undefined|\[object/u);
  });
});

describe('any documents', () => {
  it('have finite numbers', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.array(anyDocument, { maxLength: 20 }), (documents) => {
        reportOf(profileOf(documents, documents.length % 2 === 0 ? TINY : undefined), ORDINARY);
      }),
      { numRuns: 6 },
    );
  });
});

describe('a corpus too small to be compared', () => {
  it.each(CORPORA.filter(([, documents]) => documents.length <= 2))('has no verdict: %s', (_, documents) => {
    const { verdict } = reportOf(profileOf(documents));
    expect(verdict.homogeneity).toBeNull();
  });
});

describe('a corpus of more than 2³² words', () => {
  it('has the counts of its part times the number of its parts', () => {
    const doublings = 34;
    const texts = [
      ...repeated(
        40,
        (index) => `${PROSE} It was day ${index} of ${index % 7}, and the constructor came by.`,
      ),
      { text: 'alone', source: 'a', date: '2024-05-01' },
    ];
    const once = valuesOf(profileOf(texts));
    let profile = profileOf(texts);
    for (let doubling = 0; doubling < doublings; doubling++)
      profile = mergeProfiles(profile, roundTrip(profile));
    const factor = 2 ** doublings;
    const report = reportOf(profile);
    expect(report.corpus.tokens).toBe(once.size.tokens * factor);
    expect(report.corpus.tokens).toBeGreaterThan(2 ** 32);
    expect(report.corpus.documents).toBe(texts.length * factor);
    const values = valuesOf(roundTrip(profile));
    expect(values.vocabulary.spectrum).toEqual(
      once.vocabulary.spectrum.map(({ frequency, types }) => ({ frequency: frequency * factor, types })),
    );
    expect(values.vocabulary.types).toBe(once.vocabulary.types);
    expect(values['exact-duplicates'].distinct).toBe(texts.length);
    reportOf(profile, ORDINARY);
    reportOf(ORDINARY, profile);
  });
});
