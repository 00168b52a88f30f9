import type { ReferenceTail, Survival } from '../../src/audits/reference-tail.ts';
import { tailAgainst } from '../../src/compare/tail-against.ts';
import { groupedVocabularyOf } from '../../src/profile/grouped-vocabulary.ts';
import type { Profile } from '../../src/profile/profile.ts';

export function compared(reference: Profile, corpus: Profile): ReferenceTail {
  return tailAgainst(
    { ...groupedVocabularyOf(reference), name: 'the reference' },
    groupedVocabularyOf(corpus),
  );
}

/** Every row of a comparison that has types, by name. */
export function rowsOf({
  bands,
  rare,
  types,
  tokens,
}: ReferenceTail): readonly (readonly [string, Survival])[] {
  const named = { rare, types, tokens };
  return [
    ...bands.map((band) => [`${band.from} to ${band.to}`, band] as const),
    ...Object.entries(named).flatMap(([name, row]) => (row === null ? [] : [[name, row] as const])),
  ];
}
