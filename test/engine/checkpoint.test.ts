import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadPlan, RunOptions, RunResult } from '../../src/engine/engine.ts';
import { runInputs } from '../../src/engine/run.ts';
import { DEFAULT_FIELDS } from '../../src/formats/format.ts';
import { encodeProfile } from '../../src/profile/codec.ts';
import { withoutText } from '../../src/profile/profile.ts';

const CORPUS = 'fixtures/corpora/monologic.jsonl';
const FILE = 'heteroglossia.checkpoint';

let folder = '';
let one = '';
let two = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heteroglossia-'));
  one = join(folder, 'one.jsonl');
  two = join(folder, 'two.jsonl');
  await writeFile(one, `{"broken verylongword\n${await readFile(CORPUS, 'utf8')}`);
  await copyFile(one, two);
});
afterAll(() => rm(folder, { recursive: true }));

function run(plan: Partial<ReadPlan>, options: Partial<RunOptions> = {}): Promise<RunResult> {
  return runInputs(
    { inputs: [one, two], fields: DEFAULT_FIELDS, split: 'document', ...plan },
    { signal: new AbortController().signal, workers: 0, unitBytes: 20_000, ...options },
  );
}

async function interrupted(checkpoint: string, plan: Partial<ReadPlan>, options: Partial<RunOptions> = {}) {
  const stop = new AbortController();
  let calls = 0;
  const onProgress = (): void => {
    if (++calls === 5) stop.abort(new Error('killed'));
  };
  const ended = run(plan, { ...options, checkpoint, onProgress, signal: stop.signal });
  await expect(ended).rejects.toThrow('killed');
  expect(existsSync(join(checkpoint, FILE))).toBe(true);
}

function bytesOf({ profile }: RunResult): string {
  return Buffer.from(encodeProfile(profile)).toString('base64');
}

describe('a checkpoint of a run without text', () => {
  it('holds no word of the corpus, and the run that goes on ends in the same bytes', async () => {
    const texts = (await readFile(CORPUS, 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { readonly text: string }).text);
    const words = [...new Set(`verylongword ${texts.join(' ')}`.toLowerCase().match(/[a-z]{7,}/gu))];
    const held = async (checkpoint: string): Promise<readonly string[]> => {
      const bytes = (await readFile(join(checkpoint, FILE), 'latin1')).toLowerCase();
      // What the head says of the program and its measures is no text of the corpus.
      const profile = bytes.slice(bytes.indexOf('"holdstext"'));
      const examples = /"examples":(.*?),"fieldnames"/u.exec(bytes)?.[1] ?? '';
      return words.filter((word) => profile.includes(word) || examples.includes(word));
    };
    const [full, bare] = [join(folder, 'full'), join(folder, 'bare')];
    await interrupted(full, {});
    await interrupted(bare, {}, { noText: true });
    expect(await held(full)).toContain('verylongword');
    expect((await held(full)).length).toBeGreaterThan(10);
    expect(await held(bare)).toEqual([]);

    const resumed = await run({}, { noText: true, checkpoint: bare });
    const whole = await run({});
    expect(bytesOf(resumed)).toBe(Buffer.from(encodeProfile(withoutText(whole.profile))).toString('base64'));
    expect(existsSync(join(bare, FILE))).toBe(false);
  });
});

