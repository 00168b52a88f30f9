import { lstat, stat } from 'node:fs/promises';
import type { Problem } from '../problem.ts';
import { fileProblem, isSystemError, type SystemError } from './damage.ts';
import { fileShard } from './file.ts';
import type { SourceItem } from './source.ts';

/** What a folder or a pattern leads to at a path, links followed. */
export async function itemAt(path: string): Promise<SourceItem | 'folder'> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) return 'folder';
    if (stats.isFile()) return { kind: 'shard', shard: fileShard(path, stats.size) };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return problemItem(
      error.code === 'ENOENT' ? await missingProblem(path, error) : fileProblem(path, error),
    );
  }
  // Unlike one that is named, a pipe that is met by chance is nothing that anybody meant to be read.
  return problemItem({
    code: 'FILE_UNREADABLE',
    uri: path,
    message: 'it is a pipe, a socket or a device and no file',
  });
}

async function missingProblem(path: string, error: SystemError): Promise<Problem> {
  const isDangling = await lstat(path).then(
    (stats) => stats.isSymbolicLink(),
    () => false,
  );
  return isDangling
    ? { code: 'FILE_UNREADABLE', uri: path, message: 'the symbolic link leads to nothing' }
    : fileProblem(path, error);
}

/** A problem as something that a walk finds. */
export function problemItem(problem: Problem): SourceItem {
  return { kind: 'problem', problem };
}

/** The problem of a link that leads back to a folder it stands in. */
export function loopProblem(path: string): Problem {
  return { code: 'SYMLINK_LOOP', uri: path, message: 'the link leads back to a folder that it stands in' };
}

/** The problem of a folder that is reached a second time. */
export function repeatedFolderProblem(path: string, elsewhere: string): Problem {
  const message = `what it leads to is read as ${JSON.stringify(elsewhere)}, and once is enough`;
  return { code: 'SYMLINK_LOOP', uri: path, message };
}
