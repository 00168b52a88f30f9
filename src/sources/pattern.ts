import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { callbackify } from 'node:util';
import { type FileSystemAdapter, glob } from 'tinyglobby';
import type { Problem, ProblemCode } from '../problem.ts';
import { fileProblem, isSystemError } from './damage.ts';
import { itemAt, loopProblem, problemItem, repeatedFolderProblem } from './found-file.ts';
import { comparePaths } from './path-order.ts';
import { sideBySide } from './side-by-side.ts';
import type { SourceItem } from './source.ts';
import { createWays, type Way, type Ways } from './ways.ts';

/** With more links on a way, folders that link to each other could be reached in more ways than can be tried. */
const MOST_LINKS = 8;

/** What is in the way of a pattern without hiding anything that it could match. */
const HIDES_NOTHING: ReadonlySet<ProblemCode> = new Set(['SYMLINK_LOOP', 'FILE_VANISHED']);

/** What is found while a pattern is expanded. */
interface Expansion {
  /** Makes a path one that the user would write, as the pattern is written. */
  readonly nameOf: (path: string) => string;
  readonly ways: Ways;
  readonly problems: Map<string, Problem>;
  /** Folders that were not entered because too many links lead there. */
  readonly given: Way[];
  /** The shortest ways to the folders that were entered, by their real paths. */
  readonly entered: Map<string, Way>;
}

/**
 * Expands a pattern such as `data/*.jsonl` into what it matches and what was in the way, in the order of the bytes
 * of their paths. It matches files, never folders, and no hidden ones. A file to which links between folders make
 * several paths is read once, by the path with the fewest links. Nothing at all where no file matches, and nothing
 * that could hide one was in the way.
 */
export async function expandPattern(pattern: string): Promise<readonly SourceItem[]> {
  const expansion: Expansion = {
    nameOf: (path) => (isAbsolute(pattern) ? resolve(path) : relative('', path) || '.'),
    ways: createWays(),
    problems: new Map(),
    given: [],
    entered: new Map(),
  };
  const matches = await glob(pattern, {
    absolute: isAbsolute(pattern),
    dot: false,
    expandDirectories: false,
    onlyFiles: true,
    fs: attentiveFileSystem(expansion),
  });
  const found = new Map<string, SourceItem>();
  const items = await sideBySide(await withoutRepetitions(matches, expansion), async (path) => ({
    path,
    item: await itemAt(path),
  }));
  for (const { path, item } of items) if (item !== 'folder') found.set(path, item);
  for (const way of expansion.given) expansion.problems.set(way.path, givenUpProblem(way, expansion));
  const problems = [...expansion.problems.values()];
  if (matches.length === 0 && problems.every(({ code }) => HIDES_NOTHING.has(code))) return [];
  for (const problem of problems) found.set(problem.uri, problemItem(problem));
  return [...found].toSorted(([left], [right]) => comparePaths(left, right)).map(([, item]) => item);
}

function givenUpProblem({ path, real }: Way, { entered }: Expansion): Problem {
  const elsewhere = entered.get(real);
  if (elsewhere !== undefined) return repeatedFolderProblem(path, elsewhere.path);
  const message = `it stands behind more than ${MOST_LINKS} links to folders`;
  return { code: 'FILE_UNREADABLE', uri: path, message };
}

/**
 * The file system for a matcher that would pass over what it cannot list or follow, and over pipes, in silence,
 * and that takes links for loops by the beginnings of their names.
 */
function attentiveFileSystem(expansion: Expansion): FileSystemAdapter {
  const list = callbackify((path: string) => listFolder(path, expansion));
  const readdirOf = (path: string, ...rest: readonly unknown[]): void =>
    list(path, rest.at(-1) as Parameters<typeof list>[1]);
  return { readdir: readdirOf } as FileSystemAdapter;
}

async function listFolder(path: string, expansion: Expansion): Promise<readonly Dirent[]> {
  const { nameOf, ways, problems, given, entered } = expansion;
  const folder = nameOf(path);
  const way = await ways.to(folder);
  if (way.isLoop) problems.set(folder, loopProblem(folder));
  else if (way.links.length > MOST_LINKS) given.push(way);
  if (way.isLoop || way.links.length > MOST_LINKS) return [];
  const earlier = entered.get(way.real);
  if (earlier === undefined || isBefore(way, earlier)) entered.set(way.real, way);
  try {
    const entries = await readdir(path, { withFileTypes: true });
    const links = entries.filter((entry) => entry.isSymbolicLink()).map((entry) => entry.name);
    ways.note(folder, links);
    for (const entry of entries) await showToMatcher(entry, path);
    return entries;
  } catch (error) {
    if (isSystemError(error)) problems.set(folder, fileProblem(folder, error));
    throw error;
  }
}

/** Folders are listed in no certain order, on which nothing may depend. */
function isBefore(left: Way, right: Way): boolean {
  return (left.links.length - right.links.length || comparePaths(left.path, right.path)) < 0;
}

/** What is no folder, links followed, is matched as files are: what cannot be read of it is told then. */
async function showToMatcher(entry: Dirent, folder: string): Promise<void> {
  const isFolder =
    entry.isDirectory() || (entry.isSymbolicLink() && (await isLinkToFolder(join(folder, entry.name))));
  entry.isDirectory = () => isFolder;
  entry.isFile = () => !isFolder;
}

function isLinkToFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

interface Kept {
  readonly path: string;
  readonly links: readonly string[];
}

/** One path for each file; what is left out is noted among the problems. */
async function withoutRepetitions(
  paths: readonly string[],
  { ways, problems }: Expansion,
): Promise<readonly string[]> {
  const kept = new Map<string, Kept>();
  for (const path of paths.toSorted(comparePaths)) {
    const { real, links } = await ways.to(dirname(path));
    const key = join(real, basename(path));
    const rival = kept.get(key);
    const isBetter = rival === undefined || links.length < rival.links.length;
    if (isBetter) kept.set(key, { path, links });
    if (rival !== undefined) {
      const [winner, loser] = isBetter ? [path, rival] : [rival.path, { path, links }];
      const link = loser.links.at(-1) ?? loser.path;
      problems.set(link, repeatedFolderProblem(link, join(winner, relative(loser.path, link))));
    }
  }
  return [...kept.values()].map(({ path }) => path);
}
