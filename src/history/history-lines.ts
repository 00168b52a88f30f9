import { CorpusError } from '../errors.ts';
import type { History, WeekEntry, WeekRun } from './history.ts';
import { EXPORT_SCHEMA, EXPORTED_WEEK } from './week-schema.ts';

/** A week as a line of an export holds it. */
export interface ExportedWeek extends WeekEntry {
  readonly schema: typeof EXPORT_SCHEMA;
  readonly report: unknown;
}

/** The weeks of a series, or of all, by series and week, to be written as lines of JSON. */
export async function* exportedWeeks(history: History, series?: string): AsyncGenerator<ExportedWeek> {
  for (const { series: of, week } of await history.list(series)) {
    const run = await history.get(of, week);
    if (run !== null) yield exportedWeek(run, history);
  }
}

/** Keeps the weeks of an export, all or none, and gives their number. Throws a `CorpusError` that names the line. */
export async function importLines(
  history: History,
  lines: AsyncIterable<string> | Iterable<string>,
  path: string,
): Promise<number> {
  const places = new Map<string, number>();
  await history.put(importedRuns(lines, path, places));
  return places.size;
}

async function* importedRuns(
  lines: AsyncIterable<string> | Iterable<string>,
  path: string,
  places: Map<string, number>,
): AsyncGenerator<WeekRun> {
  let line = 0;
  for await (const text of lines) {
    line += 1;
    if (text.trim() === '') continue;
    const run = importedRun(text, { path, line });
    const key = `${run.series} ${run.week}`;
    const before = places.get(key);
    if (before !== undefined)
      throw invalid({ path, line }, `line ${before} has ${run.week} of ${run.series} already`);
    places.set(key, line);
    yield run;
  }
}

interface Place {
  readonly path: string;
  readonly line: number;
}

function exportedWeek({ report, ...entry }: WeekRun, { place }: History): ExportedWeek {
  try {
    return { schema: EXPORT_SCHEMA, ...entry, report: JSON.parse(report) };
  } catch (error) {
    throw new CorpusError(
      {
        code: 'HISTORY_UNUSABLE',
        history: place,
        reason: `the report of ${entry.week} is damaged`,
        remedy: `Run ${entry.week} again, which replaces it.`,
      },
      { cause: error },
    );
  }
}

function importedRun(text: string, place: Place): WeekRun {
  const parsed = EXPORTED_WEEK.safeParse(parsedJson(text, place));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const key = issue?.path.map(String).join('.') ?? '';
  throw invalid(place, `${key === '' ? 'it' : key}: ${issue?.message ?? 'unknown'}`);
}

function parsedJson(text: string, place: Place): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid(place, 'it is not valid JSON');
  }
}

function invalid({ path, line }: Place, reason: string): CorpusError {
  return new CorpusError({ code: 'HISTORY_LINE_INVALID', path, line, reason });
}
