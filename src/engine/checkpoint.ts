import { hash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CorpusError } from '../errors.ts';
import type { Capacities } from '../profile/capacities.ts';
import { decodeProfile, encodeProfile, isProfile } from '../profile/codec.ts';
import { currentPlan, planDigest } from '../profile/plan.ts';
import type { Source } from '../sources/source.ts';
import type { ReadPlan } from './engine.ts';
import type { ProblemLedger } from './problem-ledger.ts';
import type { Whole } from './whole.ts';

const FILE_NAME = 'heteroglossia.checkpoint';
const MAGIC = 'heteroglossia checkpoint 1';
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

/** What a checkpoint was made with: another plan or other inputs cannot go on from it. */
export interface Circumstances {
  readonly plan: string;
  readonly inputs: string;
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

/** What of a run must be the same for its checkpoint to be of use. */
export async function circumstancesOf(
  plan: ReadPlan,
  capacities: Capacities,
  source: Source,
  signal: AbortSignal,
): Promise<Circumstances> {
  const { inputs: _, ...reading } = plan;
  const files: string[] = [];
  for await (const item of source.items(signal)) {
    if (item.kind === 'problem') continue;
    if (item.shard.byteLength === undefined)
      throw new CorpusError({
        code: 'OPTION_INVALID',
        option: '--checkpoint',
        value: item.shard.uri,
        expected: 'inputs that are files, which can be read again after an interruption',
      });
    const { mtimeMs, size } = await stat(item.shard.uri);
    files.push(`${item.shard.uri}\n${size}\n${mtimeMs}`);
  }
  return {
    plan: digest(JSON.stringify([planDigest(currentPlan()), capacities, reading])),
    inputs: digest(files.join('\n\n')),
  };
}

/** Opens a folder for checkpoints, and fills `whole` with what a run before has left in it. Throws a `CorpusError`. */
export async function openCheckpoint(
  folder: string,
  circumstances: Circumstances,
  whole: Whole,
): Promise<Checkpoint> {
  const path = join(folder, FILE_NAME);
  await mkdir(folder, { recursive: true }).catch((error: Error) => {
    throw new CorpusError({ code: 'OUTPUT_UNWRITABLE', path: folder, reason: error.message });
  });
  const done = new Set(await restore(path, circumstances, whole));
  let due = 0;
  return {
    done,
    async note(keys, of) {
      for (const key of keys) done.add(key);
      const started = Date.now();
      if (started < due) return;
      due = Number.POSITIVE_INFINITY;
      await write(path, circumstances, [...done], of);
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
    examples: [...whole.ledger.examples],
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

async function restore(path: string, circumstances: Circumstances, whole: Whole): Promise<readonly string[]> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw refusal(path, error.message);
  });
  if (bytes === null) return [];
  const end = bytes.indexOf('\n');
  const head = headOf(path, bytes.subarray(0, Math.max(0, end)).toString());
  if (head.circumstances.plan !== circumstances.plan)
    throw refusal(path, 'it was made with another version or other options');
  if (head.circumstances.inputs !== circumstances.inputs)
    throw refusal(path, 'it was made of other inputs, or they have changed since');
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
