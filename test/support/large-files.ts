import { type ChildProcess, spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import { createWriteStream, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { expect } from 'vitest';
import { finished, type Result } from '../cli/command.ts';

const ROOT = join(import.meta.dirname, '../..');
const BUILT = join(ROOT, 'dist/cli/main.js');
const PIECE = 2 ** 20;

export const MB = 10 ** 6;
export const GB = 10 ** 9;
export const GIB = 2 ** 30;

type Chunks = Iterable<string | Uint8Array>;

/** Numbers from 0 to 1 that are the same for a seed on every machine (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Writes a file piece by piece, compressed where its name ends in `.gz`; gives its bytes before compression. */
export async function store(path: string, chunks: Chunks): Promise<number> {
  let bytes = 0;
  function* counted(): Generator<Buffer> {
    for (const piece of inPieces(chunks)) {
      bytes += piece.byteLength;
      yield piece;
    }
  }
  const source = Readable.from(counted(), { objectMode: false });
  const target = createWriteStream(path);
  if (path.endsWith('.gz')) await pipeline(source, createGzip({ level: 1 }), target);
  else await pipeline(source, target);
  return bytes;
}

/** A million small writes would take longer than what is tested. */
function* inPieces(chunks: Chunks): Generator<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  for (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk);
    waiting.push(bytes);
    size += bytes.byteLength;
    if (size < PIECE) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(waiting);
}

/** The same text again and again, until there are so many bytes of it. */
export function* repeated(text: string, bytes: number): Generator<Buffer> {
  const once = Buffer.from(text);
  const many = Buffer.concat(
    Array.from({ length: Math.max(1, Math.floor(PIECE / once.length)) }, () => once),
  );
  let left = bytes;
  for (; left > many.length; left -= many.length) yield many;
  yield many.subarray(0, left);
}

/** `number` pieces, each made from its place. */
export function* made(number: number, make: (index: number) => string): Generator<string> {
  for (let index = 0; index < number; index++) yield make(index);
}

/** A word of lower-case letters and digits for a number, as short as can be, and another one for another number. */
export function wordOf(number: number): string {
  return `w${number.toString(36)}`;
}

export function recordOf(record: Readonly<Record<string, string>>): string {
  return `${JSON.stringify(record)}\n`;
}

type FixtureRecord = Readonly<Record<'id' | 'text' | 'source' | 'date' | 'label', string>>;

/**
 * Ordinary text as JSON Lines, without end: the fixture corpora again and again, with other ids each time, and with a
 * tenth of the words replaced from a Zipfian list without end, so that tables overflow as they do in real text.
 */
export function* ordinaryLines(seed: number): Generator<string> {
  const records = fixtureRecords();
  const random = seeded(seed);
  for (let round = 0; ; round++)
    for (const record of records) {
      const text = record.text.replace(/[a-z]{3,}/gu, (word) =>
        random() < 0.1 ? word + wordOf(Math.floor(1 / (random() + 1e-7))) : word,
      );
      yield recordOf({ ...record, id: `${record.id}-${seed}-${round}`, text });
    }
}

/** As many lines as fit into so many bytes. */
export function* upTo(bytes: number, lines: Iterable<string>): Generator<string> {
  let left = bytes;
  for (const line of lines) {
    left -= Buffer.byteLength(line);
    if (left < 0) return;
    yield line;
  }
}

function fixtureRecords(): readonly FixtureRecord[] {
  return ['heteroglossic', 'narrowing', 'monologic'].flatMap((name) =>
    readFileSync(join(ROOT, `fixtures/corpora/${name}.jsonl`), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as FixtureRecord),
  );
}

/** What takes longer has lost its way. */
const PATIENCE_MILLISECONDS = 300_000;

/** Starts the built program, which is killed where it does not end. */
export function startBuilt(args: readonly string[], input: Uint8Array = Buffer.alloc(0)): ChildProcess {
  const child = spawn(process.execPath, [BUILT, ...args], {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: PATIENCE_MILLISECONDS,
    killSignal: 'SIGKILL',
  });
  child.stdin?.on('error', () => undefined).end(input);
  return child;
}

/** What a run of the program took, all its threads together. */
export interface Measured extends Result {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakBytes: number;
}

const POLL_MILLISECONDS = 15;
/** Linux counts processor time in hundredths of a second, whatever the machine. */
const TICKS_A_SECOND = 100;

/** Runs the built program to its end. */
export async function measured(args: readonly string[]): Promise<Measured> {
  const started = performance.now();
  const child = startBuilt(args);
  let used = { cpuSeconds: 0, peakBytes: 0 };
  const timer = setInterval(() => {
    used = usageOf(child.pid) ?? used;
  }, POLL_MILLISECONDS);
  const result = await finished(child);
  clearInterval(timer);
  return { ...result, ...used, seconds: (performance.now() - started) / 1000 };
}

function usageOf(pid: number | undefined): Pick<Measured, 'cpuSeconds' | 'peakBytes'> | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'latin1');
    const peak = /^VmHWM:\s*(\d+) kB/mu.exec(status)?.[1];
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1]?.split(' ') ?? [];
    const ticks = Number(fields[11]) + Number(fields[12]);
    return peak === undefined ? null : { peakBytes: Number(peak) * 1024, cpuSeconds: ticks / TICKS_A_SECOND };
  } catch {
    return null; // It has ended.
  }
}

