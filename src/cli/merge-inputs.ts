import { stat } from 'node:fs/promises';
import { isProfileFile } from '../engine/profile-file.ts';
import { CorpusError } from '../errors.ts';
import { PROBLEM_KINDS, type Problem } from '../problem.ts';
import { resolveInputs } from '../sources/inputs.ts';

/** Profiles to be added. */
export interface MergeInputs {
  /** The paths of all of them, in the order of the inputs. */
  readonly paths: readonly string[];
  /** The inputs that name no profile, but a folder or a pattern that leads to some. */
  readonly wide: readonly string[];
}

/**
 * Finds the profiles that inputs name: what is named and what matches a pattern must be one, while a folder may
 * hold other files too. Throws a `CorpusError` where there are none, or where one could be overlooked.
 */
export async function findProfiles(inputs: readonly string[], signal: AbortSignal): Promise<MergeInputs> {
  const paths: string[] = [];
  const wide: string[] = [];
  for (const input of inputs) {
    const stats = await stat(input).catch(() => null);
    if (stats !== null && !stats.isDirectory()) {
      paths.push(input);
      continue;
    }
    const found = await filesOf(input, signal);
    const profiles = stats === null ? found : await profilesAmong(found);
    if (profiles.length === 0)
      throw new CorpusError({ code: 'PROFILE_INVALID', path: input, reason: 'no file in it is one' });
    paths.push(...profiles);
    wide.push(input);
  }
  return { paths, wide };
}

async function filesOf(input: string, signal: AbortSignal): Promise<string[]> {
  const source = await resolveInputs([input]);
  const files: string[] = [];
  for await (const item of source.items(signal)) {
    if (item.kind === 'shard') files.push(item.shard.uri);
    else refuseLoss(item.problem);
  }
  return files;
}

/** A sum in which something is missing looks like any other. */
function refuseLoss({ code, uri, message }: Problem): void {
  if (PROBLEM_KINDS[code].effect === 'input-lost')
    throw new CorpusError({ code: 'INPUT_UNREADABLE', input: uri, reason: message });
}

/** Files that are profiles, or are called so: one that is damaged must be told of when it is read. */
async function profilesAmong(files: readonly string[]): Promise<string[]> {
  const profiles: string[] = [];
  for (const file of files) if (file.endsWith('.profile') || (await isProfileFile(file))) profiles.push(file);
  return profiles;
}
