import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CorpusError } from '../../src/errors.ts';
import { damageOf } from '../../src/sources/damage.ts';
import { resolveInputs } from '../../src/sources/inputs.ts';
import { calm, collect, inFolder, outlineBelow, walkInputs } from './walking.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const canDropPrivileges = process.getuid?.() === 0 && spawnSync('setpriv', ['--version']).status === 0;

function failureOf(inputs: readonly string[]): Promise<unknown> {
  return resolveInputs(inputs).then(
    () => null,
    (error: unknown) => (error instanceof CorpusError ? error.failure : error),
  );
}

function tree(folder: string, paths: readonly string[]): void {
  for (const path of paths) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), path);
  }
}

describe('inputs', () => {
  it('that are missing end everything before it begins', async () => {
    await inFolder(async (folder) => {
      const missing = join(folder, 'missing.txt');
      expect(await failureOf([missing])).toEqual({ code: 'INPUT_MISSING', input: missing });
      const pattern = join(folder, '*.txt');
      expect(await failureOf([pattern])).toEqual({ code: 'GLOB_EMPTY', pattern });
      const below = join(folder, 'missing/*.txt');
      expect(await failureOf([below])).toEqual({ code: 'GLOB_EMPTY', pattern: below });
      expect(await failureOf(['-', '-'])).toMatchObject({ code: 'OPTION_INVALID' });
      symlinkSync('self', join(folder, 'self'));
      expect(await failureOf([join(folder, 'self')])).toMatchObject({ code: 'INPUT_UNREADABLE' });
    });
  });

  it('are walked in the order of the bytes of their paths, without hidden ones', async () => {
    await inFolder(async (folder) => {
      tree(folder, [
        'b.txt',
        'a/z.txt',
        'a.txt',
        'a/ä.txt',
        'a/B.txt',
        '.hidden',
        '.git/x',
        'Z.txt',
        'a-b/c.txt',
      ]);
      const order = ['Z.txt', 'a-b/c.txt', 'a.txt', 'a/B.txt', 'a/z.txt', 'a/ä.txt', 'b.txt'];
      expect(outlineBelow(folder, await walkInputs([folder]))).toEqual(order);
      expect(outlineBelow(folder, await walkInputs([join(folder, '**/*.txt')]))).toEqual(order);
    });
  });

  it('are read in the order given, and as often as given', async () => {
    await inFolder(async (folder) => {
      tree(folder, ['a.txt', 'b.txt']);
      const [a, b] = [join(folder, 'a.txt'), join(folder, 'b.txt')];
      expect(outlineBelow(folder, await walkInputs([b, a, b]))).toEqual(['b.txt', 'a.txt', 'b.txt']);
    });
  });

  it('that exist are taken literally even where they look like a pattern', async () => {
    await inFolder(async (folder) => {
      tree(folder, ['a[1].txt', 'a1.txt']);
      expect(outlineBelow(folder, await walkInputs([join(folder, 'a[1].txt')]))).toEqual(['a[1].txt']);
      expect(outlineBelow(folder, await walkInputs([join(folder, 'a[12].txt')]))).toEqual(['a1.txt']);
    });
  });

  it('may be an empty folder, which is a problem', async () => {
    await inFolder(async (folder) => {
      mkdirSync(join(folder, 'inside'));
      expect(outlineBelow(folder, await walkInputs([folder]))).toEqual(['FOLDER_EMPTY ']);
    });
  });
});

