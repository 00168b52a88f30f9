import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Report } from '../../src/index.ts';
import { markdownTable } from '../bench/markdown-table.ts';
import { CORPORA, PAIRS } from './corpora.ts';
import type { Figure } from './figures.ts';
import { figuresIn } from './figures.ts';
import type { StudyOptions } from './study-options.ts';

/** Columns of a table. */
const MOST_COLUMNS = 5;
const MOST_BYTES = 2 ** 26;

/** A corpus with its figures by name. */
interface Column {
  readonly name: string;
  readonly documents: number;
  readonly tokens: number;
  readonly level: string;
  readonly figures: ReadonlyMap<string, Figure>;
}

/** Every number with a unit or an interval that a report has, of every corpus and of both halves of every pair. */
export function corporaTables({ corpora, cases }: StudyOptions): string {
  const columns = CORPORA.map((name) => columnOf(name, join(corpora, `${name}.jsonl`)));
  const pairs = PAIRS.flatMap((name) =>
    ['human', 'synthetic'].map((kind) => columnOf(`${name} ${kind}`, join(cases, `${name}__${kind}.jsonl`))),
  );
  return [
    '### Corpora',
    ...chunksOf(columns).map(tableOf),
    '### Pairs of human and generated texts',
    ...chunksOf(pairs).map(tableOf),
  ].join('\n\n');
}

function columnOf(name: string, path: string): Column {
  const report = reportOf(path);
  const figures = [
    ...figuresIn(report.verdict.homogeneity, 'homogeneity'),
    ...Object.entries(report.audits).flatMap(([id, { quantity, details }]) => [
      ...figuresIn(quantity, id),
      ...figuresIn(details, id),
    ]),
  ];
  return {
    name,
    ...sizeOf(report),
    level: report.verdict.level,
    figures: new Map(figures.map((figure) => [figure.name, figure])),
  };
}

function sizeOf({ corpus: { documents, tokens } }: Report): Pick<Column, 'documents' | 'tokens'> {
  return { documents, tokens };
}

/** The report of the built program. */
function reportOf(path: string): Report {
  const args = ['dist/cli/main.js', 'audit', path, '--json', '--workers', '1', '--fail-on', 'never'];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: MOST_BYTES }));
}

function chunksOf(columns: readonly Column[]): readonly (readonly Column[])[] {
  return Array.from({ length: Math.ceil(columns.length / MOST_COLUMNS) }, (_, chunk) =>
    columns.slice(chunk * MOST_COLUMNS, (chunk + 1) * MOST_COLUMNS),
  );
}

function tableOf(columns: readonly Column[]): string {
  const names = [...new Set(columns.flatMap(({ figures }) => [...figures.keys()]))];
  return markdownTable(
    [
      ['figure', ...columns.map(({ name }) => name)],
      ['documents', ...columns.map(({ documents }) => String(documents))],
      ['words', ...columns.map(({ tokens }) => String(tokens))],
      ['level', ...columns.map(({ level }) => level)],
      ...names.map((name) => [name, ...columns.map(({ figures }) => cellOf(figures.get(name)))]),
    ],
    1,
  );
}

function cellOf(figure: Figure | undefined): string {
  if (figure === undefined) return '–';
  const { value, interval } = figure;
  return interval === null ? digits(value) : `${digits(value)} [${interval.map(digits).join(', ')}]`;
}

function digits(value: number): string {
  if (value === 0 || Number.isInteger(value)) return String(value);
  return Math.abs(value) >= 1000 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}
