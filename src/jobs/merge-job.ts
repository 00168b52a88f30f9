import { setImmediate } from 'node:timers/promises';
import { readProfile } from '../engine/profile-file.ts';
import { encodeProfile } from '../profile/codec.ts';
import type { Profile } from '../profile/profile.ts';
import { capacitiesDiffer, createProfile, mergeProfiles } from '../profile/profile.ts';

export interface MergeOptions {
  /** Told what the sum lacks that some of the profiles have. */
  readonly onNote?: (note: string) => void;
  /** Heard between two profiles. */
  readonly signal?: AbortSignal;
}

/**
 * Adds encoded profiles together, and tells `onNote` where text is lost because some of them hold none, and
 * where they keep different numbers of entries.
 * Throws a `CorpusError` naming the file that is no profile, or one of another plan, and the signal's reason.
 */
export async function mergeProfileFiles(
  paths: readonly string[],
  { onNote, signal }: MergeOptions = {},
): Promise<Uint8Array> {
  let sum: Profile | null = null;
  let textless = 0;
  let isUneven = false;
  for (const path of paths) {
    await setImmediate();
    signal?.throwIfAborted();
    const profile = await readProfile(path);
    if (!profile.holdsText) textless += 1;
    if (sum !== null && capacitiesDiffer(sum, profile)) isUneven = true;
    sum = sum === null ? profile : mergeProfiles(sum, profile);
  }
  for (const note of notesOf(paths.length, textless, isUneven)) onNote?.(note);
  await setImmediate();
  signal?.throwIfAborted();
  return encodeProfile(sum ?? createProfile());
}

function notesOf(profiles: number, textless: number, isUneven: boolean): readonly string[] {
  const holds = textless === 1 ? 'holds' : 'hold';
  return [
    ...(textless > 0 && textless < profiles
      ? [`The result holds no text, because ${textless} of the ${profiles} profiles ${holds} none.`]
      : []),
    ...(isUneven
      ? [
          'The profiles were made with different --memory, and the result has the tables and the sample of the least.',
        ]
      : []),
  ];
}
