import type { Dirent, Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../problem.ts';
import { fileProblem, isSystemError } from './damage.ts';
import { fileShard } from './file.ts';
import { comparePaths } from './path-order.ts';
import type { SourceItem } from './source.ts';

/**
 * All files below a folder, in the order of the bytes of their paths. Hidden entries are left out.
 * Links are followed: a file that is reached by two paths is read once for each path.
 * A link to a folder that it stands in is a loop and is not entered.
 */
export async function* walkFolder(path: string, signal: AbortSignal): AsyncGenerator<SourceItem> {
  let found = false;
  for await (const item of walk(path, new Set(), signal)) {
    found = true;
    yield item;
  }
  if (!found)
    yield problemItem({ code: 'FOLDER_EMPTY', uri: path, message: 'the folder has no files to read' });
}

async function* walk(
  path: string,
  ancestors: ReadonlySet<string>,
  signal: AbortSignal,
): AsyncGenerator<SourceItem> {
  signal.throwIfAborted();
  const listing = await list(path);
  if (!('entries' in listing)) {
    yield problemItem(listing);
  } else if (ancestors.has(listing.real)) {
    yield problemItem(loopProblem(path));
  } else {
    const inside = new Set(ancestors).add(listing.real);
    for (const child of await childrenOf(path, listing.entries)) {
      if (child.kind === 'folder') yield* walk(child.path, inside, signal);
      else yield child.item;
    }
  }
}

/** The problem of a link that leads back to a folder it stands in. */
export function loopProblem(path: string): Problem {
  return { code: 'SYMLINK_LOOP', uri: path, message: 'the link leads back to a folder that it stands in' };
}

interface Listing {
  readonly real: string;
  readonly entries: readonly Dirent[];
}

async function list(path: string): Promise<Listing | Problem> {
  try {
    return { real: await realpath(path), entries: await readdir(path, { withFileTypes: true }) };
  } catch (error) {
    if (isSystemError(error)) return fileProblem(path, error);
    throw error;
  }
}

type Child =
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'item'; readonly path: string; readonly item: SourceItem };

/** The visible entries in the order that all paths below them will have: a folder counts with its slash. */
async function childrenOf(folder: string, entries: readonly Dirent[]): Promise<readonly Child[]> {
  const children: Child[] = [];
  for (const entry of entries) {
    if (!entry.name.startsWith('.')) children.push(await childOf(join(folder, entry.name), entry));
  }
  return children.toSorted((left, right) => comparePaths(orderOf(left), orderOf(right)));
}

function orderOf({ kind, path }: Child): string {
  return kind === 'folder' ? `${path}/` : path;
}

async function childOf(path: string, entry: Dirent): Promise<Child> {
  if (entry.isDirectory()) return { kind: 'folder', path };
  try {
    const stats = await stat(path);
    return stats.isDirectory()
      ? { kind: 'folder', path }
      : { kind: 'item', path, item: fileItem(path, stats) };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const isDangling = error.code === 'ENOENT' && entry.isSymbolicLink();
    const problem: Problem = isDangling
      ? { code: 'FILE_UNREADABLE', uri: path, message: 'the symbolic link leads to nothing' }
      : fileProblem(path, error);
    return { kind: 'item', path, item: problemItem(problem) };
  }
}

/** A regular file as a shard; a pipe or a socket in a folder is nothing that anybody meant to be read. */
function fileItem(path: string, stats: Stats): SourceItem {
  if (stats.isFile()) return { kind: 'shard', shard: fileShard(path, stats.size) };
  return problemItem({
    code: 'FILE_UNREADABLE',
    uri: path,
    message: 'it is a pipe, a socket or a device and no file',
  });
}

/** A problem as something that a walk finds. */
export function problemItem(problem: Problem): SourceItem {
  return { kind: 'problem', problem };
}
