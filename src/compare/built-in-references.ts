import { brotliDecompressSync } from 'node:zlib';
import { ENGLISH_REFERENCE } from '../audits/reference-tail.ts';
import type { GroupedVocabulary } from '../profile/grouped-vocabulary.ts';
import { decodeVocabulary } from '../profile/vocabulary-codec.ts';

/** Begins the names of references that are part of the program, so that none is taken for a path. */
export const BUILT_IN = 'builtin:';

/** How the counts of each are got: they are loaded when one asks for them. */
const COUNTS: ReadonlyMap<string, () => Promise<string>> = new Map([
  [ENGLISH_REFERENCE, async () => (await import('./english-counts.ts')).ENGLISH_COUNTS],
]);

/** Their names, as they are given to `--reference`. */
export const BUILT_IN_REFERENCES: readonly string[] = [...COUNTS.keys()];

/** The vocabulary of a built-in reference; null where there is none of this name. */
export async function builtInReference(name: string): Promise<GroupedVocabulary | null> {
  const counts = await COUNTS.get(name)?.();
  return counts === undefined ? null : decodeVocabulary(brotliDecompressSync(Buffer.from(counts, 'base64')));
}
