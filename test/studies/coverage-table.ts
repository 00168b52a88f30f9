import { markdownTable } from '../bench/markdown-table.ts';
import type { Coverage, Drawing } from './coverage.ts';
import { coverageOf, figuresOfAll } from './coverage.ts';
import { estimandOf } from './estimand.ts';
import { populationOf } from './population.ts';
import type { Source } from './populations.ts';
import { SOURCES } from './populations.ts';
import type { StudyOptions } from './study-options.ts';

/** From so many documents on, most draws are large enough for the figures at equal size. */
const EQUAL_SIZE_FROM = 400;
/** What is dear is repeated less often. */
const DEAR: ReadonlyMap<number, number> = new Map([
  [400, 2],
  [1_000, 2],
  [10_000, 4],
]);
/** Draws at equal size compress some megabyte each. */
const EQUAL_SIZE_DEARER = 2;
/** Figures with fewer intervals than this share of the draws are not judged. */
const ENOUGH = 0.5;
const GOOD = [0.92, 0.98] as const;

/** A column: draws of one size from one source. */
interface Column {
  readonly size: number;
  readonly repetitions: number;
  readonly rows: ReadonlyMap<string, Coverage>;
}

/** A table for each source: how often intervals hold what they are to hold. */
export function coverageTables(options: StudyOptions): string {
  return SOURCES.map((source) => coverageTable(source, options)).join('\n\n');
}

/** The table of one source. */
function coverageTable(source: Source, options: StudyOptions): string {
  const population = populationOf(source.documents(options.corpora));
  const truth = figuresOfAll(population, false);
  const columns = source.sizes.map((size): Column => {
    const repetitions = Math.ceil(options.repetitions / (DEAR.get(size) ?? 1));
    const drawing: Drawing = { size, repetitions, seed: options.seed, equalSize: false };
    const found = coverageOf(population, drawing, truth);
    const dear = size === EQUAL_SIZE_FROM ? equalSizeOf(source, population, options) : [];
    return { size, repetitions, rows: new Map([...found, ...dear].map((row) => [row.name, row])) };
  });
  const names = [...new Set(columns.flatMap(({ rows }) => [...rows.keys()]))];
  const shown = names.filter((name) => columns.some((column) => cellOf(column, name) !== ''));
  const rows = shown.map((name) => [
    name,
    estimandOf(name),
    ...columns.map((column) => cellOf(column, name)),
    reachOf(columns, name),
  ]);
  const draws = columns.map(({ size, repetitions }) => `${repetitions} of ${size}`).join(', ');
  return [
    `### ${source.name}: ${source.what}`,
    `${population.documents.length} documents; draws: ${draws}.`,
    markdownTable([['figure', 'estimand', ...columns.map(({ size }) => `n = ${size}`), 'reach'], ...rows], 2),
  ].join('\n\n');
}

function equalSizeOf(
  source: Source,
  population: ReturnType<typeof populationOf>,
  options: StudyOptions,
): readonly Coverage[] {
  const drawing: Drawing = {
    size: EQUAL_SIZE_FROM,
    repetitions: Math.ceil(options.repetitions / EQUAL_SIZE_DEARER),
    seed: options.seed + source.name.length,
    equalSize: true,
  };
  return coverageOf(population, drawing, new Map()).filter(({ name }) =>
    /^(?:equal-size-ngrams|self-repetition|compression)/u.test(name),
  );
}

/** The share of covering intervals in per cent, marked where it is outside the bar. */
function cellOf({ rows, repetitions }: Column, name: string): string {
  const row = rows.get(name);
  if (row === undefined || row.intervals === 0) return '';
  const share = row.covering / row.intervals;
  const text = (100 * share).toFixed(1);
  const isDear = /^(?:equal-size-ngrams|self-repetition|compression)/u.test(name);
  if (!isDear && row.intervals < ENOUGH * repetitions) return `(${text})`;
  return share < GOOD[0] || share > GOOD[1] ? `**${text}**` : text;
}

/** The mean half width in standard deviations at the largest size that has one. */
function reachOf(columns: readonly Column[], name: string): string {
  const row = columns.findLast(({ rows }) => (rows.get(name)?.intervals ?? 0) > 0)?.rows.get(name);
  return row === undefined ? '' : row.reach.toFixed(2);
}
