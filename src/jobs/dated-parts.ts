import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Document } from '../document.ts';
import { readPlacedDocuments } from '../engine/documents.ts';
import type { ReadPlan } from '../engine/engine.ts';
import { periodOfDay } from '../trend/calendar-period.ts';
import type { Undated } from '../trend/document-day.ts';
import { dayOfDocument } from '../trend/document-day.ts';
import type { Period } from '../trend/trend.ts';

/** Characters of documents that wait to be written, of all periods together. */
const MOST_WAITING = 8 * 2 ** 20;
const MOST_EXAMPLES = 5;

/** A date that puts a document in no period. */
interface DateExample {
  readonly uri: string;
  readonly line: number | null;
  readonly date: string;
  readonly reason: Undated;
}

/** How many documents lie in no period, by what is wrong with their dates. */
interface LeftOut extends Readonly<Record<Undated, number>> {
  readonly examples: readonly DateExample[];
}

/** The documents of one period, in a file of their own. */
export interface DatedPart {
  readonly name: string;
  readonly date: string;
  readonly plan: ReadPlan;
}

export interface PartsOptions {
  readonly period: Period;
  /** Documents of later days lie in the future. */
  readonly latest: string;
  readonly signal: AbortSignal;
}

export interface DatedParts {
  /** In the order of time. */
  readonly parts: readonly DatedPart[];
  readonly leftOut: LeftOut;
  readonly lost: Parameters<NonNullable<Parameters<typeof readPlacedDocuments>[1]['onEnd']>>[0];
}

/**
 * Sorts the documents of a corpus by period into temporary JSON Lines files and hands them to `use`; they are removed
 * when that is done or stopped. Memory is bounded whatever the size of the corpus and the number of periods.
 */
export async function withDatedParts<Result>(
  plan: ReadPlan,
  options: PartsOptions,
  use: (parts: DatedParts) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'heteroglossia-'));
  try {
    return await use(await sortedParts(plan, options, folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function sortedParts(
  plan: ReadPlan,
  { period, latest, signal }: PartsOptions,
  folder: string,
): Promise<DatedParts> {
  const sorter = createSorter(folder);
  const counts: Record<Undated, number> = { missing: 0, unreadable: 0, 'too-coarse': 0, future: 0 };
  const examples: DateExample[] = [];
  let lost: DatedParts['lost'] = { lost: [], problems: new Map() };
  const onEnd = (end: DatedParts['lost']): void => {
    lost = end;
  };
  for await (const { document, uri, line } of readPlacedDocuments(plan, { signal, onEnd })) {
    signal.throwIfAborted();
    const found = dayOfDocument(document.date, period, latest);
    if ('undated' in found) {
      const reason = found.undated;
      counts[reason] += 1;
      if (examples.length < MOST_EXAMPLES) examples.push({ uri, line, date: shown(document.date), reason });
      continue;
    }
    await sorter.add(found.day, document, period);
  }
  return {
    parts: (await sorter.finish()).map(({ name, date, path }) => ({ name, date, plan: planOf(plan, path) })),
    leftOut: { ...counts, examples },
    lost,
  };
}

const LONGEST_DATE = 80;

function shown(date: string | undefined): string {
  return (date ?? '').slice(0, LONGEST_DATE);
}

function planOf({ maximumDocumentBytes }: ReadPlan, path: string): ReadPlan {
  return {
    inputs: [path],
    format: 'jsonl',
    fields: { text: 'text', id: 'id', source: 'source', date: 'date', label: 'label' },
    split: 'document',
    ...(maximumDocumentBytes === undefined ? {} : { maximumDocumentBytes }),
  };
}

interface Part {
  readonly name: string;
  readonly date: string;
  readonly path: string;
  readonly waiting: string[];
}

interface Sorter {
  readonly add: (day: string, document: Document, period: Period) => Promise<void>;
  readonly finish: () => Promise<readonly Part[]>;
}

function createSorter(folder: string): Sorter {
  const parts = new Map<string, Part>();
  let waiting = 0;
  const write = async (): Promise<void> => {
    for (const { path, waiting: lines } of parts.values())
      if (lines.length > 0) await appendFile(path, lines.splice(0).join(''));
    waiting = 0;
  };
  return {
    async add(day, document, period) {
      const place = periodOfDay(day, period);
      if (place === null) return;
      let part = parts.get(place.name);
      if (part === undefined) {
        part = { ...place, path: join(folder, `${parts.size}.jsonl`), waiting: [] };
        parts.set(place.name, part);
      }
      const line = `${JSON.stringify(document)}\n`;
      part.waiting.push(line);
      waiting += line.length;
      if (waiting > MOST_WAITING) await write();
    },
    async finish() {
      await write();
      return [...parts.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1));
    },
  };
}
