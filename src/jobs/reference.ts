import { BUILT_IN, BUILT_IN_REFERENCES, builtInReference } from '../compare/built-in-references.ts';
import type { NamedVocabulary } from '../compare/tail-against.ts';
import { readProfile } from '../engine/profile-file.ts';
import { CorpusError } from '../errors.ts';
import { nearestName } from '../nearest-name.ts';
import { groupedVocabularyOf } from '../profile/grouped-vocabulary.ts';
import { decodedProfile } from './encoded-profile.ts';

/** What a profile is called that was given as bytes. */
const GIVEN = 'reference';

/** Word counts that the tail of a corpus is compared with, and what they are called. */
export type Reference = NamedVocabulary;

/**
 * Reads what a corpus is compared with: a profile, by its path or as its bytes, or what is built in under a name that
 * begins with `builtin:`. Throws a `CorpusError` where it is no profile that can be used, or no such name.
 */
export async function readReference(reference: string | Uint8Array): Promise<Reference> {
  if (typeof reference !== 'string')
    return { ...groupedVocabularyOf(decodedProfile(reference, GIVEN)), name: GIVEN };
  if (!reference.startsWith(BUILT_IN))
    return { ...groupedVocabularyOf(await readProfile(reference)), name: reference };
  const vocabulary = await builtInReference(reference);
  if (vocabulary !== null) return { ...vocabulary, name: reference };
  throw new CorpusError({
    code: 'NAME_UNKNOWN',
    kind: 'reference',
    name: reference,
    nearest: await nearestName(reference, BUILT_IN_REFERENCES),
    known: BUILT_IN_REFERENCES,
  });
}
