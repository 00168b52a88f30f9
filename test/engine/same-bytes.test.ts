import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunOptions, RunResult } from '../../src/engine/engine.ts';
import { runInputs } from '../../src/engine/run.ts';
import { DEFAULT_FIELDS } from '../../src/formats/format.ts';
import { encodeProfile } from '../../src/profile/codec.ts';
import { TINY } from '../support/profiles.ts';

const CORPORA = ['heteroglossic', 'narrowing', 'monologic'].map((name) => `fixtures/corpora/${name}.jsonl`);
const BROKEN = ['{"broken', '[]', '{"text": 1}'];
const UNIT_BYTES = 60_000;
/** Threads run what was built. */
const BUILT = new URL('../../dist/engine/run.js', import.meta.url);

let folder = '';
let mixed = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heteroglossia-'));
  mixed = join(folder, 'mixed.jsonl');
  await writeFile(mixed, await brokenCorpus());
});
afterAll(() => rm(folder, { recursive: true }));

/** A corpus of several units with broken lines in all of them. */
async function brokenCorpus(): Promise<string> {
  const texts = await Promise.all(CORPORA.map((path) => readFile(path, 'utf8')));
  const lines = texts
    .join('')
    .trimEnd()
    .split('\n')
    .filter((_, index) => index % 4 === 0);
  return lines
    .flatMap((line, index) => (index % 50 === 7 ? [BROKEN[index % 3] ?? '', line] : [line]))
    .join('\n');
}

type Run = typeof runInputs;

async function run(
  inputs: readonly string[],
  options: Partial<RunOptions> = {},
  using: Run = runInputs,
): Promise<RunResult> {
  const plan = { inputs, fields: DEFAULT_FIELDS, split: 'document' } as const;
  return using(plan, { signal: new AbortController().signal, workers: 0, unitBytes: UNIT_BYTES, ...options });
}

function bytesOf({ profile }: RunResult): string {
  return Buffer.from(encodeProfile(profile)).toString('base64');
}

/** Lines of the problems, of one file and without repeated ids, which only the units that hold both can locate. */
function linesOf({ examples }: RunResult): readonly unknown[] {
  return examples.filter(({ code }) => code !== 'ID_REPEATED').map(({ code, line }) => [code, line]);
}

describe('a run in units', () => {
  it('gives the bytes and the places of a run in one piece, however small the units', async () => {
    const whole = await run([mixed], { unitBytes: 2 ** 30 });
    for (const unitBytes of [20_000, 100_000]) {
      const pieces = await run([mixed], { unitBytes });
      expect(bytesOf(pieces)).toBe(bytesOf(whole));
      expect(linesOf(pieces)).toEqual(linesOf(whole));
    }
  });

  it('gives them for tables that overflow, too', async () => {
    const whole = await run([mixed], { unitBytes: 2 ** 30, capacities: TINY });
    const pieces = await run([mixed], { unitBytes: 20_000, capacities: TINY });
    expect(bytesOf(pieces)).toBe(bytesOf(whole));
  });

  it('gives them for compressed input, which is cut into blocks', async () => {
    const packed = join(folder, 'mixed.jsonl.gz');
    await writeFile(packed, gzipSync(await readFile(mixed)));
    const [plain, compressed] = [await run([mixed]), await run([packed])];
    expect(bytesOf(compressed)).toBe(bytesOf(plain));
    expect(linesOf(compressed)).toEqual(linesOf(plain));
  });

  it('gives the same bytes for files in any order', async () => {
    expect(bytesOf(await run(CORPORA.toReversed()))).toBe(bytesOf(await run(CORPORA)));
  });

  it('reads the first documents only, in input order', async () => {
    const ten = join(folder, 'ten.jsonl');
    await writeFile(ten, (await readFile(CORPORA[0] ?? '', 'utf8')).split('\n').slice(0, 10).join('\n'));
    const plan = { inputs: CORPORA, fields: DEFAULT_FIELDS, split: 'document', limit: 10 } as const;
    const limited = await runInputs(plan, { signal: new AbortController().signal, unitBytes: UNIT_BYTES });
    expect(bytesOf(limited)).toBe(bytesOf(await run([ten])));
  });
});

describe('a run in threads (of the built program)', () => {
  it.each([1, 2, 3, 8])('gives the same bytes with %i workers', async (workers) => {
    const { runInputs: built } = (await import(pathToFileURL(BUILT.pathname).href)) as { runInputs: Run };
    const threaded = await run([mixed], { workers, memory: 4 * 2 ** 30 }, built);
    expect(bytesOf(threaded)).toBe(bytesOf(await run([mixed])));
    expect(linesOf(threaded)).toEqual(linesOf(await run([mixed])));
  });

  it('stops its threads when it is aborted', async () => {
    const { runInputs: built } = (await import(pathToFileURL(BUILT.pathname).href)) as { runInputs: Run };
    const stop = new AbortController();
    const running = run(
      [mixed],
      { workers: 2, signal: stop.signal, onProgress: () => stop.abort(new Error('enough')) },
      built,
    );
    await expect(running).rejects.toThrow('enough');
  });
});

/** A run that is stopped after so many advances. */
async function interrupted(checkpoint: string, after: number): Promise<void> {
  const stop = new AbortController();
  let calls = 0;
  const onProgress = (): void => {
    if (++calls === after) stop.abort(new Error('killed'));
  };
  await expect(run([mixed], { checkpoint, signal: stop.signal, onProgress })).rejects.toThrow('killed');
}

describe('a checkpoint', () => {
  it('lets a run go on where it was, and ends in the same bytes', async () => {
    const whole = await run([mixed]);
    for (const after of [2, 4, 6]) {
      const checkpoint = join(folder, `checkpoint-${after}`);
      await interrupted(checkpoint, after);
      const read: number[] = [];
      const resumed = await run([mixed], { checkpoint, onProgress: ({ bytes }) => read.push(bytes) });
      expect(bytesOf(resumed)).toBe(bytesOf(whole));
      expect(linesOf(resumed)).toEqual(linesOf(whole));
      expect(existsSync(join(checkpoint, 'heteroglossia.checkpoint'))).toBe(false);
    }
  });

  it('is refused where the inputs changed, the options are others, or it is damaged', async () => {
    const checkpoint = join(folder, 'checkpoint-refused');
    const file = join(checkpoint, 'heteroglossia.checkpoint');
    await interrupted(checkpoint, 5);
    await expect(run([CORPORA[0] ?? ''], { checkpoint })).rejects.toThrow(
      /made without .*heteroglossic.*; its input is missing/u,
    );
    await expect(run([mixed], { checkpoint, capacities: TINY })).rejects.toThrow(/with --memory/u);
    const kept = join(folder, 'kept');
    await copyFile(file, kept);
    const bytes = await readFile(kept);
    bytes[bytes.length - 100] = (bytes.at(-100) ?? 0) ^ 1;
    for (const damaged of [bytes, bytes.subarray(0, 1000), Buffer.from('{}\n')]) {
      await writeFile(file, damaged);
      await expect(run([mixed], { checkpoint })).rejects.toThrow(/Remove it to start afresh/u);
    }
  });
});