describe('a checkpoint of other circumstances', () => {
  it('is refused with the option that differs, its old and its new value', async () => {
    const checkpoint = join(folder, 'options');
    await interrupted(checkpoint, { split: 'line' });
    const other = (plan: Partial<ReadPlan>, options: Partial<RunOptions> = {}): Promise<RunResult> =>
      run({ split: 'line', ...plan }, { checkpoint, ...options });
    await expect(other({ split: 'paragraph' })).rejects.toThrow(
      'it was made with --split line, and this run is with --split paragraph. Remove it',
    );
    await expect(other({ limit: 5 })).rejects.toThrow(
      'it was made without --limit, and this run is with --limit 5. Remove it',
    );
    await expect(other({}, { memory: 512 * 2 ** 20 })).rejects.toThrow(
      'it was made with --memory 1024MB, and this run is with --memory 512MB. Remove it',
    );
    await expect(other({}, { noText: true })).rejects.toThrow(
      'it was made without --no-text, and this run is with --no-text. Remove it',
    );
    await expect(other({ fields: { ...DEFAULT_FIELDS, text: 'body' } })).rejects.toThrow(
      'without --text-field, and this run is with --text-field body.',
    );
    const withMoreMemory = await other({}, { memory: 2 * 2 ** 30 });
    expect(withMoreMemory.profile.sample.total).toBeGreaterThan(0);
  });

  it('is refused with the input that differs', async () => {
    const checkpoint = join(folder, 'inputs');
    await interrupted(checkpoint, {});
    await expect(run({ inputs: [two, one] }, { checkpoint })).rejects.toThrow(
      'its inputs came in another order',
    );
    await expect(run({ inputs: [one] }, { checkpoint })).rejects.toThrow('1 of its 2 inputs is missing');
    await expect(run({ inputs: [one, two, CORPUS] }, { checkpoint })).rejects.toThrow(
      `it was made without "${CORPUS}". Remove`,
    );
    await utimes(two, 1, 1);
    await expect(run({}, { checkpoint })).rejects.toThrow(
      `${JSON.stringify(two)} changed since it was made. Remove`,
    );
  });
});

/** A folder of three files, the first of which is a link that leads to nothing. */
async function inputsWithLink(
  name: string,
): Promise<{ readonly inputs: readonly string[]; readonly link: string }> {
  const data = join(folder, name);
  await mkdir(data);
  const link = join(data, 'a.jsonl');
  await symlink(join(data, 'nowhere'), link);
  await copyFile(one, join(data, 'b.jsonl'));
  await copyFile(one, join(data, 'c.jsonl'));
  return { inputs: [data], link };
}

describe('a checkpoint of inputs of which one cannot be read', () => {
  it('goes on to the same bytes and problems', async () => {
    const { inputs } = await inputsWithLink('unreadable');
    const checkpoint = join(folder, 'of-unreadable');
    await interrupted(checkpoint, { inputs });
    const [resumed, whole] = [await run({ inputs }, { checkpoint }), await run({ inputs })];
    expect(bytesOf(resumed)).toBe(bytesOf(whole));
    expect(resumed.examples).toEqual(whole.examples);
    expect(whole.examples.map(({ code }) => code)).toContain('FILE_UNREADABLE');
  });

  it('is refused once it can be read, and once it is gone: the files after it have other numbers', async () => {
    const { inputs, link } = await inputsWithLink('mended');
    const checkpoint = join(folder, 'of-mended');
    await interrupted(checkpoint, { inputs });
    await rm(link);
    await expect(run({ inputs }, { checkpoint })).rejects.toThrow('1 of its 3 inputs is missing');
    await copyFile(one, link);
    await expect(run({ inputs }, { checkpoint })).rejects.toThrow(`${JSON.stringify(link)} changed`);
  });
});

describe('a folder for checkpoints', () => {
  const choose = /^Cannot keep a checkpoint in ".*Choose another folder with --checkpoint\.$/u;

  it.each(['/proc/x', '/proc/x/y', '/dev/null', '/dev/null/x'])('is refused at once at %s', async (path) => {
    await expect(run({}, { checkpoint: path })).rejects.toThrow(choose);
  });

  it('is made with all folders above it', async () => {
    const checkpoint = join(folder, 'a', 'b', 'c');
    await run({}, { checkpoint });
    expect(existsSync(checkpoint)).toBe(true);
  });

  it('is refused where standard input is read', async () => {
    await expect(run({ inputs: ['-'] }, { checkpoint: join(folder, 'd') })).rejects.toThrow(
      'With --checkpoint every input must be a file, and standard input ("-") cannot be read again',
    );
  });

  it('is noted to keep nothing of profiles', async () => {
    const path = join(folder, 'made.profile');
    await mkdir(join(folder, 'e'), { recursive: true });
    await writeFile(path, encodeProfile((await run({})).profile));
    const notes: string[] = [];
    const options = { checkpoint: join(folder, 'e'), onNote: (note: string) => notes.push(note) };
    await run({ inputs: [path] }, options);
    await run({ inputs: [path, one] }, options);
    expect(notes).toEqual([
      '--checkpoint has no effect here: profiles are added in one go.',
      '--checkpoint keeps nothing of profiles: they are added in one go.',
    ]);
  });
});