/** What a report says of the corpus, as far as tests of reading ask. */
interface Counts {
  readonly documents: number;
  readonly tokens: number;
  readonly bytes: number;
  readonly problems: { readonly byCode: Readonly<Record<string, number>> };
}

export interface AuditRun extends Measured {
  /** Null where no report was made. */
  readonly corpus: Counts | null;
}

/** Audits with default options, whatever the verdict. */
export async function audit(inputs: readonly string[], options: readonly string[] = []): Promise<AuditRun> {
  const run = await measured([
    'audit',
    ...inputs,
    '--json',
    '--no-progress',
    '--fail-on',
    'never',
    ...options,
  ]);
  const report = run.stdout === '' ? null : (JSON.parse(run.stdout) as { readonly corpus: Counts });
  return { ...run, corpus: report?.corpus ?? null };
}

/** Makes a profile and gives the hash of its bytes. */
export async function profileHash(
  inputs: readonly string[],
  output: string,
  options: readonly string[] = [],
): Promise<string> {
  const run = await finished(
    startBuilt(['profile', ...inputs, '-o', output, '--quiet', '--no-progress', ...options]),
  );
  if (run.code !== 0) throw new Error(`profile ended with code ${run.code}: ${run.stderr}`);
  return hashOf(output);
}

export async function hashOf(path: string): Promise<string> {
  return hash('sha256', await readFile(path), 'hex');
}

/** A line of figures for whoever runs the tests. */
export function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** What ordinary text takes on this machine today, for two orders of size. */
export interface Yardstick {
  readonly small: Ordinary;
  readonly large: Ordinary;
}

interface Ordinary {
  readonly bytes: number;
  readonly run: Measured;
}

const SMALL_BYTES = 16 * MB;
const LARGE_BYTES = 128 * MB;
/** Below this, starting the program takes longer than reading. */
const TINY_BYTES = 4 * MB;
const MOST_RATIO = 5;

/** Measures ordinary text; the files stay in the folder as `small.jsonl` and `large.jsonl`. */
export async function takeYardstick(folder: string): Promise<Yardstick> {
  const ordinary = async (name: string, size: number): Promise<Ordinary> => {
    const path = join(folder, name);
    const bytes = await store(path, upTo(size, ordinaryLines(1)));
    const run = await audit([path]);
    tell(figures(`ordinary text of ${size / MB} MB`, bytes, run));
    return { bytes, run };
  };
  return {
    small: await ordinary('small.jsonl', SMALL_BYTES),
    large: await ordinary('large.jsonl', LARGE_BYTES),
  };
}

/**
 * Holds a run of so many bytes to its memory, and to 5 times what ordinary text of as many bytes takes. Both times must
 * be over to fail: who else uses the machine lengthens the seconds that pass, but hardly those of the processor.
 */
export function expectBounded(name: string, bytes: number, run: Measured, yardstick: Yardstick): void {
  const [elapsed, processor] = (['seconds', 'cpuSeconds'] as const).map(
    (time) => run[time] / ordinaryTime(time, bytes, yardstick),
  ) as [number, number];
  tell(
    `${figures(name, bytes, run)}, ${elapsed.toFixed(2)} x ordinary (processor ${processor.toFixed(2)} x)`,
  );
  expect.soft(run.peakBytes, 'peak memory').toBeGreaterThan(0);
  expect.soft(run.peakBytes, 'peak memory').toBeLessThanOrEqual(GIB);
  if (bytes < TINY_BYTES)
    expect.soft(run.seconds, 'seconds').toBeLessThanOrEqual(yardstick.small.run.seconds);
  else expect.soft(Math.min(elapsed, processor), 'time per byte').toBeLessThanOrEqual(MOST_RATIO);
}

/** On the line through the two sizes that were measured. */
function ordinaryTime(time: 'seconds' | 'cpuSeconds', bytes: number, { small, large }: Yardstick): number {
  const slope = (large.run[time] - small.run[time]) / (large.bytes - small.bytes);
  return small.run[time] + slope * (bytes - small.bytes);
}

function figures(name: string, bytes: number, { code, seconds, cpuSeconds, peakBytes }: Measured): string {
  const speed = bytes / MB / seconds;
  return (
    `${name}: exit ${code}, ${(bytes / MB).toFixed(1)} MB in ${seconds.toFixed(1)} s ` +
    `(processor ${cpuSeconds.toFixed(1)} s, ${speed.toFixed(1)} MB/s), peak ${Math.round(peakBytes / 2 ** 20)} MiB`
  );
}
