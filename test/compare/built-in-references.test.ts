import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { ENGLISH_CORPORA, englishVocabulary, hasEnglishCorpora } from '../../fixtures/english-reference.ts';
import type { ReferenceTail } from '../../src/audits/reference-tail.ts';
import { BUILT_IN_REFERENCES, builtInReference } from '../../src/compare/built-in-references.ts';
import { ENGLISH_COUNTS } from '../../src/compare/english-counts.ts';
import { tailAgainst } from '../../src/compare/tail-against.ts';
import type { GroupedVocabulary } from '../../src/profile/grouped-vocabulary.ts';
import { groupedVocabularyOf, shareBelow } from '../../src/profile/grouped-vocabulary.ts';
import { encodeVocabulary } from '../../src/profile/vocabulary-codec.ts';
import { jackknifeInterval } from '../../src/statistics/jackknife.ts';
import { profileOf } from '../support/profiles.ts';

const MOST_BYTES = 700_000;
const folder = join(import.meta.dirname, '..', '..', '..', 'shared', 'corpora');

async function english(): Promise<GroupedVocabulary> {
  const reference = await builtInReference('builtin:en');
  if (reference === null) throw new Error('there is no built-in reference for English');
  return reference;
}

async function againstEnglish(texts: readonly string[]): Promise<ReferenceTail> {
  const corpus = groupedVocabularyOf(profileOf(texts.map((text) => ({ text }))));
  return tailAgainst({ ...(await english()), name: 'builtin:en' }, corpus);
}

/** Occurrences of each type. */
function countsOf({ starts, counts }: GroupedVocabulary): readonly number[] {
  return Array.from(starts.subarray(1), (end, type) =>
    counts.subarray(starts[type], end).reduce((sum, own) => sum + own, 0),
  );
}

describe('the built-in reference for English', () => {
  it('has words of letters alone, and more than one in three of them in one document', async () => {
    const reference = await english();
    const { high, frequencies, documents, tokens, bound } = reference;
    const words = Array.from(high.keys(), (type) => reference.wordOf(type) ?? '');
    expect(words.filter((word) => !/^[\p{L}\p{M}]+$/u.test(word))).toEqual([]);
    expect(new Set(words).size).toBe(words.length);
    expect(shareBelow(bound)).toBe(1);
    expect(Math.min(...documents, ...tokens)).toBeGreaterThan(0);
    const onlyOne = frequencies.filter((own) => own === 1).length;
    expect(onlyOne / words.length).toBeGreaterThan(1 / 3);
    expect(onlyOne / words.length).toBeLessThan(2 / 3);
  });

  it('holds the words that English is made of', async () => {
    const reference = await english();
    const counts = countsOf(reference);
    const commonest = Array.from(counts.keys())
      .toSorted((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0))
      .slice(0, 8)
      .map((type) => reference.wordOf(type));
    expect(commonest).toEqual(expect.arrayContaining(['the', 'of', 'and', 'to', 'a', 'in']));
  });

  it('is small', () => {
    expect(ENGLISH_COUNTS.length).toBeLessThan(MOST_BYTES);
  });

  it('tells a corpus of common words from one of all words', async () => {
    const words = await drawnWords();
    const all = await againstEnglish(documentsOf(words.all));
    const common = await againstEnglish(documentsOf(words.common));
    const [low, high] = [intervalOf(all)[0], intervalOf(common)[1]];
    expect(high).toBeLessThan(0.5 * low);
  });

  test('is the only one', async () => {
    expect(BUILT_IN_REFERENCES).toEqual(['builtin:en']);
    for (const name of ['builtin:de', 'builtin:', 'builtin:constructor', 'en', '__proto__'])
      expect(await builtInReference(name), name).toBeNull();
  });
});

const missing = ENGLISH_CORPORA.filter((path) => !existsSync(path));
const title = hasEnglishCorpora() ? '' : ` (skipped: there is no ${missing.join(', ')})`;

describe('the counts of the reference', () => {
  it.skipIf(title !== '')(`are what "npm run reference" writes${title}`, () => {
    const written = brotliDecompressSync(Buffer.from(ENGLISH_COUNTS, 'base64'));
    const isSame = Buffer.from(encodeVocabulary(englishVocabulary())).equals(written);
    expect(isSame, 'src/compare/english-counts.ts is out of date: run "npm run reference"').toBe(true);
  });
});

describe.each([
  ['gum', 1],
  ['brown', 4],
])('%s against the built-in reference', (name, step) => {
  const path = join(folder, `${name}.jsonl`);
  const reason = existsSync(path) ? '' : ` (skipped: there is no ${path})`;

  it.skipIf(reason !== '')(
    `keeps most of its rare words, and fewer once its own are gone${reason}`,
    async () => {
      const texts = readFileSync(path, 'utf8')
        .trim()
        .split('\n')
        .filter((_, place) => place % step === 0)
        .map((line) => (JSON.parse(line) as { readonly text: string }).text);
      const whole = intervalOf(await againstEnglish(texts));
      expect(whole[0]).toBeGreaterThan(0.8);
      expect(whole[1]).toBeLessThan(1.1);
      const poor = intervalOf(await againstEnglish(withoutRareWords(texts)));
      expect(poor[1]).toBeLessThan(0.9 * whole[0]);
    },
  );
});

function intervalOf({ rare }: ReferenceTail): readonly [number, number] {
  const ratio = rare?.ratio ?? null;
  const interval = ratio === null ? null : jackknifeInterval(ratio);
  if (interval === null) throw new Error('there is no interval');
  return interval;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}

/** The texts with every word that occurs up to three times left out. */
function withoutRareWords(texts: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return texts.map((text) =>
    wordsOf(text)
      .filter((word) => (counts.get(word) ?? 0) > 3)
      .join(' '),
  );
}

interface DrawnWords {
  readonly all: readonly string[];
  readonly common: readonly string[];
}

/** Every 20th token of the reference; and of those as many again of words that occur more than 60 times in it, with a few others. */
async function drawnWords(): Promise<DrawnWords> {
  const reference = await english();
  const counts = countsOf(reference);
  const drawn = counts.flatMap((own, type) =>
    Array.from({ length: Math.floor((own + (type % 20)) / 20) }, () => ({
      word: reference.wordOf(type) ?? '',
      isCommon: own > 60 || type % 8 === 0,
    })),
  );
  const common = drawn.filter(({ isCommon }) => isCommon);
  return {
    all: drawn.map(({ word }) => word),
    common: drawn.map((_, place) => common[place % common.length]?.word ?? ''),
  };
}

/** Deals words to 100 documents by chance, as far as multiplication can deal. */
function documentsOf(words: readonly string[]): readonly string[] {
  const documents = Array.from({ length: 100 }, (): string[] => []);
  for (const [place, word] of words.entries())
    documents[(Math.imul(place + 1, 0x9e3779b1) >>> 16) % documents.length]?.push(word);
  return documents.map((own) => own.join(' '));
}
