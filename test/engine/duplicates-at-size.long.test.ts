import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import {
  audit,
  expectBounded,
  made,
  recordOf,
  repeated,
  seeded,
  store,
  takeYardstick,
  tell,
  wordOf,
  type Yardstick,
} from '../support/large-files.ts';

const MILLION = 1_000_000;
const HEADER_WORDS = 40;
/** With as many words of their own two texts have 38 of 122 runs of three words in common, with few 38 of 54. */
const LONG_BODY = 42;
const SHORT_BODY = 8;
/** Words of two or three letters, of which bodies are made. */
const STOCK = 1_000;
const HEADER = [...made(HEADER_WORDS, (index) => wordOf(STOCK + index))].join(' ');
/** Six bytes a word, just below the greatest length of a text. */
const LONG_WORDS = 2_700_000;
const LONG_TEXTS = 5;

/** A corpus of copies, and how many documents are left of it when one of each cluster stays. */
interface Case {
  readonly name: string;
  readonly chunks: () => Iterable<string | Uint8Array>;
  readonly documents: number;
  readonly distinct: readonly [least: number, most: number];
  readonly clusters: readonly [least: number, most: number];
}

function* withHeader(bodyWords: number): Iterable<string> {
  const random = seeded(bodyWords);
  for (let index = 0; index < MILLION; index++) {
    const body = Array.from({ length: bodyWords }, () => wordOf(Math.floor(random() * STOCK)));
    yield recordOf({ text: `${HEADER} ${body.join(' ')}` });
  }
}

/** Texts of 16 MB of which each has another word in the middle. */
function* longTexts(): Iterable<string> {
  const half = [...made(LONG_WORDS / 2, (index) => (10_000_000 + index).toString(36))].join(' ');
  for (let index = 0; index < LONG_TEXTS; index++)
    yield recordOf({ id: `long-${index}`, text: `${half} different${index} ${half.toUpperCase()}` });
}

const ONE = recordOf({ text: 'The ferry left before sunrise, and nobody on the pier had thought of it.' });

const CORPORA: readonly Case[] = [
  {
    name: 'a million documents that share a long header, and nothing else',
    chunks: () => withHeader(LONG_BODY),
    documents: MILLION,
    distinct: [0.95 * MILLION, MILLION],
    clusters: [0.95 * MILLION, MILLION],
  },
  {
    name: 'a million documents that are hardly more than a long header',
    chunks: () => withHeader(SHORT_BODY),
    documents: MILLION,
    distinct: [0.95 * MILLION, MILLION],
    clusters: [1, 0.1 * MILLION],
  },
  {
    name: 'one document a million times',
    chunks: () => repeated(ONE, MILLION * ONE.length),
    documents: MILLION,
    distinct: [1, 1],
    clusters: [1, 1],
  },
  {
    name: 'texts of 16 MB that differ in one word',
    chunks: longTexts,
    documents: LONG_TEXTS,
    distinct: [LONG_TEXTS, LONG_TEXTS],
    clusters: [1, 1],
  },
  {
    name: 'a million documents of one character',
    chunks: () => made(MILLION, (index) => recordOf({ text: String.fromCharCode(97 + (index % 26)) })),
    documents: MILLION,
    distinct: [26, 26],
    clusters: [26, 26],
  },
];

describe.skipIf(process.platform !== 'linux')('duplicates in bounded time and memory', () => {
  const folder = mkdtempSync(join(tmpdir(), 'heteroglossia-'));
  let yardstick: Yardstick;
  beforeAll(async () => {
    yardstick = await takeYardstick(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(CORPORA)('are counted right in $name', async ({ name, chunks, documents, distinct, clusters }) => {
    const path = join(folder, 'corpus.jsonl');
    try {
      const bytes = await store(path, chunks());
      const run = await audit([path]);
      expectBounded(name, bytes, run, yardstick);
      expect(run.code).toBe(0);
      const { audits, corpus } = JSON.parse(run.stdout) as Report;
      const left = ['exact-duplicates', 'near-duplicates'].map((id) =>
        Number(audits[id]?.details['distinctDocuments']),
      );
      tell(`  ${corpus.documents} documents, ${left[0]} distinct texts, ${left[1]} clusters`);
      expect(corpus.documents).toBe(documents);
      for (const [index, [least, most]] of [distinct, clusters].entries()) {
        expect(left[index]).toBeGreaterThanOrEqual(least);
        expect(left[index]).toBeLessThanOrEqual(most);
      }
    } finally {
      await rm(path, { force: true });
    }
  });

  it('writes of one document a million times as many lines as there are copies', async () => {
    const [path, pairs, list] = ['copies.jsonl', 'pairs.jsonl', 'list.jsonl'].map((name) =>
      join(folder, name),
    );
    if (path === undefined || pairs === undefined || list === undefined) throw new Error('there are names');
    await store(path, repeated(ONE, MILLION * ONE.length));
    const bytes = MILLION * ONE.length;
    const run = await audit([path], ['--pairs', pairs, '--documents', list]);
    // The inputs are read once more for each list.
    expectBounded('one document a million times, with lists', 3 * bytes, run, yardstick);
    expect(await linesOf(pairs)).toBe(MILLION - 1);
    expect(await linesOf(list)).toBe(MILLION);
  });
});

async function linesOf(path: string): Promise<number> {
  let lines = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>)
    for (const byte of chunk) if (byte === 10) lines += 1;
  return lines;
}
