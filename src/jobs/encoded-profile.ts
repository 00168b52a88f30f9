import { CorpusError } from '../errors.ts';
import { decodeProfile, isProfile } from '../profile/codec.ts';
import type { Profile } from '../profile/profile.ts';

/** The profile that bytes hold. Throws a `CorpusError` that calls them by `name` where they hold none to be used. */
export function decodedProfile(bytes: Uint8Array, name: string): Profile {
  const found = decodeProfile(bytes);
  if (isProfile(found)) return found;
  const code = found.kind === 'invalid' ? 'PROFILE_INVALID' : 'PROFILE_MISMATCH';
  throw new CorpusError({ code, path: name, reason: found.reason });
}
