import type { Document } from '../document.ts';
import type { ReadItem } from '../formats/format.ts';
import { DEFAULT_FIELDS } from '../formats/format.ts';
import { readRecord } from '../formats/record.ts';
import { DEFAULT_CAPACITIES } from '../profile/capacities.ts';
import { createProfile } from '../profile/profile.ts';
import type { RunOptions, RunResult } from './engine.ts';
import { createFieldCheck } from './field-check.ts';
import { createObserver } from './observation.ts';
import { createLedger, examplesOf, lostCodes } from './problem-ledger.ts';
import type { ShardJob } from './shard-job.ts';
import { take } from './shard-job.ts';

const READING = {
  uri: 'documents',
  fields: { ...DEFAULT_FIELDS, text: 'text' },
  split: 'document',
  maximumRecordBytes: Number.POSITIVE_INFINITY,
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
  const profile = createProfile(options.capacities ?? DEFAULT_CAPACITIES);
  const ledger = createLedger();
  const job: ShardJob = {
    plan: { inputs: [], ...READING },
    observer: createObserver(profile),
    ledger,
    fieldCheck: createFieldCheck(READING.fields),
    signal: options.signal,
    progress: { documents: 0, bytes: 0, totalBytes: null },
    onProgress: options.onProgress ?? null,
  };
  let line = 0;
  for await (const document of documents) {
    options.signal.throwIfAborted();
    line += 1;
    for (const item of itemsOf(document, line)) take(job, item, { uri: READING.uri, index: 0 });
    job.onProgress?.({ ...job.progress, problems: ledger.total });
  }
  return {
    profile: { ...profile, problems: ledger.counts },
    examples: examplesOf(ledger),
    lost: lostCodes(ledger),
    startedAt: new Date(started).toISOString(),
    seconds: (Date.now() - started) / 1000,
  };
}

function itemsOf(document: Document, line: number): readonly ReadItem[] {
  const fields = new Map(Object.entries(document));
  const items: ReadItem[] = [];
  readRecord({ get: (path) => fields.get(path), data: '', line, valid: true }, READING, items);
  return items;
}
