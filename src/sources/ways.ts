import { realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** How a path leads to a folder. */
export interface Way {
  readonly path: string;
  /** The path without links. */
  readonly real: string;
  /** The folders on the way that are links. */
  readonly links: readonly string[];
  /** Whether the folder is, by its links, one of the folders that it stands in. */
  readonly isLoop: boolean;
  readonly above: Way | null;
}

/** The ways to folders that are looked at from the top down. */
export interface Ways {
  to(folder: string): Promise<Way>;
  /** Tells which entries of a folder are links, so that nobody has to ask for each of them. */
  note(folder: string, links: readonly string[]): void;
}

/** No ways yet. */
export function createWays(): Ways {
  const known = new Map<string, Way>();
  const linksOf = new Map<string, ReadonlySet<string>>();

  const realOf = async (folder: string, above: Way | null): Promise<string> => {
    const links = above === null ? undefined : linksOf.get(above.path);
    const isPlain = above !== null && links !== undefined && !links.has(basename(folder));
    // Resolving a path costs the square of its depth, so it is done for links alone.
    return isPlain ? join(above.real, basename(folder)) : realpath(folder).catch(() => folder);
  };
  const to = async (folder: string): Promise<Way> => {
    const found = known.get(folder);
    if (found !== undefined) return found;
    const above = hasAbove(folder) ? await to(dirname(folder)) : null;
    const real = await realOf(folder, above);
    const isLink = above !== null && real !== join(above.real, basename(folder));
    const links = [...(above?.links ?? []), ...(isLink ? [folder] : [])];
    const way = { path: folder, real, links, isLoop: standsIn(above, real), above };
    known.set(folder, way);
    return way;
  };
  return { to, note: (folder, links) => void linksOf.set(folder, new Set(links)) };
}

/** The working directory stands above its own folders, not above those that `..` leads to. */
function hasAbove(folder: string): boolean {
  const above = dirname(folder);
  return above !== folder && (above !== '.' || !folder.startsWith('..'));
}

function standsIn(above: Way | null, real: string): boolean {
  for (let way = above; way !== null; way = way.above) if (way.real === real) return true;
  return false;
}
