import { countText } from '../quantity-text.ts';

const MOST_ROWS = 80;

/** The places of a long series that a table shows, in their order: the last, and the last of those with an alarm. */
export function shownPlaces(
  length: number,
  alarmed: readonly number[],
  most: number = MOST_ROWS,
): readonly number[] {
  const from = Math.max(0, length - most);
  const last = Array.from({ length: length - from }, (_, index) => from + index);
  return [...alarmed.filter((place) => place < from).slice(-most), ...last];
}

/** What a table leaves out; empty where it has everything. */
export function rowsNote(shown: number, all: number): string {
  if (shown >= all) return '';
  return `${countText(shown)} of ${countText(all)} points: the last, and the last of those with an alarm. The JSON report has all.`;
}
