import type { Keys } from '../sketches/key-block.ts';
import { addKeys, addLeftOut } from '../sketches/key-block.ts';
import type { KeyTable } from '../sketches/key-table.ts';
import { entryAt, isExact, sortedSlots } from '../sketches/key-table.ts';
import { GROUPS, replicateGroup } from '../sketches/replicate-group.ts';
import { addToTotal } from '../sketches/totals.ts';
import type { WordHashes } from '../text/tokens.ts';
import type { Replicated } from './measure.ts';
import { countMeasure } from './measure.ts';

/** Counts by replicate group, from which intervals come: of a sample of word types, and of the corpus as a whole. */
export interface WordGroupsValue {
  /** Share of the word types that occur once, in a sample of types. Null without words. */
  readonly hapaxShare: Replicated | null;
  /** Types in the sample, and whether they are all there are. */
  readonly types: number;
  readonly exact: boolean;
  /** Documents and words of each group. */
  readonly documents: readonly number[];
  readonly tokens: readonly number[];
}

export const wordGroups = countMeasure({
  kind: 'count',
  id: 'word-groups',
  version: 1,
  tables: { words: { capacity: 'groups', documentFrequency: false, texts: false } },
  totals: { documents: GROUPS, tokens: GROUPS },
  fill({ tokens, contentLow, ordinal }, { tables, totals }) {
    const group = replicateGroup(contentLow);
    addToTotal(totals.documents, group, 1);
    addToTotal(totals.tokens, group, tokens.count);
    const kept = keysInGroup(tokens, group, tables.words.limitHigh);
    addKeys(tables.words, kept, ordinal);
    addLeftOut(tables.words, tokens.count - kept.count);
  },
  snapshot({ tables: { words }, totals }): WordGroupsValue {
    const types = typesOf(words);
    return {
      hapaxShare: hapaxShare(types, [...totals.documents]),
      types: types.length,
      exact: isExact(words),
      documents: [...totals.documents],
      tokens: [...totals.tokens],
    };
  },
});

/** The keys of the words that may have a place in the table. */
function keysInGroup({ count, high, low }: WordHashes, group: number, limitHigh: number): Keys {
  let kept = 0;
  for (let index = 0; index < count; index++) if ((high[index] as number) <= limitHigh) kept += 1;
  const keys = { count: kept, high: new Uint32Array(kept), low: new Uint32Array(kept) };
  let place = 0;
  for (let index = 0; index < count; index++) {
    if ((high[index] as number) > limitHigh) continue;
    keys.high[place] = high[index] as number;
    keys.low[place++] = keyInGroup(low[index] as number, group);
  }
  return keys;
}

/** The last five bits of a word's hash make way for the group, so that the keys of a type stand side by side. */
function keyInGroup(low: number, group: number): number {
  return ((low & ~(GROUPS - 1)) | group) >>> 0;
}

/** Occurrences of one type in each of the groups that have it. */
type TypeCounts = readonly { readonly group: number; readonly count: number }[];

/** The sampled types, but for the last where the limit may have cut off some of its groups. */
function typesOf(words: KeyTable): readonly TypeCounts[] {
  const types: { group: number; count: number }[][] = [];
  let typeHigh = -1;
  let typeLow = -1;
  for (const slot of sortedSlots(words)) {
    const { high, low, count } = entryAt(words, slot);
    const own = keyInGroup(low, 0);
    if (high !== typeHigh || own !== typeLow) types.push([]);
    types.at(-1)?.push({ group: replicateGroup(low), count });
    typeHigh = high;
    typeLow = own;
  }
  return isExact(words) ? types : types.slice(0, -1);
}

function hapaxShare(types: readonly TypeCounts[], documents: readonly number[]): Replicated | null {
  if (types.length === 0) return null;
  const counts = { types: types.length, hapaxes: types.filter((type) => occurrences(type) === 1).length };
  const without = Array.from({ length: GROUPS }, () => ({ ...counts }));
  for (const type of types) {
    const all = occurrences(type);
    for (const { group, count } of type) {
      const rest = without[group];
      if (rest === undefined) continue;
      if (all === count) rest.types -= 1;
      rest.hapaxes += Number(all - count === 1) - Number(all === 1);
    }
  }
  return {
    value: counts.hapaxes / counts.types,
    leaveOneOut: without.map(({ types: left, hapaxes }, group) =>
      documents[group] === 0 || left === 0 ? null : hapaxes / left,
    ),
    documents: documents.reduce((sum, number) => sum + number, 0),
  };
}

function occurrences(type: TypeCounts): number {
  return type.reduce((sum, { count }) => sum + count, 0);
}
