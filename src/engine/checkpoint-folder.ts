import { constants } from 'node:fs';
import { access, mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CorpusError } from '../errors.ts';
import { isSystemError, reasonOf } from '../sources/damage.ts';

const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'the system makes no files or folders there'],
  ['EEXIST', 'it is a file, not a folder'],
  ['ENOTDIR', 'a part of the path is a file, not a folder'],
  ['EROFS', 'the file system is read-only'],
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk quota is used up'],
]);

/** Makes a folder for a checkpoint where there is none. Throws a `CorpusError` where nothing can be written in it. */
export async function makeCheckpointFolder(folder: string): Promise<void> {
  try {
    await makeFolder(folder);
    await access(folder, constants.W_OK);
  } catch (error) {
    throw unwritableCheckpoint(folder, error);
  }
}

/** The failure of a run whose checkpoint cannot be written. */
export function unwritableCheckpoint(folder: string, error: unknown): CorpusError {
  const reason = isSystemError(error) ? (REASONS.get(error.code) ?? reasonOf(error)) : String(error);
  return new CorpusError({ code: 'CHECKPOINT_UNWRITABLE', path: folder, reason }, { cause: error });
}

/** Step by step, because `mkdir` with `recursive` never returns where a folder says that it does not exist, as in `/proc`. */
async function makeFolder(folder: string): Promise<void> {
  const above = dirname(folder);
  try {
    await mkdir(folder);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'EEXIST' && (await isFolder(folder))) return;
    if (error.code !== 'ENOENT' || above === folder || (await isFolder(above))) throw error;
    await makeFolder(above);
    await mkdir(folder);
  }
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}
