import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { isDynamicPattern } from 'tinyglobby';
import { CorpusError } from '../errors.ts';
import { isSystemError, reasonOf } from './damage.ts';
import { fileShard, standardInputShard } from './file.ts';
import { walkFolder } from './folder.ts';
import { expandPattern } from './pattern.ts';
import type { Source, SourceItem } from './source.ts';

/** The name of standard input. */
const STANDARD_INPUT = '-';

/**
 * Looks at every input before anything is read, so that a misspelt one is answered at once.
 * An input is a file, a folder, a pattern, or `-`; what exists is taken literally even where it looks like a pattern.
 * Inputs are read in the order given, one that is named twice is read twice.
 * Throws a `CorpusError` for the first that is missing, unreadable or a pattern without a match.
 */
export async function resolveInputs(inputs: readonly string[]): Promise<Source> {
  if (inputs.filter((input) => input === STANDARD_INPUT).length > 1) {
    throw new CorpusError({
      code: 'OPTION_INVALID',
      option: 'the input',
      value: '- -',
      expected: '"-" once',
    });
  }
  const sources: Source[] = [];
  for (const input of inputs) sources.push(await resolveInput(input));
  return {
    async *items(signal) {
      for (const source of sources) yield* source.items(signal);
    },
  };
}

async function resolveInput(input: string): Promise<Source> {
  if (input === STANDARD_INPUT) return sourceOf([{ kind: 'shard', shard: standardInputShard() }]);
  try {
    const stats = await stat(input);
    await access(input, stats.isDirectory() ? constants.R_OK | constants.X_OK : constants.R_OK);
    if (stats.isDirectory()) return { items: (signal) => walkFolder(input, signal) };
    // A pipe that is named, unlike one that is met in a folder, is meant to be read.
    return sourceOf([{ kind: 'shard', shard: fileShard(input, stats.isFile() ? stats.size : undefined) }]);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') {
      throw new CorpusError({ code: 'INPUT_UNREADABLE', input, reason: reasonOf(error) }, { cause: error });
    }
  }
  if (!isDynamicPattern(input)) throw new CorpusError({ code: 'INPUT_MISSING', input });
  const items = await expandPattern(input);
  if (items.length === 0) throw new CorpusError({ code: 'GLOB_EMPTY', pattern: input });
  return sourceOf(items);
}

function sourceOf(items: readonly SourceItem[]): Source {
  return {
    async *items(signal) {
      signal.throwIfAborted();
      yield* items;
    },
  };
}
