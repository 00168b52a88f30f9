import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveInputs } from '../../src/sources/inputs.ts';
import type { SourceItem } from '../../src/sources/source.ts';

/** A signal that is never aborted. */
export const calm: AbortSignal = new AbortController().signal;

/** Gives a new folder to a test and removes it afterwards. */
export async function inFolder(test: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'sources-'));
  try {
    await test(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Everything that is found in some inputs. */
export async function walkInputs(inputs: readonly string[]): Promise<readonly SourceItem[]> {
  const source = await resolveInputs(inputs);
  return collect(source.items(calm));
}

/** All of an asynchronous sequence. */
export async function collect<Item>(sequence: AsyncIterable<Item>): Promise<readonly Item[]> {
  const items: Item[] = [];
  for await (const item of sequence) items.push(item);
  return items;
}

/** Paths of files, and codes of problems with their paths, below a folder. */
export function outlineBelow(folder: string, items: readonly SourceItem[]): readonly string[] {
  const local = (uri: string): string => uri.replace(folder, '').replace(/^\//u, '');
  return items.map((item) =>
    item.kind === 'shard' ? local(item.shard.uri) : `${item.problem.code} ${local(item.problem.uri)}`,
  );
}
