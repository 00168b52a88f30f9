import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/document.ts';
import { readSample } from '../../src/measures/sampled-corpus.ts';
import type { TemplatesValue } from '../../src/measures/templates.ts';
import { withoutText } from '../../src/profile/profile.ts';
import { toEnd, valuesOf } from '../../src/profile/values.ts';
import { contentHash } from '../../src/text/content.ts';
import { anyDocument, profileOf } from '../support/profiles.ts';
import { adjustedRandIndex, makeTemplates } from './made-templates.ts';

function templatesOf(documents: readonly Document[]): TemplatesValue {
  return valuesOf(profileOf(documents)).templates;
}

/** As many words that no other stem has. */
function own(stem: string, count: number): string {
  return Array.from({ length: count }, (_, index) => `${stem}w${index}`).join(' ');
}

function made(count: number, textOf: (name: string, index: number) => string): readonly Document[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `d${index}`,
    text: textOf(`n${index}x`, index),
  }));
}

const LETTERS = made(
  12,
  (name, index) =>
    `Dear ${name}, thank you for your order of ${own(name, 1 + (index % 4))}. It will reach ${name}b soon.`,
);
const FREE = made(20, (name) => own(`free${name}`, 12)).map((document) => ({
  ...document,
  id: `free ${document.id}`,
}));

function named(documents: readonly { readonly text: string }[]): readonly Document[] {
  return documents.map(({ text }, index) => ({ id: String(index), text }));
}

/** The number of a cluster that a document has for itself. */
function aloneOf(id: number): number {
  return -1 - id;
}

/** The number of the cluster of each document by its id; null for one in none. */
function clustersById(documents: readonly Document[]): ReadonlyMap<string, number | null> {
  const corpus = toEnd(readSample(profileOf(documents).sample));
  const byId = new Map<string, number | null>(corpus.documents.map(({ entry }) => [entry.text.id, null]));
  for (const [number, { members }] of corpus.templatesAmong(corpus.documents.length).entries())
    for (const { document } of members) byId.set(corpus.documents[document]?.entry.text.id ?? '', number);
  return byId;
}

