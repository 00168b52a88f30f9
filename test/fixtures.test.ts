import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CORPORA, type CorpusRecord } from '../fixtures/corpora/generator/corpora.ts';
import { PLANTED_WEEK, weeklyBatches } from '../fixtures/corpora/generator/weeks.ts';

const MOST_BYTES = 3_000_000;

describe('fixtures/corpora', () => {
  it.each(Object.keys(CORPORA))('%s.jsonl is what its generator writes', (name) => {
    const expected = (CORPORA[name]?.() ?? []).map((record) => `${JSON.stringify(record)}\n`).join('');
    const isSame = committed(name) === expected;
    expect(isSame, `fixtures/corpora/${name}.jsonl is out of date: run "npm run golden"`).toBe(true);
  });

  it('stays small', () => {
    const bytes = Object.keys(CORPORA).reduce((sum, name) => sum + Buffer.byteLength(committed(name)), 0);
    expect(bytes).toBeLessThan(MOST_BYTES);
  });

  it.each(Object.keys(CORPORA))('%s has 400 documents with ids of their own', (name) => {
    const records = CORPORA[name]?.() ?? [];
    expect(new Set(records.map((record) => record.id)).size).toBe(400);
  });
});

describe('fixtures/weeks', () => {
  const batches = weeklyBatches();

  it.each([...batches.keys()])('%s.jsonl is what its generator writes', (week) => {
    const expected = (batches.get(week) ?? []).map((record) => `${JSON.stringify(record)}\n`).join('');
    const isSame = committed(week, 'weeks') === expected;
    expect(isSame, `fixtures/weeks/${week}.jsonl is out of date: run "npm run golden"`).toBe(true);
  });

  it('holds copies in the planted week alone, where they are half of all', () => {
    const copies = [...batches].map(([week, records]) => [week, copiesIn(records)] as const);
    expect(copies.filter(([, number]) => number > 0)).toEqual([[PLANTED_WEEK, 30]]);
  });

  it('stays small', () => {
    const bytes = [...batches.keys()].reduce(
      (sum, week) => sum + Buffer.byteLength(committed(week, 'weeks')),
      0,
    );
    expect(bytes).toBeLessThan(1_000_000);
  });
});

function copiesIn(records: readonly CorpusRecord[]): number {
  return records.length - new Set(records.map(({ text }) => text)).size;
}

function committed(name: string, folder = 'corpora'): string {
  return readFileSync(join(import.meta.dirname, '..', 'fixtures', folder, `${name}.jsonl`), 'utf8');
}
