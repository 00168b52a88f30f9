import type { CountedTypes } from '../../src/measures/counted-types.ts';
import type { GroupedCounts } from '../../src/measures/grouped-counts.ts';
import { GROUPS } from '../../src/sketches/replicate-group.ts';
import type { StudyDocument } from './population.ts';

/** Counts of some documents, with the documents and words of each replicate group. */
export interface DrawnCounts extends CountedTypes {
  readonly wordsByGroup: readonly number[];
}

/** Adds up what documents counted. Types keep the numbers that they have in the population. */
export function countsOf(documents: readonly StudyDocument[], types: number): DrawnCounts {
  const members = Array.from({ length: GROUPS }, (): StudyDocument[] => []);
  for (const document of documents) members[document.sampled.group]?.push(document);
  const scratch = { occurrences: new Float64Array(types), documents: new Float64Array(types) };
  const groups = members.map((own) => groupCounts(own, scratch));
  return {
    types: grouped(
      groups.map(({ found, occurrences }) => ({ types: found, counts: occurrences })),
      types,
    ),
    documents: {
      ...grouped(
        groups.map(({ found, documents: counts }) => ({ types: found, counts })),
        types,
      ),
      byGroup: members.map((own) => own.length),
    },
    wordsByGroup: members.map((own) => own.reduce((sum, { sampled }) => sum + sampled.high.length, 0)),
  };
}

/** Cells by type, all 0 before and after a group is counted. */
interface Scratch {
  readonly occurrences: Float64Array;
  readonly documents: Float64Array;
}

function groupCounts(
  members: readonly StudyDocument[],
  scratch: Scratch,
): { readonly found: Uint32Array; readonly occurrences: Float64Array; readonly documents: Float64Array } {
  const room = members.reduce((sum, { types }) => sum + types.length, 0);
  const found = new Uint32Array(room);
  let used = 0;
  for (const { types, counts } of members)
    for (let cell = 0; cell < types.length; cell++) {
      const type = types[cell] as number;
      if (scratch.documents[type] === 0) found[used++] = type;
      scratch.documents[type] = (scratch.documents[type] as number) + 1;
      scratch.occurrences[type] = (scratch.occurrences[type] as number) + (counts[cell] as number);
    }
  const occurrences = new Float64Array(used);
  const documents = new Float64Array(used);
  for (let cell = 0; cell < used; cell++) {
    const type = found[cell] as number;
    occurrences[cell] = scratch.occurrences[type] as number;
    documents[cell] = scratch.documents[type] as number;
    scratch.occurrences[type] = 0;
    scratch.documents[type] = 0;
  }
  return { found: found.subarray(0, used), occurrences, documents };
}

function grouped(groups: GroupedCounts['groups'], types: number): GroupedCounts {
  const all = new Float64Array(types);
  for (const { types: own, counts } of groups)
    for (let cell = 0; cell < own.length; cell++) {
      const type = own[cell] as number;
      all[type] = (all[type] as number) + (counts[cell] as number);
    }
  return { all, groups };
}
