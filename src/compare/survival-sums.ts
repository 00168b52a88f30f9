import { GROUPS } from '../sketches/replicate-group.ts';
import type { AlignedVocabularies, GroupCells } from './aligned-vocabularies.ts';
import type { ChanceTable } from './document-thinning.ts';
import { chanceOf, chanceTable } from './document-thinning.ts';

/** Bands of rare types by their tokens in the half of the reference that bands them. */
export const BANDS = [
  { from: 1, to: 1 },
  { from: 2, to: 2 },
  { from: 3, to: 4 },
  { from: 5, to: 8 },
  { from: 9, to: 16 },
] as const;

/** The rows of sums: the bands of rare types, the frequent types, and the tokens of all. */
export const FREQUENT: number = BANDS.length;
export const TOKENS: number = BANDS.length + 1;
const ROWS = BANDS.length + 2;
/** The columns of a row: what was looked up, and what of it was found in the reference and in the corpus. */
const COLUMNS = 3;

/** Sums over types and splits, row by row. */
export type SurvivalSums = Float64Array<ArrayBuffer>;

/** What was looked up, and what of it was found. */
export interface Found {
  readonly weight: number;
  readonly expected: number;
  readonly survived: number;
}

/** The sums of a comparison, and those without each replicate group and of each block of types. */
export interface ReplicatedSums {
  readonly all: SurvivalSums;
  readonly withoutGroup: readonly SurvivalSums[];
  readonly ofBlock: readonly SurvivalSums[];
  /** Tokens that were compared, summed over the splits, and how many splits there were. */
  readonly tokens: number;
  readonly splits: number;
}

/** Bits of the number of a group: each cuts the groups into halves, and so gives two splits. */
const BITS = Math.log2(GROUPS);
const BAND_OF_COUNT: readonly number[] = Array.from({ length: (BANDS.at(-1)?.to ?? 0) + 1 }, (_, count) =>
  BANDS.findIndex(({ from, to }) => count >= from && count <= to),
);

/** Adds some rows of sums together. */
export function foundIn(sums: SurvivalSums, rows: readonly number[]): Found {
  const column = (place: number): number =>
    rows.reduce((sum, row) => sum + (sums[row * COLUMNS + place] ?? 0), 0);
  return { weight: column(0), expected: column(1), survived: column(2) };
}

/** Runs over the ten splits; the same without each group, where that group is left out of both sides. */
export function survivalSums(both: AlignedVocabularies): ReplicatedSums {
  const blocks = sumsFor(Math.max(0, ...both.blocks) + 1);
  const withoutGroup = sumsFor(GROUPS);
  let tokens = 0;
  let splits = 0;
  for (let bit = 0; bit < BITS; bit++) {
    for (const side of [0, 1]) {
      const split = splitOf(both, (group) => ((group >>> bit) & 1) === side);
      const chances = chancesOf(split);
      if (chances === null) continue;
      splits += 1;
      tokens += Math.min(split.tokens.reference, split.tokens.corpus);
      const own = sumsFor(blocks.length);
      for (let type = 0; type < both.types; type++)
        addType(own[both.blocks[type] ?? 0], split, { type, chances, sign: 1 });
      for (const [block, sums] of own.entries()) addTo(blocks[block], sums);
      const whole = totalOf(own);
      for (const [group, sums] of withoutGroup.entries())
        addTo(
          sums,
          split.isBanding(group)
            ? lessBanding(both, split, { group, whole, chances })
            : lessFound(both, split, group),
        );
    }
  }
  return { all: totalOf(blocks), withoutGroup, ofBlock: blocks, tokens, splits };
}

/** One way to cut the groups into those that band the types and those in which they are looked up. */
interface Split {
  readonly isBanding: (group: number) => boolean;
  /** Tokens of each type in the banding groups of the reference. */
  readonly counts: Float64Array;
  /** Documents of each type, in eighths, in the other groups. */
  readonly reference: Float64Array;
  readonly corpus: Float64Array;
  /** Tokens and documents of the other groups. */
  readonly tokens: SidesSize;
  readonly documents: SidesSize;
}

interface SidesSize {
  readonly reference: number;
  readonly corpus: number;
}

function splitOf({ types, reference, corpus }: AlignedVocabularies, isBanding: Split['isBanding']): Split {
  const isFinding = (group: number): boolean => !isBanding(group);
  return {
    isBanding,
    counts: summed(
      types,
      reference.groups.filter((_, group) => isBanding(group)),
      'counts',
    ),
    reference: summed(
      types,
      reference.groups.filter((_, group) => isFinding(group)),
      'eighths',
    ),
    corpus: summed(
      types,
      corpus.groups.filter((_, group) => isFinding(group)),
      'eighths',
    ),
    tokens: { reference: totalIn(reference.tokens, isFinding), corpus: totalIn(corpus.tokens, isFinding) },
    documents: {
      reference: totalIn(reference.documents, isFinding),
      corpus: totalIn(corpus.documents, isFinding),
    },
  };
}

