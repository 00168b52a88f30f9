import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_FIELDS } from '../../src/formats/format.ts';
import { auditInputs } from '../../src/jobs/audit-job.ts';
import { mergeProfileFiles } from '../../src/jobs/merge-job.ts';
import { profileInputs } from '../../src/jobs/profile-job.ts';

const CORPORA = ['heteroglossic', 'narrowing', 'monologic'].map((name) => `fixtures/corpora/${name}.jsonl`);
const PARTS = 7;
const RUN = { signal: new AbortController().signal };

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heteroglossia-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function profileBytes(...inputs: readonly string[]): Promise<Buffer> {
  const plan = { inputs, fields: DEFAULT_FIELDS, split: 'document' } as const;
  return Buffer.from((await profileInputs(plan, RUN)).bytes);
}

/** Cuts a file by lines, as `split -l` does, and compresses the third part. */
async function split(path: string): Promise<readonly string[]> {
  const lines = (await readFile(path, 'utf8')).split(/(?<=\n)/u);
  const size = Math.ceil(lines.length / PARTS);
  const parts = Array.from({ length: PARTS }, (_, part) =>
    lines.slice(part * size, (part + 1) * size).join(''),
  );
  return Promise.all(
    parts.map(async (text, part) => {
      const target = join(folder, `${path.replaceAll('/', '_')}.${part}.jsonl${part === 2 ? '.gz' : ''}`);
      await writeFile(target, part === 2 ? gzipSync(text) : text);
      return target;
    }),
  );
}

describe.each(CORPORA)('%s cut into seven files', (path) => {
  it('gives the bytes of the whole, profiled apart and merged in any order', async () => {
    const whole = await profileBytes(path);
    const parts = await split(path);
    const profiles: string[] = [];
    for (const part of parts) {
      profiles.push(`${part}.profile`);
      await writeFile(`${part}.profile`, await profileBytes(part));
    }
    const orders = [profiles, profiles.toReversed(), [...profiles.slice(3), ...profiles.slice(0, 3)]];
    for (const order of orders) expect(whole.equals(await mergeProfileFiles(order))).toBe(true);
    expect(whole.equals(await profileBytes(...parts))).toBe(true);
    expect(whole.equals(await profileBytes(...profiles))).toBe(true);
  });

  it('gives the same report from the profile as from the text', async () => {
    const target = join(folder, 'whole.profile');
    await writeFile(target, await profileBytes(path));
    const [fromText, fromProfile] = await Promise.all(
      [path, target].map(async (input) => {
        const { report } = await auditInputs(
          { inputs: [input], fields: DEFAULT_FIELDS, split: 'document' },
          RUN,
        );
        return { ...report, run: null };
      }),
    );
    expect(fromProfile).toEqual(fromText);
  });
});
