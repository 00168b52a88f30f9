import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CORPORA } from '../fixtures/corpora/generator/corpora.ts';

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

function committed(name: string): string {
  return readFileSync(join(import.meta.dirname, '..', 'fixtures', 'corpora', `${name}.jsonl`), 'utf8');
}
