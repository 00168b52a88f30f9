import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { access, constants, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CorpusError } from '../errors.ts';

const REASONS = new Map([
  ['ENOENT', 'its folder does not exist'],
  ['ENOTDIR', 'a part of the path is a file, not a folder'],
  ['EACCES', 'there is no permission to write there'],
  ['EPERM', 'there is no permission to write there'],
  ['EROFS', 'the file system is read-only'],
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk quota is used up'],
  ['ENAMETOOLONG', 'the name is too long'],
]);

/** Temporary files that exist now: an exit must not leave them behind. */
const temporaryFiles = new Set<string>();
process.on('exit', () => {
  for (const path of temporaryFiles) rmSync(path, { force: true });
});

/** Proves before a long run that a file can be written in its place, and that it would not overwrite an input. */
export async function checkOutput(path: string, inputs: readonly string[]): Promise<void> {
  const existing = await stat(path).catch(() => null);
  if (existing?.isDirectory() === true) throw unwritable(path, 'it is a folder');
  for (const input of inputs) {
    const read = await stat(input).catch(() => null);
    if (existing !== null && read?.ino === existing.ino && read.dev === existing.dev) {
      throw unwritable(path, 'it is one of the inputs');
    }
  }
  try {
    if (existing !== null) await access(path, constants.W_OK);
    if (existing !== null && !existing.isFile()) return;
    const temporary = await temporaryPath(path);
    await (await open(temporary, 'wx')).close();
    await discard(temporary);
  } catch (error) {
    throw unwritableBecause(path, error);
  }
}

/** Writes a file whole or not at all: under a temporary name in the same folder, then renamed. */
export async function writeOutput(path: string, data: string | Uint8Array): Promise<void> {
  const existing = await stat(path).catch(() => null);
  try {
    if (existing !== null && !existing.isFile()) {
      // A device or a named pipe takes the bytes itself; renaming would replace it.
      await writeFile(path, data);
      return;
    }
    const target = existing === null ? path : await realpath(path);
    const temporary = await temporaryPath(target);
    try {
      await writeFile(temporary, data, { flag: 'wx', flush: true });
      await rename(temporary, target);
      temporaryFiles.delete(temporary);
    } finally {
      await discard(temporary);
    }
  } catch (error) {
    throw unwritableBecause(path, error);
  }
}

async function temporaryPath(path: string): Promise<string> {
  const folder = await realpath(dirname(path));
  // A long name leaves no room for an ending, so only its beginning is kept.
  const name = `.${basename(path).slice(0, 60)}.${randomBytes(6).toString('hex')}.tmp`;
  const temporary = join(folder, name);
  temporaryFiles.add(temporary);
  return temporary;
}

async function discard(temporary: string): Promise<void> {
  if (!temporaryFiles.has(temporary)) return;
  await rm(temporary, { force: true });
  temporaryFiles.delete(temporary);
}

function unwritableBecause(path: string, error: unknown): CorpusError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return unwritable(
    path,
    REASONS.get(code) ?? `the system says ${code === '' ? String(error) : code}`,
    error,
  );
}

function unwritable(path: string, reason: string, cause?: unknown): CorpusError {
  return new CorpusError({ code: 'OUTPUT_UNWRITABLE', path, reason }, { cause });
}
