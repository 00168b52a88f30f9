import { readProfile } from '../engine/profile-file.ts';
import { encodeProfile } from '../profile/codec.ts';
import type { Profile } from '../profile/profile.ts';
import { createProfile, mergeProfiles } from '../profile/profile.ts';

/**
 * Adds encoded profiles together, and tells `onNote` where text is lost because some of them hold none.
 * Throws a `CorpusError` naming the file that is no profile, or one of another plan.
 */
export async function mergeProfileFiles(
  paths: readonly string[],
  onNote?: (note: string) => void,
): Promise<Uint8Array> {
  let sum: Profile | null = null;
  let textless = 0;
  for (const path of paths) {
    const profile = await readProfile(path);
    if (!profile.holdsText) textless += 1;
    sum = sum === null ? profile : mergeProfiles(sum, profile);
  }
  if (textless > 0 && textless < paths.length) {
    const holds = textless === 1 ? 'holds' : 'hold';
    onNote?.(`The result holds no text, because ${textless} of the ${paths.length} profiles ${holds} none.`);
  }
  return encodeProfile(sum ?? createProfile());
}
