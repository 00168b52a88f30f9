import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadPlan } from '../../src/engine/engine.ts';
import { DEFAULT_FIELDS } from '../../src/formats/format.ts';
import type * as Audits from '../../src/jobs/audit-job.ts';
import type * as Lists from '../../src/jobs/duplicate-lists.ts';
import type { DocumentLine, PairLine } from '../../src/jobs/duplicate-lists.ts';
import { encodeProfile } from '../../src/profile/codec.ts';
import type { Report } from '../../src/report/report.ts';
import { seeded, wordOf } from '../support/large-files.ts';

const { signal } = new AbortController();
/** Threads run what was built. */
const BUILT = new URL('../../dist/jobs/', import.meta.url);

const BASES = 90;
const WORDS = 50;
/** Of the first texts so many have an exact copy, so many of the next a near copy, of the next a text that holds them. */
const KIND = 30;
const DOCUMENTS: number = BASES + 3 * KIND;
const FORMATS = 4;

function baseText(base: number): string {
  return Array.from({ length: WORDS }, (_, place) => wordOf(base * 1_000 + place)).join(' ');
}

/** Texts on one line, so that every format can hold them: bases, then a relative of each, some of them twice. */
function texts(): readonly string[] {
  const bases = Array.from({ length: BASES }, (_, base) => baseText(base));
  const relatives = bases.map((text, base) => {
    if (base < KIND) return `  ${text.replaceAll(' ', '  ')} `;
    if (base < 2 * KIND) return `${text.toUpperCase()}, they said.`;
    return `${baseText(base + 1_000)} ${text} ${baseText(base + 2_000)}`;
  });
  return [...bases, ...relatives];
}

function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  const random = seeded(seed);
  return items
    .map((item) => ({ item, key: random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

interface Found {
  readonly bytes: string;
  readonly report: Report;
  readonly documents: readonly DocumentLine[];
  readonly pairs: readonly PairLine[];
}

async function all<T>(lines: AsyncIterable<T>): Promise<T[]> {
  const listed: T[] = [];
  for await (const line of lines) listed.push(line);
  return listed;
}

/** What the built program finds. */
async function found(inputs: readonly string[], workers: number): Promise<Found> {
  const { auditInputs } = (await import(
    pathToFileURL(join(BUILT.pathname, 'audit-job.js')).href
  )) as typeof Audits;
  const { documentLines, pairLines } = (await import(
    pathToFileURL(join(BUILT.pathname, 'duplicate-lists.js')).href
  )) as typeof Lists;
  const plan: ReadPlan = { inputs, fields: DEFAULT_FIELDS, split: 'line' };
  const options = { signal, workers, memory: 4 * 2 ** 30, unitBytes: 6_000 };
  const { profile, report, duplicates } = await auditInputs(plan, options);
  return {
    bytes: Buffer.from(encodeProfile(profile)).toString('base64'),
    report,
    documents: await all(documentLines(plan, duplicates, { signal })),
    pairs: await all(pairLines(plan, duplicates, { signal })),
  };
}

/** Pairs without what depends on which of two documents comes first. */
function namedPairs(pairs: readonly PairLine[]): readonly string[] {
  return pairs
    .map(({ a, b, kind, similarity, containment }) =>
      [...[a, b].toSorted(), kind, similarity, containment].join(' '),
    )
    .toSorted();
}

/** The ids of each cluster; without ids of their own documents have the hashes of their texts. */
function clusters(documents: readonly DocumentLine[]): readonly string[] {
  const members = new Map<string, string[]>();
  for (const { id, duplicateOf } of documents)
    members.set(duplicateOf ?? id, [...(members.get(duplicateOf ?? id) ?? []), id]);
  return [...members.values()].map((ids) => ids.toSorted().join(' ')).toSorted();
}

function kinds(pairs: readonly PairLine[]): Readonly<Record<PairLine['kind'], number>> {
  const of = (kind: PairLine['kind']): number => pairs.filter((pair) => pair.kind === kind).length;
  return { exact: of('exact'), near: of('near'), contained: of('contained') };
}

describe('duplicates in JSON Lines, CSV, text and compressed files', () => {
  let folder: string;
  let inputs: readonly string[];
  let expected: Found;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'heteroglossia-'));
    inputs = write('first', texts());
    expected = await found(inputs, 0);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Deals documents out to files of four formats. */
  function write(name: string, documents: readonly string[]): readonly string[] {
    const of = (file: number): readonly string[] => documents.filter((_, index) => index % FORMATS === file);
    const records = (file: number): string =>
      of(file)
        .map((text) => `${JSON.stringify({ text })}\n`)
        .join('');
    const rows = of(1).map((text, row) => `${row},"${text}"\n`);
    const files: readonly (readonly [ending: string, content: string | Uint8Array])[] = [
      ['jsonl', records(0)],
      ['csv', `row,text\n${rows.join('')}`],
      ['txt', of(2).join('\n')],
      ['jsonl.gz', gzipSync(records(3))],
    ];
    return files.map(([ending, content]) => {
      const path = join(folder, `${name}.${ending}`);
      writeFileSync(path, content);
      return path;
    });
  }

  it('are counted right', () => {
    const { audits, corpus } = expected.report;
    expect(corpus.documents).toBe(DOCUMENTS);
    expect(corpus.problems.total).toBe(0);
    expect(audits['exact-duplicates']?.details['distinctDocuments']).toBe(DOCUMENTS - KIND);
    expect(audits['near-duplicates']?.details['distinctDocuments']).toBe(DOCUMENTS - 2 * KIND);
    expect(kinds(expected.pairs)).toEqual({ exact: KIND, near: KIND, contained: KIND });
    expect(expected.documents.filter(({ duplicateOf }) => duplicateOf === null)).toHaveLength(
      DOCUMENTS - 2 * KIND,
    );
    expect(expected.pairs.filter(({ places: { a, b } }) => a.uri !== b.uri).length).toBeGreaterThan(KIND);
  });

  it.each([1, 2, 3, 8])('are the same bytes, documents and pairs with %i workers', async (workers) => {
    const other = await found(inputs, workers);
    expect(other.bytes).toBe(expected.bytes);
    expect(other.documents).toEqual(expected.documents);
    expect(other.pairs).toEqual(expected.pairs);
    expect({ ...other.report, run: null }).toEqual({ ...expected.report, run: null });
  });

  it.each([1, 2, 3])('are the same bytes, clusters and pairs in shuffled order %i', async (seed) => {
    const other = await found(write(`shuffled-${seed}`, shuffled(texts(), seed)), seed);
    expect(other.bytes).toBe(expected.bytes);
    expect(namedPairs(other.pairs)).toEqual(namedPairs(expected.pairs));
    expect(clusters(other.documents)).toEqual(clusters(expected.documents));
    expect(other.report.audits).toEqual(expected.report.audits);
  });
});
