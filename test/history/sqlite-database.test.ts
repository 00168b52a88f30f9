import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { HistoryOptions } from '../../src/history/history.ts';
import { openHistory } from '../../src/history/open-history.ts';
import { sqliteDatabase } from '../../src/history/sqlite-database.ts';
import { madeRun } from './made-weeks.ts';

const { signal } = new AbortController();
const root = mkdtempSync(join(tmpdir(), 'heteroglossia-'));
const smallDisk = mountedDisk();
let folders = 0;

afterAll(() => {
  if (smallDisk !== null) execFileSync('umount', ['--lazy', smallDisk]);
  rmSync(root, { recursive: true, force: true });
});

describe('a file that is no history', () => {
  it.each([
    ['of text', 'a diary\n'.repeat(1000), /no SQLite database/u],
    ['that begins like one', 'SQLite format 3', /no SQLite database/u],
    ['with only the beginning of one', 'SQLite format 3\0', /no SQLite database|damaged/u],
  ])('is refused and left as it is: one %s', async (_, content, said) => {
    const path = join(newFolder(), 'history.sqlite');
    writeFileSync(path, content);
    await expect(weeksIn(path)).rejects.toThrow(said);
    expect(readFileSync(path, 'utf8')).toBe(content);
  });

  it('is refused and left as it is: the database of another program', async () => {
    const path = join(newFolder(), 'other.sqlite');
    const other = await sqliteDatabase(path, { signal });
    await other.write(async (query) => {
      await query('CREATE TABLE letters (letter TEXT)');
    });
    await other.close();
    const before = readFileSync(path);
    await expect(weeksIn(path)).rejects.toThrow(/database of another program\. Nothing was changed/u);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('is refused: a folder, and a path whose folder is missing', async () => {
    const folder = newFolder();
    await expect(weeksIn(folder)).rejects.toThrow(/it is a folder\. Name a file in it/u);
    await expect(weeksIn(join(folder, 'no', 'h.sqlite'))).rejects.toThrow(/its folder does not exist/u);
  });

  it('is refused where one must exist, and is not made', async () => {
    const path = join(newFolder(), 'history.sqlite');
    await expect(weeksIn(path, { mustExist: true })).rejects.toThrow(/it does not exist/u);
    expect(existsSync(path)).toBe(false);
  });
});

describe('a damaged history', () => {
  it('is refused and left as it is, wherever it was truncated', async () => {
    const path = await filledHistory(30);
    const whole = readFileSync(path);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: whole.length - 1 }), async (length) => {
        writeFileSync(path, whole.subarray(0, length));
        await expect(weeksIn(path)).rejects.toThrow(/it is (?:damaged|truncated|no SQLite database)/u);
        expect(readFileSync(path).equals(whole.subarray(0, length))).toBe(true);
      }),
      { numRuns: 40, examples: [[1], [15], [16], [100], [4096], [whole.length - 4096], [whole.length - 1]] },
    );
    writeFileSync(path, whole);
    expect(await weeksIn(path)).toBe(30);
  });

  it('is refused where a row holds something else', async () => {
    const path = await filledHistory(1);
    const database = await sqliteDatabase(path, { signal });
    await database.write(async (query) => {
      await query('UPDATE heteroglossia_weeks SET point = $1', ['{"name":']);
    });
    await database.close();
    await expect(weeksIn(path)).rejects.toThrow(/it is damaged\. .*heteroglossia history import/u);
  });

  it('begins anew where no byte was written before a kill', async () => {
    const path = join(newFolder(), 'history.sqlite');
    writeFileSync(path, '');
    expect(await weeksIn(path)).toBe(0);
  });
});

describe('a history that goes away', () => {
  it('in the middle is told of, and nothing of the week is kept', async () => {
    const path = await filledHistory(1);
    const history = await openHistory(path, { signal });
    renameSync(path, `${path}.moved`);
    await expect(history.put([madeRun('2026-W50')])).rejects.toThrow(
      /moved or deleted during the run\. Nothing was kept/u,
    );
    await history.close();
    expect(await weeksIn(`${path}.moved`)).toBe(1);
  });

  it.runIf(process.getuid?.() === 0)(
    `may be read and not written by a user without the right${process.getuid?.() === 0 ? '' : ' (skipped: takes root)'}`,
    async () => {
      const path = await filledHistory(2);
      chmodSync(root, 0o755);
      chmodSync(join(path, '..'), 0o755);
      chmodSync(path, 0o444);
      const nobody = 65_534;
      process.seteuid?.(nobody);
      try {
        expect(await weeksIn(path, { mustExist: true })).toBe(2);
        const history = await openHistory(path, { signal });
        await expect(history.put([madeRun('2026-W50')])).rejects.toThrow(/may not be written/u);
        await history.close();
      } finally {
        process.seteuid?.(0);
      }
      expect(await weeksIn(path)).toBe(2);
    },
  );
});

describe(`a full disk${smallDisk === null ? ' (skipped: takes the right to mount one)' : ''}`, () => {
  it.runIf(smallDisk !== null)('is told of, and the history stays as it was', async () => {
    const path = join(smallDisk ?? '', 'history.sqlite');
    const history = await openHistory(path, { signal });
    await history.put([madeRun('2026-W01')]);
    const large = madeRun('2026-W02', { report: JSON.stringify({ text: 'x'.repeat(2 ** 20) }) });
    await expect(history.put([madeRun('2026-W01', { documents: 1 }), large])).rejects.toThrow(
      /the disk is full\. Nothing was kept/u,
    );
    expect(await history.get('main', '2026-W01')).toEqual(madeRun('2026-W01'));
    await history.put([madeRun('2026-W03')]);
    await history.close();
    expect(await weeksIn(path)).toBe(2);
    expect(readdirSync(smallDisk ?? '')).toEqual(['history.sqlite']);
  });

  it('is told of where it is a limit on files', async () => {
    const path = await filledHistory(1);
    // A limit of the file system stands for a disk that fails: SQLite cannot write beyond it.
    const script = join(import.meta.dirname, 'put-large-week.ts');
    const said = execFileSync(
      'bash',
      ['-c', `ulimit -f 256; "$0" --import tsx "$1" "$2" 2>&1 || true`, process.execPath, script, path],
      { encoding: 'utf8' },
    );
    expect(said).toMatch(/the disk failed in the middle\. Nothing was kept/u);
    expect(await weeksIn(path)).toBe(1);
  });
});

function newFolder(): string {
  folders += 1;
  const path = join(root, String(folders));
  mkdirSync(path);
  return path;
}

/** Opens a history and counts its weeks. */
async function weeksIn(path: string, options: Partial<HistoryOptions> = {}): Promise<number> {
  const history = await openHistory(path, { signal, ...options });
  try {
    return (await history.list()).length;
  } finally {
    await history.close();
  }
}

async function filledHistory(weeks: number): Promise<string> {
  const path = join(newFolder(), 'history.sqlite');
  const history = await openHistory(path, { signal });
  await history.put(
    Array.from({ length: weeks }, (_, index) => madeRun(`2026-W${String(index + 1).padStart(2, '0')}`)),
  );
  await history.close();
  return path;
}

/** A file system with little room, null where none can be mounted. */
function mountedDisk(): string | null {
  const path = mkdtempSync(join(tmpdir(), 'heteroglossia-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'none', path], { stdio: 'ignore' });
    return path;
  } catch {
    rmSync(path, { recursive: true, force: true });
    return null;
  }
}
