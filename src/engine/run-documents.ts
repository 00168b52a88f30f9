import type { Document } from '../document.ts';
import { problemOf } from '../formats/finding.ts';
import type { ReadItem } from '../formats/format.ts';
import { DEFAULT_FIELDS } from '../formats/format.ts';
import { isRecord } from '../formats/json-record.ts';
import { readRecord } from '../formats/record.ts';
import { DEFAULT_CAPACITIES } from '../profile/capacities.ts';
import type { RunOptions, RunResult } from './engine.ts';
import type { Tally } from './item-count.ts';
import { countItems } from './item-count.ts';
import { createObserver } from './observation.ts';
import { examplesOf, lostCodes } from './problem-ledger.ts';
import { MAXIMUM_DOCUMENT_BYTES } from './shard-items.ts';
import { createWhole, watchOf } from './whole.ts';

const READING = {
  uri: 'documents',
  fields: { ...DEFAULT_FIELDS, text: 'text' },
  split: 'document',
  maximumRecordBytes: Number.POSITIVE_INFINITY,
  maximumTextBytes: MAXIMUM_DOCUMENT_BYTES,
} as const;

/**
 * Profiles documents that a program hands over, as they come. What is wrong with one is a problem, as in a file,
 * and its line is its place in the sequence. Throws what the iterable throws, and the signal's reason when aborted.
 */
export async function runDocuments(
  documents: AsyncIterable<Document> | Iterable<Document>,
  options: RunOptions,
): Promise<RunResult> {
  const started = Date.now();
  const whole = createWhole(options.capacities ?? DEFAULT_CAPACITIES);
  const watch = watchOf(whole, options, () => 0);
  const { profile, ledger } = whole;
  const tally: Tally = { observer: createObserver(profile), ledger, documents: 0, limit: null };
  let line = 0;
  for await (const document of documents) {
    options.signal.throwIfAborted();
    line += 1;
    const before = tally.documents;
    countItems(tally, itemsOf(document, line), { uri: READING.uri, shard: 0, part: 0 });
    watch.onAdvance(tally.documents - before, 0);
  }
  return {
    profile: { ...profile, problems: ledger.counts },
    examples: examplesOf(ledger, () => 0),
    lost: lostCodes(ledger),
    startedAt: new Date(started).toISOString(),
    elapsed: () => (Date.now() - started) / 1000,
  };
}

function itemsOf(document: unknown, line: number): readonly ReadItem[] {
  if (!isRecord(document))
    return [problemOf('RECORD_NOT_OBJECT', READING.uri, 'the document is no object', { line })];
  const fields = new Map(Object.entries(document));
  const items: ReadItem[] = [];
  readRecord({ get: (path) => fields.get(path), data: '', line, valid: true }, READING, items);
  return items;
}
