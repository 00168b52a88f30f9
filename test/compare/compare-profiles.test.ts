import { describe, expect, it } from 'vitest';
import { compareProfiles } from '../../src/compare/compare-corpora.ts';
import type { Comparison } from '../../src/compare/comparison.ts';
import type { Document } from '../../src/document.ts';
import { withoutText } from '../../src/profile/profile.ts';
import { profileOf, roundTrip } from '../support/profiles.ts';
import { madeTexts } from './made-texts.ts';

const HOSTILE = ['constructor', '__proto__', 'toString', '\ud800 lone', 'İstanbul é', ''];

function versionOf(
  texts: readonly string[],
  change: (document: Document) => Document = (own) => own,
): readonly Document[] {
  return texts.map((text, place) => change({ id: `d${place}`, text }));
}

function compared(baseline: readonly Document[], candidate: readonly Document[]): Comparison {
  return compareProfiles(profileOf(baseline), profileOf(candidate));
}

/** Every number of a document, with the way to it. */
function numbersIn(value: unknown, path = ''): readonly (readonly [string, number])[] {
  if (typeof value === 'number') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, own]) => numbersIn(own, `${path}.${key}`));
}

/** The first twenty documents with another second word. */
function edited({ id = '', text }: Document): Document {
  return { id, text: Number(id.slice(1)) < 20 ? text.replace(/ \S+ /u, ' constructor ') : text };
}

function withoutId({ text }: Document): Document {
  return { text };
}

function withHostileId({ text }: Document): Document {
  return { id: '__proto__', text };
}

function distinctTexts(version: readonly Document[]): number {
  return new Set(version.map(({ text }) => text.normalize('NFC').replace(/\s+/gu, ' ').trim())).size;
}

const texts = madeTexts({ seed: 1, documents: 120 });
const others = madeTexts({ seed: 2, documents: 60 });

describe('a version against itself', () => {
  const whole = versionOf(texts);
  const { verdict, differences, documents, accumulation, wordDrift, tail } = compared(whole, whole);

  it('differs in nothing, exactly', () => {
    expect(verdict.direction).toBe('unchanged');
    expect(verdict.narrowing).toMatchObject({ value: 0, interval: [0, 0], interval99: [0, 0] });
    for (const { difference, direction } of Object.values(differences)) {
      expect(difference.value).toBe(0);
      expect(direction).toBe('unchanged');
    }
    expect(documents).toMatchObject({ unchanged: 120, added: 0, removed: 0, edited: 0, exact: true });
    expect(accumulation).toBe('accumulated');
    expect(wordDrift.alarm).toBe(false);
    expect(tail?.survived.value).toBe(tail?.expected.value);
    expect(verdict.warnings.map(({ code }) => code)).toContain('same-documents');
  });
});

describe('a version in which a third was replaced by copies of the rest', () => {
  const rest = texts.slice(40);
  const { verdict, documents, accumulation, differences } = compared(versionOf(texts), [
    ...versionOf(rest),
    ...rest.slice(0, 40).map((text, place) => ({ id: `copy${place}`, text })),
  ]);

  it('is narrowed by exact duplicates, and replaced', () => {
    expect(verdict.direction).toBe('narrowed');
    expect(verdict.causes[0]?.cause).toBe('exact-duplicates');
    expect(verdict.causes[0]?.evidence[0]?.count).toBe(2);
    expect(verdict.causes.map(({ cause }) => cause)).not.toContain('near-duplicates');
    expect(accumulation).toBe('replaced');
    expect(documents).toMatchObject({ unchanged: 80, added: 0, removed: 40, edited: 0 });
    expect(differences['exact-duplicates']?.difference.value).toBeCloseTo(1 / 3, 10);
  });
});

describe('a version that only adds texts of the same kind', () => {
  const { verdict, documents, accumulation, wordDrift } = compared(versionOf(texts), [
    ...versionOf(texts),
    ...others.map((text, place) => ({ id: `new${place}`, text })),
  ]);

  it('is unchanged or widened, and accumulated', () => {
    expect(['unchanged', 'widened']).toContain(verdict.direction);
    expect(accumulation).toBe('accumulated');
    expect(documents).toMatchObject({ unchanged: 120, added: 60, removed: 0, edited: 0 });
    expect(wordDrift.alarm).toBe(false);
    expect(documents.addedLikeness?.difference.interval?.[0]).toBeLessThan(0);
    expect(documents.addedLikeness?.difference.interval?.[1]).toBeGreaterThan(0);
  });
});

