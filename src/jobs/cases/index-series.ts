import type { JudgedFile } from './labelled-case.ts';

/** The index of each file; null where one of them has none. */
export function indexSeries(files: readonly JudgedFile[]): readonly number[] | null {
  const values = files.flatMap(({ index }) => (index === null ? [] : [index.value]));
  return values.length === files.length ? values : null;
}

/** Points with one digit. */
export function points(value: number): string {
  return value.toFixed(1);
}

/** The indices as a sentence lists them. */
export function seriesText(values: readonly number[]): string {
  return values.map(points).join(', ');
}
