import { randomBytes } from 'node:crypto';
import { fstatSync, rmSync, type Stats } from 'node:fs';
import { access, constants, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { CorpusError } from '../errors.ts';
import type { Shard } from '../sources/source.ts';
import { isClosedPipe } from './standard-output.ts';

/** The name of standard output among outputs, and of standard input among inputs. */
const STANDARD = '-';

const OUTPUT = '--output';

/** Where something is to be written, and the option that said so. */
export interface NamedOutput {
  readonly path: string;
  readonly option: string;
}

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
  for (const path of temporaryFiles) removeQuietly(path);
});

/**
 * Proves before a long run that a file can be written in its place, and that it would not overwrite an input:
 * one that is named, lies in a folder or matches a pattern. Throws a `CorpusError` where it cannot.
 */
export async function checkOutput(
  path: string,
  inputs: readonly string[],
  signal: AbortSignal,
  option = OUTPUT,
): Promise<void> {
  const output = { path, option };
  if (path === STANDARD) return;
  const existing = await stat(path).catch(() => null);
  if (existing?.isDirectory() === true) throw unwritable(output, 'it is a folder');
  if (existing?.isFile() === true && (await isAmong(existing, inputs, signal)))
    throw unwritable(output, 'it is one of the inputs');
  try {
    if (existing !== null) await access(path, constants.W_OK);
    if (existing !== null && !existing.isFile()) return;
    const temporary = await temporaryPath(path);
    try {
      await (await open(temporary, 'wx')).close();
    } finally {
      await discard(temporary);
    }
  } catch (error) {
    throw unwritableBecause(output, error);
  }
}

/** Throws a `CorpusError` where two outputs would go to the same place, of which one would be lost. */
export async function refuseRepeated(outputs: readonly NamedOutput[]): Promise<void> {
  const places = new Set<string>();
  for (const { path, option } of outputs) {
    const place = await placeOf(path);
    if (places.has(place)) {
      throw new CorpusError({
        code: 'OPTION_INVALID',
        option,
        value: path,
        expected: 'each place once',
      });
    }
    places.add(place);
  }
}

async function placeOf(path: string): Promise<string> {
  if (path === STANDARD) return path;
  const inRealFolder = async (): Promise<string> => join(await realpath(dirname(path)), basename(path));
  return realpath(path)
    .catch(inRealFolder)
    .catch(() => resolve(path));
}

/** Whether a file is one of those that the inputs lead to, by whatever path. */
async function isAmong(file: Stats, inputs: readonly string[], signal: AbortSignal): Promise<boolean> {
  const { resolveInputs } = await import('../sources/inputs.ts');
  const source = await resolveInputs(inputs);
  for await (const item of source.items(signal)) {
    if (item.kind === 'shard' && (await isSame(file, item.shard))) return true;
  }
  return false;
}

async function isSame(file: Stats, { uri, byteLength = file.size }: Shard): Promise<boolean> {
  // Most files are told apart without looking at them again.
  if (byteLength !== file.size) return false;
  const read = uri === STANDARD ? fstatSync(process.stdin.fd) : await stat(uri).catch(() => null);
  return read?.ino === file.ino && read.dev === file.dev;
}

/** Writes a file whole or not at all: under a temporary name in the same folder, then renamed. */
export async function writeOutput(
  path: string,
  data: string | Uint8Array | AsyncIterable<string>,
  option = OUTPUT,
): Promise<void> {
  const existing = await stat(path).catch(() => null);
  try {
    if (existing !== null && !existing.isFile()) {
      // A device or a named pipe takes the bytes itself; renaming would replace it.
      await writeToReader(path, data);
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
    if (error instanceof CorpusError || (error instanceof Error && error.name === 'AbortError')) throw error;
    throw unwritableBecause({ path, option }, error);
  }
}

async function writeToReader(path: string, data: string | Uint8Array | AsyncIterable<string>): Promise<void> {
  try {
    await writeFile(path, data);
  } catch (error) {
    // As on standard output, a reader that has had enough is no failure.
    if (!isClosedPipe(error)) throw error;
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
  if (!temporaryFiles.delete(temporary)) return;
  // What went wrong before is what the user must hear of.
  await rm(temporary, { force: true }).catch(() => undefined);
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Where nothing can be removed, nothing was written either.
  }
}

function unwritableBecause(output: NamedOutput, error: unknown): CorpusError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return unwritable(
    output,
    REASONS.get(code) ?? `the system says ${code === '' ? String(error) : code}`,
    error,
  );
}

function unwritable({ path, option }: NamedOutput, reason: string, cause?: unknown): CorpusError {
  return new CorpusError({ code: 'OUTPUT_UNWRITABLE', path, reason, option }, { cause });
}
