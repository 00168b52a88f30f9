import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInputs } from '../../src/engine/run.ts';
import { DEFAULT_FIELDS } from '../../src/formats/format.ts';

const LONG = 'x'.repeat(100_000);

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heteroglossia-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('a record whose other fields are long', () => {
  it.each([
    ['a.jsonl', `{"other":"${LONG}","text":"a b c"}\n{"text":"d e f"}\n`],
    ['a.json', `[{"other":"${LONG}","text":"a b c"},{"text":"d e f"}]`],
    ['a.csv', `other,text\n${LONG},a b c\no,d e f\n`],
  ])('is not lost where little text is kept: %s', async (name, data) => {
    const path = join(folder, name);
    await writeFile(path, data);
    const plan = {
      inputs: [path],
      fields: DEFAULT_FIELDS,
      split: 'document',
      maximumDocumentBytes: 1024,
    } as const;
    const { profile } = await runInputs(plan, { signal: new AbortController().signal, workers: 0 });
    expect(profile.sample.total).toBe(2);
    expect([...profile.problems]).toEqual([]);
  });
});