function summed(types: number, groups: readonly GroupCells[], name: 'counts' | 'eighths'): Float64Array {
  const sums = new Float64Array(types);
  for (const cells of groups) shift(sums, cells, { values: cells[name], sign: 1 });
  return sums;
}

function shift(
  sums: Float64Array,
  { types }: GroupCells,
  { values, sign }: { readonly values: Float64Array; readonly sign: 1 | -1 },
): void {
  for (let cell = 0; cell < types.length; cell++) {
    const type = types[cell] as number;
    sums[type] = (sums[type] as number) + sign * (values[cell] as number);
  }
}

function totalIn(sizes: readonly number[], isIn: (group: number) => boolean): number {
  return sizes.reduce((sum, own, group) => sum + (isIn(group) ? own : 0), 0);
}

/** By the documents that have a type, in eighths: the chance that it is in as many tokens as the smaller side has. */
interface Chances {
  readonly reference: ChanceTable;
  readonly corpus: ChanceTable;
}

/** Null where one side has no words. */
function chancesOf({ tokens, documents }: Split): Chances | null {
  const size = Math.min(tokens.reference, tokens.corpus);
  if (size <= 0) return null;
  return {
    reference: chanceTable(documents.reference, size / tokens.reference),
    corpus: chanceTable(documents.corpus, size / tokens.corpus),
  };
}

/** Adds one type, or takes it away. */
function addType(
  sums: SurvivalSums | undefined,
  { counts, reference, corpus }: Split,
  { type, chances, sign }: { readonly type: number; readonly chances: Chances; readonly sign: 1 | -1 },
): void {
  const count = counts[type] as number;
  if (count === 0 || sums === undefined) return;
  const expected = chanceOf(chances.reference, reference[type] as number);
  const survived = chanceOf(chances.corpus, corpus[type] as number);
  const row = BAND_OF_COUNT[count] ?? FREQUENT;
  addCells(sums, row, { weight: sign, expected, survived });
  addCells(sums, TOKENS, { weight: sign * count, expected, survived });
}

function addCells(sums: SurvivalSums, row: number, { weight, expected, survived }: Found): void {
  const place = row * COLUMNS;
  sums[place] = (sums[place] as number) + weight;
  sums[place + 1] = (sums[place + 1] as number) + weight * expected;
  sums[place + 2] = (sums[place + 2] as number) + weight * survived;
}

/** The sums of a split without a group that bands: only its own types are banded anew. */
function lessBanding(
  { reference }: AlignedVocabularies,
  split: Split,
  {
    group,
    whole,
    chances,
  }: { readonly group: number; readonly whole: SurvivalSums; readonly chances: Chances },
): SurvivalSums {
  const sums = whole.slice();
  const cells = reference.groups[group];
  if (cells === undefined) return sums;
  for (const type of cells.types) addType(sums, split, { type, chances, sign: -1 });
  shift(split.counts, cells, { values: cells.counts, sign: -1 });
  for (const type of cells.types) addType(sums, split, { type, chances, sign: 1 });
  shift(split.counts, cells, { values: cells.counts, sign: 1 });
  return sums;
}

/** The sums of a split without a group in which types are looked up, which changes the sizes and so all chances. */
function lessFound(
  { types, reference, corpus }: AlignedVocabularies,
  split: Split,
  group: number,
): SurvivalSums {
  const sums = emptySums();
  const less = (own: SidesSize, name: 'tokens' | 'documents'): SidesSize => ({
    reference: own.reference - (reference[name][group] ?? 0),
    corpus: own.corpus - (corpus[name][group] ?? 0),
  });
  const rest: Split = {
    ...split,
    tokens: less(split.tokens, 'tokens'),
    documents: less(split.documents, 'documents'),
  };
  const chances = chancesOf(rest);
  if (chances === null) return sums;
  move(split, { reference, corpus, group, sign: -1 });
  for (let type = 0; type < types; type++) addType(sums, rest, { type, chances, sign: 1 });
  move(split, { reference, corpus, group, sign: 1 });
  return sums;
}

/** Takes the documents of a group out of those that are looked up, or puts them back. Eighths are whole, so this is exact. */
function move(
  split: Split,
  {
    reference,
    corpus,
    group,
    sign,
  }: Pick<AlignedVocabularies, 'reference' | 'corpus'> & { readonly group: number; readonly sign: 1 | -1 },
): void {
  const own = reference.groups[group];
  const other = corpus.groups[group];
  if (own !== undefined) shift(split.reference, own, { values: own.eighths, sign });
  if (other !== undefined) shift(split.corpus, other, { values: other.eighths, sign });
}

function emptySums(): SurvivalSums {
  return new Float64Array(ROWS * COLUMNS);
}

function sumsFor(number: number): SurvivalSums[] {
  return Array.from({ length: number }, emptySums);
}

function totalOf(parts: readonly SurvivalSums[]): SurvivalSums {
  const total = emptySums();
  for (const part of parts) addTo(total, part);
  return total;
}

function addTo(sums: SurvivalSums | undefined, more: SurvivalSums): void {
  if (sums === undefined) return;
  for (let cell = 0; cell < sums.length; cell++) sums[cell] = (sums[cell] as number) + (more[cell] as number);
}