describe('edited documents', () => {
  it('are told by their ids, with the words that changed', () => {
    const { documents, accumulation } = compared(versionOf(texts), versionOf(texts, edited));
    expect(documents).toMatchObject({ unchanged: 100, added: 0, removed: 0, edited: 20, exact: true });
    expect(accumulation).toBe('accumulated');
    expect(documents.edits).toHaveLength(5);
    for (const { added } of documents.edits) expect(added).toBe('constructor');
  });

  it('are told as near copies where there are no ids', () => {
    const { documents } = compared(versionOf(texts, withoutId), versionOf(texts, edited).map(withoutId));
    expect(documents).toMatchObject({ unchanged: 100, added: 0, removed: 0, edited: 20 });
  });

  it('are paired once where ids are repeated', () => {
    const { documents } = compared(
      [...versionOf(texts, withHostileId)],
      [
        ...versionOf(texts, edited).map(withHostileId),
        ...others.slice(0, 30).map((text) => ({ id: '__proto__', text })),
      ],
    );
    expect(documents).toMatchObject({ unchanged: 100, removed: 0, edited: 20, added: 30 });
  });

  it('are no edits where nothing of the text is left under its id, and the version replaces', () => {
    const half = texts.slice(0, 60);
    const { documents, accumulation } = compared(versionOf(half), versionOf(others));
    expect(documents).toMatchObject({ unchanged: 0, edited: 0, removed: 60, added: 60, exact: true });
    expect(accumulation).toBe('replaced');
  });

  it('may be of a few words, of which one changed', () => {
    const short = (word: string): readonly Document[] =>
      versionOf(texts.slice(0, 40).map((text) => `${text.split(' ').slice(0, 4).join(' ')} ${word}`));
    expect(
      compared(
        versionOf(['one two three four', 'five six']),
        versionOf(['one two tree four', '__proto__ constructor']),
      ).documents,
    ).toMatchObject({ edited: 1, removed: 1, added: 1 });
    expect(compared(short('constructor'), short('__proto__')).documents.edited).toBeGreaterThan(35);
  });
});

describe('versions that share nothing', () => {
  it('are unrelated, and their numbers add up', () => {
    const { documents, accumulation } = compared(
      texts.map((text) => ({ text })),
      others.map((text) => ({ text })),
    );
    expect(accumulation).toBe('unrelated');
    expect(documents).toMatchObject({ unchanged: 0, added: 60, removed: 120, edited: 0 });
  });
});

describe('word drift', () => {
  it('finds a word that half of the new texts have, and calls that no narrowing', () => {
    const marked = texts.map((text, place) =>
      place % 2 === 0 ? `${text.slice(0, 40)} __proto__ ${text.slice(40)}` : text,
    );
    const { wordDrift, verdict } = compared(versionOf(texts), versionOf(marked));
    expect(wordDrift.alarm).toBe(true);
    expect(wordDrift.words[0]).toMatchObject({ word: expect.stringContaining('__proto__'), baseline: 0 });
    expect(wordDrift.words[0]?.candidate).toBeCloseTo(5e5, -4);
    expect(verdict.warnings.map(({ code }) => code)).toContain('word-drift');
    expect(verdict.direction).not.toBe('narrowed');
  });
});

describe('whatever the versions', () => {
  const cases: readonly (readonly [string, readonly Document[], readonly Document[]])[] = [
    ['one document each', versionOf(texts.slice(0, 1)), versionOf(others.slice(0, 1))],
    ['few documents', versionOf(texts.slice(0, 6)), versionOf(others.slice(0, 7))],
    ['hostile words', versionOf(HOSTILE), versionOf([...HOSTILE, ...texts.slice(0, 30)])],
    ['texts without words', versionOf(['!', '?', '...']), versionOf(texts.slice(0, 30))],
    [
      'one text over and over',
      versionOf(texts),
      Array.from({ length: 50 }, () => ({ text: texts[0] ?? '' })),
    ],
    ['halves', versionOf(texts.slice(0, 60)), versionOf(texts.slice(60))],
  ];

  it.each(cases)('every number is finite: %s', (_, baseline, candidate) => {
    for (const [path, number] of numbersIn(compared(baseline, candidate)))
      expect(number, path).toSatisfy(Number.isFinite);
  });

  it.each(cases)('the numbers of documents add up: %s', (_, baseline, candidate) => {
    const { documents } = compared(baseline, candidate);
    expect(documents.unchanged + documents.edited + documents.removed).toBe(distinctTexts(baseline));
    expect(documents.unchanged + documents.edited + documents.added).toBe(distinctTexts(candidate));
  });

  it('too few documents allow no direction', () => {
    const { verdict } = compared(versionOf(texts.slice(0, 6)), versionOf(others));
    expect(verdict.direction).toBe('insufficient-data');
    expect(verdict.warnings.map(({ code }) => code)).toContain('small-sample');
  });

  it('neither the order of documents nor storing a profile changes a byte', () => {
    const backwards = compareProfiles(
      roundTrip(profileOf(versionOf(texts).toReversed())),
      roundTrip(profileOf(versionOf(others).toReversed())),
    );
    expect(JSON.stringify(backwards)).toBe(JSON.stringify(compared(versionOf(texts), versionOf(others))));
  });

  it('profiles without text give the same direction, and quote nothing', () => {
    const copied = [...texts.slice(0, 60), ...texts.slice(0, 60)];
    const plain = compared(versionOf(texts), versionOf(copied));
    const bare = compareProfiles(
      withoutText(profileOf(versionOf(texts))),
      withoutText(profileOf(versionOf(copied))),
    );
    expect(bare.verdict.narrowing).toEqual(plain.verdict.narrowing);
    expect(bare.documents).toEqual({ ...plain.documents, edits: [] });
    expect(bare.wordDrift.words.every(({ word }) => word === null)).toBe(true);
    expect(bare.tail?.lostWords.every(({ word }) => word === null)).toBe(true);
    expect(bare.verdict.warnings.filter(({ code }) => code === 'no-text')).toHaveLength(2);
  });
});