describe('templates', () => {
  it('are documents with one frame, whose slots are marked', () => {
    const value = templatesOf([...LETTERS, ...FREE]);
    expect(value.share?.value).toBeCloseTo(12 / 32, 12);
    expect(value).toMatchObject({ texts: 12, templates: 1 });
    expect(value.largest).toMatchObject([
      {
        frame: 'Dear ___ thank you for your order of ___ It will reach ___ soon',
        frameWords: 11,
        slots: 3,
        texts: 12,
        similarity: 1,
        leastSimilarity: 1,
      },
    ]);
    expect(value.largest[0]?.documents).toHaveLength(10);
    expect(value.largest[0]?.label).toHaveLength(3);
  });

  it('take three documents', () => {
    expect(templatesOf([...LETTERS.slice(0, 2), ...FREE]).templates).toBe(0);
    expect(templatesOf([...LETTERS.slice(0, 3), ...FREE]).texts).toBe(3);
  });

  it('are found where every document is of one template', () => {
    expect(templatesOf(LETTERS)).toMatchObject({ texts: 12, templates: 1 });
    const short = templatesOf(made(30, (name) => `Dear ${name}, thanks for the ${name}s. Yours`));
    expect(short.largest).toMatchObject([{ frameWords: 5, slots: 2, texts: 30 }]);
  });

  it('are kept apart where they share a part', () => {
    const greeting = 'Dear customer, thank you for writing to us about';
    const documents = [
      ...made(10, (name) => `${greeting} ${name}. ${own('refund', 14)} ${name}b.`),
      ...made(9, (name) => `${greeting} ${name}. ${own('delay', 14)} ${name}c.`),
    ];
    expect(templatesOf(documents).largest.map(({ texts }) => texts)).toEqual([10, 9]);
  });

  it('are not made of common words, which any texts have in one order', () => {
    const free = makeTemplates(3, 0, 400).documents.map(({ text }) => ({ text }));
    expect(free).toHaveLength(400);
    expect(templatesOf(free)).toMatchObject({ texts: 0, templates: 0, largest: [] });
  });

  it('are not copies, documents of one character, loops or nothing', () => {
    expect(templatesOf(Array.from({ length: 100 }, () => ({ text: own('x', 30) }))).templates).toBe(0);
    expect(templatesOf(made(26, (_, index) => String.fromCharCode(97 + index))).templates).toBe(0);
    expect(templatesOf(made(9, (_, index) => 'ha '.repeat(20 + index))).templates).toBe(0);
    expect(templatesOf([]).share).toBeNull();
  });

  it('do not grow along a chain of documents that share parts with their neighbours', () => {
    const chain = made(60, (_, index) => [0, 1, 2, 3].map((step) => own(`c${index + step}`, 10)).join(' '));
    for (const { texts, leastSimilarity } of templatesOf(chain).largest) {
      expect(texts).toBeLessThanOrEqual(4);
      expect(leastSimilarity).toBeGreaterThanOrEqual(0.6);
    }
  });

  it('may have a long frame, in all documents, and be near copies', () => {
    const header = own('h', 400);
    const value = templatesOf(made(300, (name) => `${name} ${header}`));
    expect(value.largest).toMatchObject([{ frameWords: 149, slots: 1, texts: 300, similarity: 1 }]);
  });

  it('have the same figures without text, and no words', () => {
    const profile = profileOf([...LETTERS, ...FREE]);
    const value = valuesOf(profile).templates;
    const unnamed = value.largest.map((template) => ({ ...template, frame: '', label: [] }));
    expect(valuesOf(withoutText(profile)).templates).toEqual({ ...value, largest: unnamed });
  });

  it('do not mind hostile words', () => {
    const documents = made(
      8,
      (name) => `constructor ${name} __proto__ toString hasOwnProperty valueOf ${name}b`,
    );
    const [first] = templatesOf([...documents, ...FREE]).largest;
    expect(first?.frame).toBe('constructor ___ __proto__ toString hasOwnProperty valueOf ___');
    expect(new Set(first?.label)).toEqual(new Set(['constructor', '__proto__', 'tostring']));
  });

  it('are the same in any order, with shares from 0 to 1', () => {
    fc.assert(
      fc.property(fc.array(anyDocument, { maxLength: 14 }), (documents) => {
        const value = templatesOf(documents);
        expect(templatesOf(documents.toReversed())).toEqual(value);
        const share = value.share?.value ?? 0;
        expect(share >= 0 && share <= 1).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('are found among free text: 200 of them, with 10 to 100 fillings each', { timeout: 60_000 }, () => {
    const { documents } = makeTemplates(7, 200, 2000);
    const corpus = toEnd(readSample(profileOf(named(documents)).sample));
    // What the program looks at, and what it would find without that bound.
    for (const most of [4_000, corpus.documents.length]) {
      const clusters = corpus.templatesAmong(most);
      const looked = corpus.documents.slice(0, most).map(({ entry }) => Number(entry.text.id));
      const found = looked.map(aloneOf);
      for (const [number, { members }] of clusters.entries())
        for (const { document } of members) found[document] = number;
      const truth = looked.map((id) => documents[id]?.template ?? aloneOf(id));
      expect(new Set(truth).size).toBeGreaterThan(200);
      expect(adjustedRandIndex(truth, found)).toBeGreaterThanOrEqual(0.95);
      expect(truth.filter((template, place) => template < 0 && (found[place] ?? 0) >= 0)).toEqual([]);
    }
  });

  it('are numbered by text as they are found, the largest first', () => {
    const value = templatesOf([...LETTERS, ...FREE]);
    expect(value.numbers.size).toBe(12);
    expect(new Set(value.numbers.values())).toEqual(new Set([1]));
    const hashes = LETTERS.map(({ text }) => contentHash(text).hex.slice(0, 16));
    expect([...value.numbers.keys()].toSorted()).toEqual(hashes.toSorted());
  });

  it('are the families of the licences of installed packages', () => {
    const root = join(import.meta.dirname, '..', '..');
    const paths = globSync('node_modules/**/LICENSE*', { cwd: root, caseSensitiveMatch: false, dot: true });
    const documents = paths.map((path) => ({ id: path, text: readFileSync(join(root, path), 'utf8') }));
    const texts = new Map(documents.map(({ id, text }) => [id, text]));
    const families = new Map<string, (number | null)[]>();
    for (const [id, cluster] of clustersById(documents)) {
      const family = familyOf(texts.get(id) ?? '');
      if (family === null) continue;
      families.set(family, [...(families.get(family) ?? []), cluster]);
    }
    expect([...families.keys()].toSorted()).toEqual(['Apache', 'BSD', 'ISC', 'MIT']);
    const owners = new Set<number>();
    for (const [family, clusters] of families) {
      const [number, share] = commonest(clusters);
      expect({ family, number, isClear: share >= 0.9 }).toEqual({ family, number, isClear: true });
      expect(number).not.toBeNull();
      if (number !== null) owners.add(number);
    }
    expect(owners.size).toBe(4);
  });
});

/** The licence whose first sentence comes first in a text, among the first words that are looked at. */
function familyOf(text: string): string | null {
  const beginning = text.slice(0, 400);
  if (/permission is hereby granted, free of charge/iu.test(beginning)) return 'MIT';
  if (/permission to use, copy, modify,? and\/or distribute this software/iu.test(beginning)) return 'ISC';
  if (/redistribution and use in source and binary forms/iu.test(beginning)) return 'BSD';
  return /apache license\s+version 2\.0/iu.test(beginning) ? 'Apache' : null;
}

function commonest(clusters: readonly (number | null)[]): readonly [number | null, number] {
  const sizes = new Map<number | null, number>();
  for (const cluster of clusters) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  const [first] = [...sizes].toSorted(([, a], [, b]) => b - a);
  return first === undefined ? [null, 0] : [first[0], first[1] / clusters.length];
}
