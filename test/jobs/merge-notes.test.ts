import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { capacitiesFor } from '../../src/engine/memory.ts';
import { mergeProfileFiles } from '../../src/jobs/merge-job.ts';
import { encodeProfile } from '../../src/profile/codec.ts';
import { profileOf } from '../support/profiles.ts';

const MIB = 2 ** 20;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heteroglossia-'));
  for (const megabytes of [512, 1024, 8192]) {
    const profile = profileOf([{ text: `made with ${megabytes}` }], capacitiesFor(megabytes * MIB));
    await writeFile(join(folder, `${megabytes}`), encodeProfile(profile));
  }
});
afterAll(() => rm(folder, { recursive: true }));

async function notesOf(...sizes: readonly number[]): Promise<readonly string[]> {
  const notes: string[] = [];
  await mergeProfileFiles(
    sizes.map((size) => join(folder, `${size}`)),
    { onNote: (note) => notes.push(note) },
  );
  return notes;
}

describe('merge', () => {
  it('stops between two profiles when it is asked to', async () => {
    const stop = new AbortController();
    const paths = ['1024', '1024', 'no such file'].map((name) => join(folder, name));
    const sum = mergeProfileFiles(paths, { signal: stop.signal });
    setImmediate(() => stop.abort(new Error('stopped')));
    await expect(sum).rejects.toThrow('stopped');
  });

  it('notes that the smaller capacities hold where profiles were made with different ones', async () => {
    const note =
      'The profiles were made with different --memory, and the result has the tables and the sample of the least.';
    expect(await notesOf(1024, 512)).toEqual([note]);
    expect(await notesOf(512, 1024, 1024)).toEqual([note]);
    expect(await notesOf(1024, 8192)).toEqual([note]);
    expect(await notesOf(1024, 1024)).toEqual([]);
    expect(await notesOf(512)).toEqual([]);
  });
});
