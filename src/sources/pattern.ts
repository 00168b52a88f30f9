import { readdir } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { type FileSystemAdapter, glob } from 'tinyglobby';
import type { Problem } from '../problem.ts';
import { fileProblem, isSystemError } from './damage.ts';
import { loopProblem } from './folder.ts';
import { comparePaths } from './path-order.ts';

/** The files that a pattern matches, in the order of their bytes, and what was in the way. */
export interface PatternMatches {
  readonly paths: readonly string[];
  readonly problems: readonly Problem[];
}

/** Expands a pattern such as `data/*.jsonl`. It matches files, never folders, and no hidden ones. */
export async function expandPattern(pattern: string): Promise<PatternMatches> {
  const problems = new Map<string, Problem>();
  const matches = await glob(pattern, {
    absolute: isAbsolute(pattern),
    dot: false,
    expandDirectories: false,
    onlyFiles: true,
    fs: { readdir: reportingReaddir(pattern, problems) },
  });
  const paths: string[] = [];
  const realFolders = new Map<string, string>();
  for (const path of matches) {
    const loop = await loopOf(path, realFolders);
    if (loop === null) paths.push(path);
    else problems.set(loop, loopProblem(loop));
  }
  return {
    paths: paths.toSorted(comparePaths),
    problems: [...problems.values()].toSorted((left, right) => comparePaths(left.uri, right.uri)),
  };
}

/** Lists folders for the matcher, which would pass over one that it may not read in silence. */
function reportingReaddir(
  pattern: string,
  problems: Map<string, Problem>,
): NonNullable<FileSystemAdapter['readdir']> {
  const list = (path: string, ...rest: readonly unknown[]): void => {
    const callback = rest.at(-1) as (error: unknown, entries: unknown) => void;
    readdir(path, { withFileTypes: true }, (error, entries) => {
      if (isSystemError(error)) {
        const uri = isAbsolute(pattern) ? resolve(path) : relative('', path);
        problems.set(uri, fileProblem(uri, error));
      }
      callback(error, entries);
    });
  };
  return list as NonNullable<FileSystemAdapter['readdir']>;
}

/** The folder of a path that is, by its links, one of the folders it stands in; null where there is none. */
async function loopOf(path: string, realFolders: Map<string, string>): Promise<string | null> {
  const folders: string[] = [];
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    // The working directory stands above its own folders, not above those that `..` leads to.
    if (folder !== '.' || !path.startsWith('..')) folders.unshift(folder);
    if (folder === dirname(folder)) break;
  }
  const seen = new Set<string>();
  for (const folder of folders) {
    const real = realFolders.get(folder) ?? (await realpath(folder));
    realFolders.set(folder, real);
    if (seen.has(real)) return folder;
    seen.add(real);
  }
  return null;
}
