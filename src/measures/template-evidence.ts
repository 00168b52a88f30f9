import type { CommonPlaces } from '../statistics/common-subsequence.ts';

/** A document aligned with the words of a frame. */
export interface AlignedText {
  /** Type numbers of its words. */
  readonly window: Uint32Array;
  /** Places in the frame, and the places in the document that have these words. */
  readonly common: CommonPlaces;
}

/** Words of a frame that stand side by side in most documents. */
interface Run {
  readonly from: number;
  readonly to: number;
}

/** Neighbouring words of a frame belong together if this share of the documents have nothing between them. */
const TOGETHER_SHARE = 0.6;
/** A run is no part of a frame if chance puts it into more of the documents than this, however many have it. */
const MOST_CHANCE = 0.3;
/** Accidents that are thought possible: as many as a window has words, and a hundred times as many to be sure. */
const ACCIDENTS = 150 * 100;
const NOWHERE = -1;

/**
 * Which words of a frame are more than chance. In any two texts some words come in the same order: "the … of … and".
 * A run of words counts if it is unlikely that so many documents have it where they do, given how often its words
 * occur in them outside the frame: gap × Π q, where the gap is the number of words between the neighbouring runs.
 */
export function beyondChance(frame: Uint32Array, texts: readonly AlignedText[]): readonly number[] {
  const places = texts.map(({ common }) => placesByWord(frame.length, common));
  const shares = sharesOutside(texts);
  const limit = Math.min(MOST_CHANCE, ACCIDENTS ** (-1 / Math.max(1, texts.length)));
  const kept: number[] = [];
  for (const run of runsOf(frame.length, places)) {
    let chance = gapAround(run, texts, places);
    for (let word = run.from; word < run.to; word++) chance *= shares(frame[word] as number);
    if (chance > limit) continue;
    for (let word = run.from; word < run.to; word++) kept.push(word);
  }
  return kept;
}

function placesByWord(length: number, { inReference, inText }: CommonPlaces): Int32Array {
  const places = new Int32Array(length).fill(NOWHERE);
  for (const [index, word] of inReference.entries()) places[word] = inText[index] as number;
  return places;
}

/** The share of each type among the words outside the frame; one that does not occur counts half. */
function sharesOutside(texts: readonly AlignedText[]): (type: number) => number {
  const counts = new Map<number, number>();
  let total = 0;
  for (const { window, common } of texts) {
    let next = 0;
    for (const [place, type] of window.entries()) {
      if (common.inText[next] === place) next += 1;
      else {
        counts.set(type, (counts.get(type) ?? 0) + 1);
        total += 1;
      }
    }
  }
  return (type) => ((counts.get(type) ?? 0) + 0.5) / (total + 1);
}

function runsOf(length: number, places: readonly Int32Array[]): readonly Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (let word = 1; word <= length; word++) {
    if (word < length && standTogether(word, places)) continue;
    runs.push({ from, to: word });
    from = word;
  }
  return runs;
}

/** Whether a word of the frame follows the one before it in most documents that have both. */
function standTogether(word: number, places: readonly Int32Array[]): boolean {
  let both = 0;
  let together = 0;
  for (const own of places) {
    const place = own[word] as number;
    const before = own[word - 1] as number;
    if (place === NOWHERE || before === NOWHERE) continue;
    both += 1;
    if (place === before + 1) together += 1;
  }
  return together > 0 && together >= TOGETHER_SHARE * both;
}

/** The mean number of places at which a run could begin between its neighbours, or the ends of the text. */
function gapAround({ from, to }: Run, texts: readonly AlignedText[], places: readonly Int32Array[]): number {
  let sum = 0;
  for (const [index, { window }] of texts.entries()) {
    const own = places[index] as Int32Array;
    let before = from - 1;
    while (before >= 0 && own[before] === NOWHERE) before -= 1;
    let after = to;
    while (after < own.length && own[after] === NOWHERE) after += 1;
    const start = before < 0 ? 0 : (own[before] as number) + 1;
    const end = after === own.length ? window.length : (own[after] as number);
    sum += Math.max(1, end - start - (to - from) + 1);
  }
  return sum / texts.length;
}

/** A gap is a slot if at least this share of the texts have words in it. */
const SLOT_SHARE = 0.1;

/** Whether words stand before each word of a frame, and after the last, in a notable share of the texts. */
export function slotsOf(length: number, texts: readonly AlignedText[]): readonly boolean[] {
  const both = new Uint32Array(length + 1);
  const apart = new Uint32Array(length + 1);
  const look = (gap: number, words: number): void => {
    both[gap] = (both[gap] as number) + 1;
    if (words > 0) apart[gap] = (apart[gap] as number) + 1;
  };
  for (const { window, common } of texts) {
    const own = placesByWord(length, common);
    for (let word = 0; word <= length; word++) {
      const before = word === 0 ? NOWHERE : (own[word - 1] as number);
      const after = word === length ? window.length : (own[word] as number);
      const isKnown = (word === 0 || before !== NOWHERE) && after !== NOWHERE;
      if (isKnown) look(word, after - before - 1);
    }
  }
  return Array.from(both, (known, gap) => known > 0 && (apart[gap] as number) >= SLOT_SHARE * known);
}
