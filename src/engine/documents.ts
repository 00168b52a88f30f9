import type { Document } from '../document.ts';
import { CorpusError } from '../errors.ts';
import type { FieldPaths, ReadItem } from '../formats/format.ts';
import type { ProblemCode } from '../problem.ts';
import { resolveInputs } from '../sources/inputs.ts';
import type { ReadPlan } from './engine.ts';
import { filledBy, flawedIn, verifyFields } from './field-check.ts';
import { nothingReadable } from './nothing-readable.ts';
import type { ProblemLedger } from './problem-ledger.ts';
import { createLedger, enterProblem, lostCodes } from './problem-ledger.ts';
import { isProfileFile } from './profile-file.ts';
import { shardItems } from './shard-items.ts';

/** What is known when all documents were given. */
export interface ReadingEnd {
  /** Codes of the problems by which an input was lost or cut short. */
  readonly lost: readonly ProblemCode[];
  /** How often each problem was met. */
  readonly problems: ReadonlyMap<ProblemCode, number>;
}

export interface ReadingOptions {
  readonly signal: AbortSignal;
  /** Called once, after the last document. */
  readonly onEnd?: ((end: ReadingEnd) => void) | undefined;
}

/** A document and where it stands. */
export interface PlacedDocument {
  readonly document: Document;
  readonly uri: string;
  /** The line on which its record starts, null where there are no lines. */
  readonly line: number | null;
}

/** What was met on the way. */
interface Reading {
  readonly plan: ReadPlan;
  readonly ledger: ProblemLedger;
  readonly names: Set<string>;
  readonly filled: Set<keyof FieldPaths>;
  /** Documents that may still be given. */
  remaining: number;
}

/**
 * The documents of all inputs, in input order; what cannot be read is passed over.
 * Throws a `CorpusError` as a run does: where an input is missing or a profile at once, and at the end where a field
 * that was named does not exist or no document could be read.
 */
export async function* readDocuments(plan: ReadPlan, options: ReadingOptions): AsyncGenerator<Document> {
  for await (const { document } of readPlacedDocuments(plan, options)) yield document;
}

/** The same, each with its place. */
export async function* readPlacedDocuments(
  plan: ReadPlan,
  { signal, onEnd }: ReadingOptions,
): AsyncGenerator<PlacedDocument> {
  for (const input of plan.inputs)
    if (input !== '-' && (await isProfileFile(input)))
      throw new CorpusError({ code: 'INPUT_IS_PROFILE', input });
  const remaining = plan.limit ?? Number.POSITIVE_INFINITY;
  const reading: Reading = { plan, ledger: createLedger(), names: new Set(), filled: new Set(), remaining };
  yield* documentsOf(reading, signal);
  const { ledger, names } = reading;
  const filled = new Set([...reading.filled, ...flawedIn(ledger.counts)]);
  await verifyFields(plan.fields, { names, filled });
  if (!reading.filled.has('text')) throw nothingReadable(ledger, names);
  onEnd?.({ lost: lostCodes(ledger), problems: ledger.counts });
}

async function* documentsOf(reading: Reading, signal: AbortSignal): AsyncGenerator<PlacedDocument> {
  const { plan, ledger, names } = reading;
  const source = await resolveInputs(plan.inputs);
  const noteNames = (found: readonly string[]): void => {
    for (const name of found) names.add(name);
  };
  let shard = 0;
  for await (const item of source.items(signal)) {
    shard += 1;
    if (item.kind === 'problem') {
      enterProblem(ledger, { shard, part: 0 }, item);
      continue;
    }
    const stored = { uri: item.shard.uri, bytes: item.shard.open(signal) };
    for await (const batch of shardItems(plan, stored, noteNames)) {
      yield* documentsAmong(batch, reading, { shard, uri: stored.uri });
      if (reading.remaining <= 0) return;
    }
  }
}

/** The documents of a batch as far as the limit; the problems before it are entered. */
function* documentsAmong(
  batch: readonly ReadItem[],
  reading: Reading,
  { shard, uri }: { readonly shard: number; readonly uri: string },
): Generator<PlacedDocument> {
  for (const item of batch) {
    if (reading.remaining <= 0) return;
    if (item.kind === 'problem') {
      enterProblem(reading.ledger, { shard, part: 0 }, item);
      continue;
    }
    reading.remaining -= 1;
    for (const name of filledBy(item.document)) reading.filled.add(name);
    yield { document: item.document, uri, line: item.line ?? null };
  }
}
