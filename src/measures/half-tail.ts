import { GROUPS } from '../sketches/replicate-group.ts';
import type { FrequencySpectrum } from '../statistics/frequency-spectrum.ts';
import type { GroupedCounts } from './grouped-counts.ts';

/** The types to be expected in a random half of the documents, and how many of them once and twice. */
export interface HalfTail {
  readonly types: number;
  readonly once: number;
  readonly twice: number;
}

/** The tail of a random half, and the same without each replicate group and each block of types. */
export interface HalfTails {
  readonly all: HalfTail;
  readonly withoutGroup: readonly HalfTail[];
  /** As many as there are blocks, none where types have no blocks. */
  readonly withoutBlock: readonly HalfTail[];
}

export interface BlockedTypes {
  /** In which block each type is. */
  readonly blocks: Uint8Array;
  readonly count: number;
}

const HALF = GROUPS / 2;
/** The numbers of a tail stand side by side: types, once, twice. */
const CELLS = 3;

/**
 * The mean over all ways to draw 16 of the 32 replicate groups. A type that g groups have, s of them once and t of
 * them twice, is drawn with the chance 1 - C(32 - g, 16) / C(32, 16). It is drawn once where one of the s is drawn and
 * none of the other g - 1: s C(32 - g, 15) / C(32, 16); and twice where one of the t is drawn alone, or two of the s:
 * t C(32 - g, 15) / C(32, 16) + s (s - 1) / 2 · C(32 - g, 14) / C(32, 16).
 *
 * Without one group it is the mean of drawing 15 and 16 of the 31 others, again half of the documents. Of the whole
 * corpus a jackknife takes for spread what is the chance of single types, and its intervals are too wide; the mean
 * over halves has little of that left, so that they are right.
 */
export function halfTails({ all, groups }: GroupedCounts, blocked?: BlockedTypes): HalfTails {
  const drawn = chancesOf(GROUPS, [HALF]);
  const drawnOfOthers = chancesOf(GROUPS - 1, [HALF - 1, HALF]);
  const { spread, once, twice } = spreadsOf(all.length, groups);
  const whole = new Float64Array(CELLS);
  const others = new Float64Array(CELLS);
  const byBlock = Array.from({ length: blocked?.count ?? 0 }, () => new Float64Array(CELLS));
  for (let type = 0; type < all.length; type++) {
    const held = { groups: spread[type] as number, once: once[type] as number, twice: twice[type] as number };
    add(whole, drawn, held, 1);
    add(others, drawnOfOthers, held, 1);
    const block = byBlock[blocked?.blocks[type] as number];
    if (block !== undefined) add(block, drawn, held, 1);
  }
  const withoutGroup = groups.map(({ types, counts }) => {
    const rest = others.slice();
    for (let cell = 0; cell < types.length; cell++) {
      const type = types[cell] as number;
      const own = counts[cell] as number;
      const held = {
        groups: spread[type] as number,
        once: once[type] as number,
        twice: twice[type] as number,
      };
      add(rest, drawnOfOthers, held, -1);
      add(
        rest,
        drawnOfOthers,
        {
          groups: held.groups - 1,
          once: own === 1 ? held.once - 1 : held.once,
          twice: own === 2 ? held.twice - 1 : held.twice,
        },
        1,
      );
    }
    return tailOf(rest);
  });
  const withoutBlock = byBlock.map((own) =>
    tailOf(whole.map((number, cell) => number - (own[cell] as number))),
  );
  return { all: tailOf(whole), withoutGroup, withoutBlock };
}

/**
 * The tail of so many tokens, or incidences, as a spectrum for estimators that read the types of frequency 1 and 2, all
 * types and the tokens. Null where nothing can be had of it.
 */
export function halfSpectrum({ types, once, twice }: HalfTail, tokens: number): FrequencySpectrum {
  const others = Math.max(0, types - once - twice);
  const otherTokens = tokens - once - 2 * twice;
  const rows = [
    { frequency: 1, types: once },
    { frequency: 2, types: twice },
    { frequency: Math.max(3, otherTokens / others), types: others },
  ];
  return rows.filter((row) => row.types > 0 && Number.isFinite(row.frequency));
}

/** The groups that have a type, and those that have it once and twice. */
interface Held {
  readonly groups: number;
  readonly once: number;
  readonly twice: number;
}

function spreadsOf(
  types: number,
  groups: GroupedCounts['groups'],
): { readonly spread: Uint8Array; readonly once: Uint8Array; readonly twice: Uint8Array } {
  const spread = new Uint8Array(types);
  const once = new Uint8Array(types);
  const twice = new Uint8Array(types);
  for (const { types: own, counts } of groups)
    for (let cell = 0; cell < own.length; cell++) {
      const type = own[cell] as number;
      const count = counts[cell] as number;
      spread[type] = (spread[type] as number) + 1;
      if (count === 1) once[type] = (once[type] as number) + 1;
      else if (count === 2) twice[type] = (twice[type] as number) + 1;
    }
  return { spread, once, twice };
}

/** By the number of groups that have a type: that any is drawn, that a given one is alone, that two given ones are. */
interface Chances {
  readonly any: Float64Array;
  readonly one: Float64Array;
  readonly two: Float64Array;
}

/** The mean over several numbers of drawn groups. What all 32 groups have is not in fewer, and counts for nothing. */
function chancesOf(population: number, drawn: readonly number[]): Chances {
  const chances = {
    any: new Float64Array(GROUPS + 1),
    one: new Float64Array(GROUPS + 1),
    two: new Float64Array(GROUPS + 1),
  };
  for (const own of drawn) {
    const ways = drawn.length * choose(population, own);
    for (let groups = 1; groups <= population; groups++) {
      const rest = population - groups;
      chances.any[groups] = (chances.any[groups] as number) + 1 / drawn.length - choose(rest, own) / ways;
      chances.one[groups] = (chances.one[groups] as number) + choose(rest, own - 1) / ways;
      if (groups > 1) chances.two[groups] = (chances.two[groups] as number) + choose(rest, own - 2) / ways;
    }
  }
  return chances;
}

function choose(from: number, count: number): number {
  if (count < 0 || count > from) return 0;
  let ways = 1;
  for (let factor = 1; factor <= count; factor++) ways = (ways * (from - count + factor)) / factor;
  return ways;
}

function add(tail: Float64Array, chances: Chances, { groups, once, twice }: Held, sign: 1 | -1): void {
  const one = chances.one[groups] as number;
  const pairs = (once * (once - 1)) / 2;
  tail[0] = (tail[0] as number) + sign * (chances.any[groups] as number);
  tail[1] = (tail[1] as number) + sign * once * one;
  tail[2] = (tail[2] as number) + sign * (twice * one + pairs * (chances.two[groups] as number));
}

function tailOf([types = 0, once = 0, twice = 0]: Float64Array): HalfTail {
  // Sums of chances that cancel leave a rest about zero.
  return { types: Math.max(0, types), once: Math.max(0, once), twice: Math.max(0, twice) };
}
