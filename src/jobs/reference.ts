import type { NamedVocabulary } from '../compare/tail-against.ts';
import { readProfile } from '../engine/profile-file.ts';
import { groupedVocabularyOf } from '../profile/grouped-vocabulary.ts';

/** Reads what a corpus is compared with. Throws a `CorpusError` where it is no profile that can be used. */
export async function readReference(reference: string): Promise<NamedVocabulary> {
  return { ...groupedVocabularyOf(await readProfile(reference)), name: reference };
}