describe('links', () => {
  it('are followed, but not into a loop', async () => {
    await inFolder(async (folder) => {
      tree(folder, ['a/x.txt', 'b/y.txt']);
      symlinkSync('..', join(folder, 'a/loop'));
      symlinkSync('../b', join(folder, 'a/other'));
      symlinkSync('me', join(folder, 'b/me'));
      symlinkSync('nothing', join(folder, 'b/dangling'));
      expect(outlineBelow(folder, await walkInputs([folder]))).toEqual([
        'SYMLINK_LOOP a/loop',
        'SYMLINK_LOOP a/other',
        'a/x.txt',
        'FILE_UNREADABLE b/dangling',
        'SYMLINK_LOOP b/me',
        'b/y.txt',
      ]);
      expect(outlineBelow(folder, await walkInputs([join(folder, '**/*.txt')]))).toEqual([
        'SYMLINK_LOOP a/loop',
        'SYMLINK_LOOP a/other',
        'a/x.txt',
        'b/y.txt',
      ]);
    });
  });

  it('to folders elsewhere are followed once, by the first path', async () => {
    await inFolder(async (folder) => {
      tree(folder, ['in/.kept/h.txt', 'out/sub/y.txt']);
      symlinkSync('.kept', join(folder, 'in/hidden'));
      symlinkSync('../out/sub', join(folder, 'in/first'));
      symlinkSync('../out', join(folder, 'in/second'));
      const order = ['first/y.txt', 'hidden/h.txt'];
      const found = await walkInputs([join(folder, 'in')]);
      expect(outlineBelow(join(folder, 'in'), found)).toEqual([...order, 'SYMLINK_LOOP second/sub']);
      expect(found.at(-1)).toMatchObject({
        problem: { message: `what it leads to is read as "${folder}/in/first", and once is enough` },
      });
      const matched = await walkInputs([join(folder, 'in/**/*.txt')]);
      expect(outlineBelow(join(folder, 'in'), matched)).toEqual([...order, 'SYMLINK_LOOP second']);
    });
  });

  it('that lead to folders of like names are no loop', async () => {
    await inFolder(async (folder) => {
      tree(folder, ['in/x.txt', 'part10/y.txt', 'part1/z.txt']);
      symlinkSync('../part1', join(folder, 'in/one'));
      symlinkSync('../part10', join(folder, 'part1/ten'));
      const order = ['one/ten/y.txt', 'one/z.txt', 'x.txt'];
      for (const input of [join(folder, 'in'), join(folder, 'in/**/*.txt')])
        expect(outlineBelow(join(folder, 'in'), await walkInputs([input]))).toEqual(order);
    });
  });

  it('that multiply the paths to a folder do not multiply its files', async () => {
    await inFolder(async (folder) => {
      for (let level = 0; level < 30; level += 1) {
        tree(folder, [`d${level}/x.txt`]);
        for (const name of ['a', 'b']) symlinkSync(`../d${level + 1}`, join(folder, `d${level}`, name));
      }
      const found = outlineBelow(folder, await walkInputs([folder]));
      expect(found.filter((line) => line.endsWith('x.txt'))).toHaveLength(30);
      expect(found).toHaveLength(90);
      const matched = outlineBelow(folder, await walkInputs([join(folder, 'd2*/**/*.txt')]));
      expect(matched.filter((line) => /^d\d+\/x\.txt$/.test(line))).toHaveLength(11);
    });
  });
});

describe('folders', () => {
  it('cost no more for lying deep', async () => {
    await inFolder(async (folder) => {
      const depth = 1_500;
      const inside = Array.from({ length: depth }, () => 'd').join('/');
      mkdirSync(join(folder, inside), { recursive: true });
      writeFileSync(join(folder, inside, 'x.txt'), 'x');
      for (const input of [folder, join(folder, '**/*.txt')]) {
        const started = Date.now();
        expect(outlineBelow(folder, await walkInputs([input]))).toEqual([`${inside}/x.txt`]);
        expect(Date.now() - started).toBeLessThan(8_000);
      }
    });
  });
});

