import type { Dirent } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { Problem } from '../problem.ts';
import { fileProblem, isSystemError } from './damage.ts';
import { itemAt, loopProblem, problemItem, repeatedFolderProblem } from './found-file.ts';
import { comparePaths } from './path-order.ts';
import { sideBySide } from './side-by-side.ts';
import type { SourceItem } from './source.ts';

/**
 * All files below a folder, in the order of the bytes of their paths. Hidden entries are left out.
 * Links are followed, but each folder is read once: at its own place if that is below the folder too,
 * else by the first path that leads to it. A file that is linked to is read once for each link.
 */
export async function* walkFolder(path: string, signal: AbortSignal): AsyncGenerator<SourceItem> {
  const root = await realPathOf(path);
  if (typeof root !== 'string') {
    yield problemItem(root);
    return;
  }
  const walk: Walk = { root: { path, real: root }, entered: new Map() };
  // A stack of what is still to come: recursion would cost each file the depth at which it lies.
  const stack: Entry[] = [{ kind: 'folder', path, real: root, linkedFrom: null }];
  let found = false;
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    signal.throwIfAborted();
    if (entry.kind === 'item') {
      found = true;
      yield entry.item;
    } else {
      for (const child of (await enter(entry, walk)).toReversed()) stack.push(child);
    }
  }
  if (!found)
    yield problemItem({ code: 'FOLDER_EMPTY', uri: path, message: 'the folder has no files to read' });
}

interface Folder {
  readonly path: string;
  /** The path without links. */
  readonly real: string;
}

type Entry =
  | {
      readonly kind: 'folder';
      readonly path: string;
      readonly real: string;
      /** The real path of the folder in which a link leads here, null without a link. */
      readonly linkedFrom: string | null;
    }
  | { readonly kind: 'item'; readonly path: string; readonly item: SourceItem };

type FolderEntry = Extract<Entry, { kind: 'folder' }>;

interface Walk {
  readonly root: Folder;
  /** Paths of the folders entered so far, by their real paths. */
  readonly entered: Map<string, string>;
}

async function enter(folder: FolderEntry, walk: Walk): Promise<readonly Entry[]> {
  const repeated = repetitionOf(folder, walk);
  if (repeated !== null) return [itemEntry(folder.path, problemItem(repeated))];
  walk.entered.set(folder.real, folder.path);
  try {
    return await childrenOf(folder, await readdir(folder.path, { withFileTypes: true }));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return [itemEntry(folder.path, problemItem(fileProblem(folder.path, error)))];
  }
}

/** Why a folder is not entered, null where it is. */
function repetitionOf({ path, real, linkedFrom }: FolderEntry, { root, entered }: Walk): Problem | null {
  const below = relative(root.real, real);
  const hasOwnPlace = linkedFrom !== null && !isAbsolute(below) && below.split(sep).every(isVisible);
  const elsewhere = hasOwnPlace ? join(root.path, below) : entered.get(real);
  if (elsewhere === undefined) return null;
  const isLoop = linkedFrom !== null && (linkedFrom === real || linkedFrom.startsWith(join(real, sep)));
  return isLoop ? loopProblem(path) : repeatedFolderProblem(path, elsewhere);
}

/** The visible entries in the order that all paths below them will have: a folder counts with its slash. */
async function childrenOf(folder: Folder, entries: readonly Dirent[]): Promise<readonly Entry[]> {
  const visible = entries.filter(({ name }) => isVisible(name));
  const children = await sideBySide(visible, (entry) => childOf(folder, entry));
  return children.toSorted((left, right) => comparePaths(orderOf(left), orderOf(right)));
}

async function childOf(folder: Folder, entry: Dirent): Promise<Entry> {
  const path = join(folder.path, entry.name);
  if (!entry.isDirectory()) {
    const item = await itemAt(path);
    if (item !== 'folder') return itemEntry(path, item);
  }
  if (!entry.isSymbolicLink())
    return { kind: 'folder', path, real: join(folder.real, entry.name), linkedFrom: null };
  const real = await realPathOf(path);
  return typeof real === 'string'
    ? { kind: 'folder', path, real, linkedFrom: folder.real }
    : itemEntry(path, problemItem(real));
}

async function realPathOf(path: string): Promise<string | Problem> {
  try {
    return await realpath(path);
  } catch (error) {
    if (isSystemError(error)) return fileProblem(path, error);
    throw error;
  }
}

function itemEntry(path: string, item: SourceItem): Entry {
  return { kind: 'item', path, item };
}

function orderOf({ kind, path }: Entry): string {
  return kind === 'folder' ? `${path}/` : path;
}

function isVisible(name: string): boolean {
  return !name.startsWith('.');
}
