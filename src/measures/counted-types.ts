import { GROUPS } from '../sketches/replicate-group.ts';
import type { GroupedCounts } from './grouped-counts.ts';
import { numberKeys } from './key-numbers.ts';
import type { SampledCorpus, SampledDocument } from './sampled-corpus.ts';

/** Words that are counted, about, and the beginnings of documents that are taken where all would be more. */
const MOST_WORDS = 2 ** 19;
const WINDOW_WORDS = 300;

/** How often the sampled documents have each type, by replicate group. */
export interface CountedTypes {
  /** By occurrences. */
  readonly types: GroupedCounts;
  /** By documents that have the type, with the documents of each group that have a word. */
  readonly documents: GroupedCounts & { readonly byGroup: readonly number[] };
}

/** Counts the words of the first documents in the order of their hashes, half a million words at least if there are. */
export function countedTypes({ documents }: SampledCorpus): CountedTypes {
  const words = documents.reduce((sum, { high }) => sum + high.length, 0);
  const window = words <= MOST_WORDS ? Number.POSITIVE_INFINITY : WINDOW_WORDS;
  const chosen: SampledDocument[] = [];
  let room = 0;
  for (const document of documents) {
    if (room >= MOST_WORDS) break;
    if (document.high.length === 0) continue;
    chosen.push(document);
    room += Math.min(document.high.length, window);
  }
  const high = new Uint32Array(room);
  const low = new Uint32Array(room);
  const members = Array.from({ length: GROUPS }, (): Span[] => []);
  let from = 0;
  for (const document of chosen) {
    const end = Math.min(document.high.length, window);
    high.set(document.high.subarray(0, end), from);
    low.set(document.low.subarray(0, end), from);
    members[document.group]?.push({ from, to: from + end });
    from += end;
  }
  const { numbers, count } = numberKeys(high, low);
  const scratch = {
    occurrences: new Uint32Array(count),
    documents: new Uint32Array(count),
    last: new Uint32Array(count),
  };
  const groups = members.map((spans) => countSpans(numbers, spans, scratch));
  return {
    types: grouped(
      groups.map(({ types, occurrences }) => ({ types, counts: occurrences })),
      count,
    ),
    documents: {
      ...grouped(
        groups.map(({ types, documents: own }) => ({ types, counts: own })),
        count,
      ),
      byGroup: members.map((spans) => spans.length),
    },
  };
}

/** The words of one document: from one place on, up to another. */
interface Span {
  readonly from: number;
  readonly to: number;
}

interface SpanCounts {
  readonly types: Uint32Array;
  readonly occurrences: Float64Array;
  readonly documents: Float64Array;
}

/** Cells by type, all 0 before and after a group is counted. */
interface Scratch {
  readonly occurrences: Uint32Array;
  readonly documents: Uint32Array;
  /** One more than the last document of the group that had the type. */
  readonly last: Uint32Array;
}

/** The types in some documents, how often they occur there, and in how many of them. */
function countSpans(numbers: Uint32Array, spans: readonly Span[], scratch: Scratch): SpanCounts {
  const { occurrences, documents, last } = scratch;
  const types: number[] = [];
  for (const [index, { from, to }] of spans.entries())
    for (let place = from; place < to; place++) {
      const type = numbers[place] as number;
      if (occurrences[type] === 0) types.push(type);
      occurrences[type] = (occurrences[type] as number) + 1;
      if (last[type] === index + 1) continue;
      last[type] = index + 1;
      documents[type] = (documents[type] as number) + 1;
    }
  const counted = {
    types: Uint32Array.from(types),
    occurrences: Float64Array.from(types, (type) => occurrences[type] as number),
    documents: Float64Array.from(types, (type) => documents[type] as number),
  };
  for (const type of types) {
    occurrences[type] = 0;
    documents[type] = 0;
    last[type] = 0;
  }
  return counted;
}

function grouped(groups: GroupedCounts['groups'], count: number): GroupedCounts {
  const all = new Float64Array(count);
  for (const { types, counts } of groups)
    for (let cell = 0; cell < types.length; cell++) {
      const type = types[cell] as number;
      all[type] = (all[type] as number) + (counts[cell] as number);
    }
  return { all, groups };
}
