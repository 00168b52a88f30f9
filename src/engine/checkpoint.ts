import { hash } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CorpusError } from '../errors.ts';
import type { Problem } from '../problem.ts';
import { PROBLEM_KINDS } from '../problem.ts';
import { decodeProfile, encodeProfile, isProfile } from '../profile/codec.ts';
import type { Circumstances, Present } from './checkpoint-circumstances.ts';
import { differenceOf } from './checkpoint-circumstances.ts';
import { makeCheckpointFolder, unwritableCheckpoint } from './checkpoint-folder.ts';
import type { ProblemLedger } from './problem-ledger.ts';
import type { Whole } from './whole.ts';

const FILE_NAME = 'heteroglossia.checkpoint';
const MAGIC = 'heteroglossia checkpoint 2';
/** Writing takes a twentieth of the time at most, and is worth it once a second at most. */
const LEAST_MILLISECONDS = 1_000;
const REST_FACTOR = 20;

/** What a run has counted, kept in a folder so that a run that was killed can go on. */
export interface Checkpoint {
  /** Units that are counted already. */
  readonly done: ReadonlySet<string>;
  /** Notes that units are counted, and writes all down when the time has come. */
  note(keys: readonly string[], whole: Whole): Promise<void>;
  /** Removes it, once the run has come to its end. */
  remove(): Promise<void>;
}

/** The head of a checkpoint; the profile follows. Maps are written as lists of their entries. */
interface Head {
  readonly magic: typeof MAGIC;
  readonly circumstances: Circumstances;
  readonly checksum: string;
  readonly done: readonly string[];
  readonly counts: readonly (readonly [string, number])[];
  readonly examples: readonly unknown[];
  readonly fieldNames: readonly string[];
  readonly lines: readonly (readonly [number, readonly (readonly [number, number])[]])[];
  readonly progress: Whole['progress'];
}

/**
 * Opens a folder for checkpoints, and fills `whole` with what a run before has left in it. Throws a `CorpusError`.
 * Where the profile of the whole holds no text, neither does the checkpoint.
 */
export async function openCheckpoint(folder: string, present: Present, whole: Whole): Promise<Checkpoint> {
  const path = join(folder, FILE_NAME);
  await makeCheckpointFolder(folder);
  const done = new Set(await restore(path, present, whole));
  const { circumstances } = present;
  let due = 0;
  return {
    done,
    async note(keys, of) {
      for (const key of keys) done.add(key);
      const started = Date.now();
      if (started < due) return;
      due = Number.POSITIVE_INFINITY;
      await write(path, circumstances, [...done], of).catch((error: unknown) => {
        throw error instanceof CorpusError ? error : unwritableCheckpoint(folder, error);
      });
      due = Date.now() + Math.max(LEAST_MILLISECONDS, REST_FACTOR * (Date.now() - started));
    },
    remove: () => rm(path, { force: true }),
  };
}

async function write(
  path: string,
  circumstances: Circumstances,
  done: readonly string[],
  whole: Whole,
): Promise<void> {
  const profile = encodeProfile(whole.profile);
  const head: Head = {
    magic: MAGIC,
    circumstances,
    checksum: digest(profile),
    done,
    counts: [...whole.ledger.counts],
    examples: [...(whole.profile.holdsText ? whole.ledger.examples : unquoted(whole.ledger.examples))],
    fieldNames: [...whole.fieldNames],
    lines: [...whole.lines].map(([shard, parts]) => [shard, [...parts]]),
    progress: { ...whole.progress, documents: whole.profile.sample.total },
  };
  const temporary = `${path}.tmp`;
  const file = await open(temporary, 'w');
  try {
    await file.writeFile(Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), profile]));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}

/** Examples of problems without the data that they quote. */
function unquoted(examples: ProblemLedger['examples']): ProblemLedger['examples'] {
  return new Map(
    [...examples].map(([code, found]) => {
      const message = PROBLEM_KINDS[code].title;
      const bare = ({ uri, line }: Problem): Problem =>
        line === undefined ? { code, uri, message } : { code, uri, message, line };
      return [code, found.map(({ problem, ...place }) => ({ ...place, problem: bare(problem) }))];
    }),
  );
}

async function restore(path: string, present: Present, whole: Whole): Promise<readonly string[]> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw refusal(path, error.message);
  });
  if (bytes === null) return [];
  const end = bytes.indexOf('\n');
  const head = headOf(path, bytes.subarray(0, Math.max(0, end)).toString());
  const difference = differenceOf(head.circumstances, present);
  if (difference !== null) throw refusal(path, difference);
  const stored = bytes.subarray(end + 1);
  const profile = decodeProfile(stored);
  if (digest(stored) !== head.checksum || !isProfile(profile)) throw refusal(path, 'it is damaged');
  whole.profile = profile;
  fill(whole.ledger, head);
  for (const name of head.fieldNames) whole.fieldNames.add(name);
  for (const [shard, parts] of head.lines) whole.lines.set(shard, new Map(parts));
  Object.assign(whole.progress, head.progress);
  return head.done;
}

function fill(ledger: ProblemLedger, head: Head): void {
  for (const [code, number] of head.counts as Iterable<[never, number]>) ledger.counts.set(code, number);
  for (const [code, examples] of head.examples as Iterable<[never, never]>)
    ledger.examples.set(code, examples);
}

function headOf(path: string, text: string): Head {
  try {
    const head = JSON.parse(text) as Head;
    if (head.magic === MAGIC) return head;
  } catch {
    // Falls through to the refusal: what is no JSON is no checkpoint.
  }
  throw refusal(path, 'it is no checkpoint of this version');
}

function refusal(path: string, reason: string): CorpusError {
  return new CorpusError({ code: 'CHECKPOINT_UNUSABLE', path, reason });
}

function digest(data: string | Uint8Array): string {
  return hash('sha256', data, 'hex');
}