describe('files', () => {
  it('that are pipes are named and not waited for', async () => {
    await inFolder(async (folder) => {
      tree(folder, ['a.txt']);
      expect(spawnSync('mkfifo', [join(folder, 'pipe')]).status).toBe(0);
      symlinkSync('nothing', join(folder, 'dangling'));
      const order = ['a.txt', 'FILE_UNREADABLE dangling', 'FILE_UNREADABLE pipe'];
      expect(outlineBelow(folder, await walkInputs([folder]))).toEqual(order);
      expect(outlineBelow(folder, await walkInputs([join(folder, '*')]))).toEqual(order);
    });
  });

  it('that are pipes are read where they are named, and given up when the run is aborted', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'pipe');
      expect(spawnSync('mkfifo', [path]).status).toBe(0);
      const read = async (signal: AbortSignal): Promise<string> => {
        const [item] = await walkInputs([path]);
        if (item?.kind !== 'shard') throw new Error('no shard');
        expect(item.shard.byteLength).toBeUndefined();
        return Buffer.concat(await collect(item.shard.open(signal))).toString();
      };
      await expect(read(AbortSignal.timeout(200))).rejects.toThrow('abort');
      spawn('sh', ['-c', `exec > '${path}'; printf one; sleep 0.2; printf two`]);
      expect(await read(calm)).toBe('onetwo');
    });
  });

  it('that vanish are a problem of the data', async () => {
    await inFolder(async (folder) => {
      tree(folder, ['a.txt']);
      const [item] = await walkInputs([folder]);
      rmSync(join(folder, 'a.txt'));
      const read =
        item?.kind === 'shard' ? collect(item.shard.open(calm)) : Promise.reject(new Error('no shard'));
      const error: unknown = await read.catch((reason: unknown) => reason);
      expect(damageOf('a.txt')(error)).toMatchObject({ code: 'FILE_VANISHED', uri: 'a.txt' });
    });
  });

  it('are read whole and with their size', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'big.txt');
      const bytes = Buffer.alloc(1_000_000, 'words ');
      writeFileSync(path, bytes);
      const [item] = await walkInputs([path]);
      const [matched] = await walkInputs([join(folder, '*.txt')]);
      if (item?.kind !== 'shard') throw new Error('no shard');
      expect(item.shard.byteLength).toBe(bytes.byteLength);
      expect(matched).toMatchObject({ shard: { byteLength: bytes.byteLength } });
      expect(Buffer.concat(await collect(item.shard.open(calm))).equals(bytes)).toBe(true);
    });
  });

  it('are let go when the run is aborted', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'big.txt');
      writeFileSync(path, Buffer.alloc(1_000_000));
      const [item] = await walkInputs([path]);
      if (item?.kind !== 'shard') throw new Error('no shard');
      const abort = new AbortController();
      let chunks = 0;
      const reading = (async () => {
        for await (const _chunk of item.shard.open(abort.signal)) {
          chunks += 1;
          abort.abort();
        }
      })();
      await expect(reading).rejects.toThrow('abort');
      expect(chunks).toBe(1);
      expect(damageOf(path)(abort.signal.reason)).toBeNull();
    });
  });

  it(
    canDropPrivileges
      ? 'and folders without permission are named'
      : 'without permission (skipped: needs root and setpriv)',
    async ({ skip }) => {
      if (!canDropPrivileges) skip();
      await inFolder(async (folder) => {
        tree(folder, ['a.txt', 'b.txt', 'closed/c.txt']);
        chmodSync(folder, 0o755);
        chmodSync(join(folder, 'b.txt'), 0);
        chmodSync(join(folder, 'closed'), 0);
        const found = runAsNobody([folder, join(folder, 'b.txt'), join(folder, '**/*.txt')]);
        expect(found).toEqual([
          ['a.txt: 5', 'b.txt: FILE_UNREADABLE', 'FILE_UNREADABLE closed'],
          'INPUT_UNREADABLE',
          ['a.txt: 5', 'b.txt: FILE_UNREADABLE', 'FILE_UNREADABLE closed'],
        ]);
      });
    },
  );
});

/** What a process without privileges finds in each input. */
function runAsNobody(inputs: readonly string[]): unknown {
  const script = fileURLToPath(new URL('unprivileged.ts', import.meta.url));
  const user = ['--reuid=65534', '--regid=65534', '--clear-groups'];
  const tsx = join(root, 'node_modules/tsx/dist/loader.mjs');
  const child = spawnSync('setpriv', [...user, process.execPath, '--import', tsx, script, ...inputs], {
    encoding: 'utf8',
    env: { ...process.env, HOME: '/nonexistent', TSX_DISABLE_CACHE: '1' },
  });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout);
}

describe('standard input', () => {
  it('is read as it comes', async () => {
    const script = fileURLToPath(new URL('unprivileged.ts', import.meta.url));
    const child = spawn(process.execPath, [
      '--import',
      join(root, 'node_modules/tsx/dist/loader.mjs'),
      script,
      '-',
    ]);
    child.stdin.write('one');
    setTimeout(() => child.stdin.end('two'), 50);
    const output = Buffer.concat(await collect<Buffer>(child.stdout)).toString();
    expect(JSON.parse(output)).toEqual([['-: 6']]);
  });
});
