import { open, readFile, stat } from 'node:fs/promises';
import { CorpusError } from '../errors.ts';
import { decodeProfile, isProfile, looksLikeProfile, PROFILE_MAGIC } from '../profile/codec.ts';
import type { Profile } from '../profile/profile.ts';
import { fileShard } from '../sources/file.ts';

/** Whether a path is a regular file that begins as profiles do. */
export async function isProfileFile(path: string): Promise<boolean> {
  // A pipe must not even be opened: that waits for its writer, who would find it closed again.
  const stats = await stat(path).catch(() => null);
  const file = stats?.isFile() === true ? await open(path).catch(() => null) : null;
  if (file === null) return false;
  try {
    const { buffer, bytesRead } = await file.read(
      Buffer.alloc(PROFILE_MAGIC.length),
      0,
      PROFILE_MAGIC.length,
      0,
    );
    return looksLikeProfile(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

/** Reads a profile. Throws a `CorpusError` that names the file where it is none, is damaged, or has another plan. */
export async function readProfile(path: string): Promise<Profile> {
  const bytes = await storedBytesOf(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new CorpusError({ code: 'INPUT_MISSING', input: path });
    throw new CorpusError({ code: 'INPUT_UNREADABLE', input: path, reason: error.message });
  });
  const decoded = decodeProfile(bytes);
  if (isProfile(decoded)) return decoded;
  const code = decoded.kind === 'invalid' ? 'PROFILE_INVALID' : 'PROFILE_MISMATCH';
  throw new CorpusError({ code, path, reason: decoded.reason });
}

/** All bytes of a file, which are read into one buffer, or of a pipe. */
async function storedBytesOf(path: string): Promise<Buffer> {
  if ((await stat(path)).isFile()) return readFile(path);
  const pieces: Uint8Array[] = [];
  for await (const piece of fileShard(path).open(new AbortController().signal)) pieces.push(piece);
  return Buffer.concat(pieces);
}
