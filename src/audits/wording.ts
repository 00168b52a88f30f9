/** A whole number with commas: 12,345. */
export function whole(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(?:\d{3})+$)/gu, ',');
}

/** A number as people read it: three digits that matter, commas above a thousand. */
export function figure(value: number): string {
  return Math.abs(value) >= 1000 ? whole(value) : String(Number(value.toPrecision(3)));
}

/** A share as a percentage: 12.5 %. */
export function percent(share: number): string {
  return `${figure(100 * share)} %`;
}

/** A number with its noun: 1 document, 12 documents. */
export function count(number: number, noun: string): string {
  return `${whole(number)} ${Math.round(number) === 1 ? noun : `${noun}s`}`;
}

/** The interval of a sentence, or nothing: ` (95 % interval 3 to 5)`. */
export function between(interval: readonly [number, number] | undefined, write = figure): string {
  return interval === undefined ? '' : ` (95 % interval ${write(interval[0])} to ${write(interval[1])})`;
}

const NOTABLE_UNSPACED = 0.05;

/** What a reader must know where a notable share of the words was cut from scripts written without spaces. */
export function unspacedNote(unspacedShare: number): string {
  if (unspacedShare <= NOTABLE_UNSPACED) return '';
  return ` ${percent(unspacedShare)} of the words are pairs of characters, because their script is written without spaces.`;
}
