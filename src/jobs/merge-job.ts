import { readProfile } from '../engine/profile-file.ts';
import { encodeProfile } from '../profile/codec.ts';
import type { Profile } from '../profile/profile.ts';
import { createProfile, mergeProfiles } from '../profile/profile.ts';

/** Adds encoded profiles together. Throws a `CorpusError` naming the file that is no profile, or one of another plan. */
export async function mergeProfileFiles(paths: readonly string[]): Promise<Uint8Array> {
  let sum: Profile | null = null;
  for (const path of paths) {
    const profile = await readProfile(path);
    sum = sum === null ? profile : mergeProfiles(sum, profile);
  }
  return encodeProfile(sum ?? createProfile());
}
