import type { GroupedVocabulary, KeyBound } from '../profile/grouped-vocabulary.ts';
import { isBelow, lowerBound, shareBelow } from '../profile/grouped-vocabulary.ts';
import { GROUPS } from '../sketches/replicate-group.ts';
import { EIGHTHS } from './document-thinning.ts';

/** The types of a reference by number, with where they occur in it and in a corpus. */
export interface AlignedVocabularies {
  readonly types: number;
  /** The share of all keys below which the types of both are known. */
  readonly share: number;
  /** In which of 32 blocks each type is, by its hash. */
  readonly blocks: Uint8Array;
  readonly reference: GroupedDocuments;
  readonly corpus: GroupedDocuments;
}

/** Where the types of the reference occur, by replicate group. */
interface GroupedDocuments {
  readonly groups: readonly GroupCells[];
  /** Documents and words of each group. */
  readonly documents: readonly number[];
  readonly tokens: readonly number[];
  /** Documents that have each type, in all. */
  readonly frequencies: Float64Array;
}

/** The types of one group, with their tokens and documents in it. */
export interface GroupCells {
  readonly types: Uint32Array;
  readonly counts: Float64Array;
  /** Documents in eighths. */
  readonly eighths: Float64Array;
}

const BLOCKS = 32;
const BITS_OF_THE_GROUP = 5;
const ABSENT = -1;

/** Puts two vocabularies side by side, down to the types that both can tell. Types that only the corpus has are left out. */
export function alignVocabularies(
  reference: GroupedVocabulary,
  corpus: GroupedVocabulary,
): AlignedVocabularies {
  const bound = lowerBound(reference.bound, corpus.bound);
  const types = typesBelow(reference, bound);
  const own = Int32Array.from({ length: types }, (_, type) => type);
  return {
    types,
    share: shareBelow(bound),
    blocks: Uint8Array.from(
      { length: types },
      (_, type) => ((reference.low[type] ?? 0) >>> BITS_OF_THE_GROUP) % BLOCKS,
    ),
    reference: groupedDocuments(reference, own),
    corpus: groupedDocuments(corpus, placesOf(reference, types, corpus)),
  };
}

function typesBelow({ high, low }: GroupedVocabulary, bound: KeyBound): number {
  let types = high.length;
  while (types > 0 && !isBelow(high[types - 1] ?? 0, low[types - 1] ?? 0, bound)) types -= 1;
  return types;
}

/** Where each of the first types of the reference stands in the corpus, -1 where it does not. */
function placesOf(reference: GroupedVocabulary, types: number, corpus: GroupedVocabulary): Int32Array {
  const places = new Int32Array(types).fill(ABSENT);
  let place = 0;
  for (let type = 0; type < types; type++) {
    const key = { high: reference.high[type] ?? 0, low: reference.low[type] ?? 0 };
    while (place < corpus.high.length && isBelow(corpus.high[place] ?? 0, corpus.low[place] ?? 0, key))
      place += 1;
    if (corpus.high[place] === key.high && corpus.low[place] === key.low) places[type] = place;
  }
  return places;
}

/**
 * A profile counts the documents of a type in all and its tokens by group. In a group with c tokens of it there are
 * taken to be 1 + (c - 1) r documents, where r makes the sum over groups what was counted. A type as rare as those
 * that are looked up seldom has two documents in one of 32 groups, so that little is guessed.
 */
function groupedDocuments(vocabulary: GroupedVocabulary, places: Int32Array): GroupedDocuments {
  const cells = Array.from({ length: GROUPS }, () => ({
    types: [] as number[],
    counts: [] as number[],
    eighths: [] as number[],
  }));
  const frequencies = new Float64Array(places.length);
  for (let type = 0; type < places.length; type++) {
    const place = places[type] ?? ABSENT;
    if (place === ABSENT) continue;
    const { start, end, frequency, rate } = spreadOf(vocabulary, place);
    frequencies[type] = frequency;
    for (let cell = start; cell < end; cell++) {
      const count = vocabulary.counts[cell] ?? 0;
      const group = cells[vocabulary.groups[cell] ?? 0];
      group?.types.push(type);
      group?.counts.push(count);
      group?.eighths.push(Math.round(EIGHTHS * (1 + (count - 1) * rate)));
    }
  }
  return {
    groups: cells.map(({ types, counts, eighths }) => ({
      types: Uint32Array.from(types),
      counts: Float64Array.from(counts),
      eighths: Float64Array.from(eighths),
    })),
    documents: vocabulary.documents,
    tokens: vocabulary.tokens,
    frequencies,
  };
}

/** The cells of a type, its documents, and by how many documents each token beyond the first of a group adds to them. */
interface Spread {
  readonly start: number;
  readonly end: number;
  readonly frequency: number;
  readonly rate: number;
}

function spreadOf({ starts, counts, frequencies }: GroupedVocabulary, place: number): Spread {
  const start = starts[place] ?? 0;
  const end = starts[place + 1] ?? start;
  const groups = end - start;
  const frequency = Math.max(groups, frequencies[place] ?? 0);
  let tokens = 0;
  for (let cell = start; cell < end; cell++) tokens += counts[cell] ?? 0;
  const rate = tokens > groups ? Math.min(1, (frequency - groups) / (tokens - groups)) : 0;
  return { start, end, frequency, rate };
}
