import { hash } from 'node:crypto';
import { CorpusError } from '../errors.ts';
import type { CountState, Measure, TableDeclaration } from '../measures/measure.ts';
import { MEASURES } from '../measures/registry.ts';
import type { ProblemCode } from '../problem.ts';
import { PROBLEM_KINDS } from '../problem.ts';
import type { ByteReader, ByteWriter } from '../sketches/bytes.ts';
import {
  createReader,
  createWriter,
  readBytes,
  readInteger,
  readString,
  writeBytes,
  writeInteger,
  writeString,
  writtenBytes,
} from '../sketches/bytes.ts';
import { decodeDocumentSample, encodeDocumentSample } from '../sketches/document-sample-codec.ts';
import type { KeyTable } from '../sketches/key-table.ts';
import { decodeKeyTable, encodeKeyTable } from '../sketches/key-table-codec.ts';
import { decodeTextSignatures, encodeTextSignatures } from '../sketches/text-signatures-codec.ts';
import type { Totals } from '../sketches/totals.ts';
import type { Plan } from './plan.ts';
import { currentPlan } from './plan.ts';
import type { Profile } from './profile.ts';

/** Every profile begins with these bytes. */
export const PROFILE_MAGIC = Buffer.from('heteroglossia profile 2\n');
const CHECKSUM_BYTES = 32;

/** Why bytes are no profile that this version can use. */
export interface ProfileFault {
  readonly kind: 'invalid' | 'mismatch';
  readonly reason: string;
}

/**
 * Writes a profile: magic, plan with whether text follows, problems, counts by measure, document sample, text signatures, SHA-256 of all that.
 * Numbers are written so that equal profiles are equal bytes.
 * Throws a `CorpusError` where a number is too large to be exact, as when a profile was doubled 50 times.
 */
export function encodeProfile(profile: Profile): Uint8Array {
  if (!isCountable(profile)) throw new CorpusError({ code: 'COUNT_TOO_LARGE' });
  return encode(profile);
}

/** Whether all sums are exact; single counts are never larger than the sum of their table. */
function isCountable({ counts, sample, signatures, problems }: Profile): boolean {
  const sums = [...counts.values()].flatMap(({ tables, totals }) => [
    ...Object.values(tables).map(({ total }) => total),
    ...Object.values(totals).flatMap((cells) => [...cells]),
  ]);
  return [...sums, sample.total, signatures.total, ...problems.values()].every(Number.isSafeInteger);
}

function encode(profile: Profile): Uint8Array {
  const writer = createWriter();
  writeBytes(writer, PROFILE_MAGIC);
  writeString(writer, headOf(profile));
  writeProblems(writer, profile.problems);
  for (const { id, tables, totals } of countMeasures()) {
    const state = profile.counts.get(id);
    for (const [name] of tables) encodeKeyTable(writer, present(state?.tables[name]));
    for (const [name] of totals) for (const sum of present(state?.totals[name])) writeInteger(writer, sum);
  }
  encodeDocumentSample(writer, profile.sample, profile.holdsText);
  encodeTextSignatures(writer, profile.signatures);
  writeBytes(writer, checksum(writtenBytes(writer)));
  return writtenBytes(writer).slice();
}

/** Whether bytes begin as profiles do. */
export function looksLikeProfile(head: Uint8Array): boolean {
  return Buffer.from(head.subarray(0, PROFILE_MAGIC.length)).equals(PROFILE_MAGIC);
}

/** Reads what `encodeProfile` wrote, or says why it cannot. */
export function decodeProfile(bytes: Uint8Array): Profile | ProfileFault {
  if (!looksLikeProfile(bytes)) return { kind: 'invalid', reason: 'it does not begin as a profile does' };
  const body = bytes.subarray(0, Math.max(0, bytes.length - CHECKSUM_BYTES));
  if (!checksum(body).equals(bytes.subarray(body.length)))
    return { kind: 'invalid', reason: 'it is cut short or damaged (its checksum does not match)' };
  try {
    return decodeBody(body);
  } catch (error) {
    if (error instanceof RangeError || error instanceof SyntaxError)
      return { kind: 'invalid', reason: error.message };
    throw error;
  }
}

/** Tells a profile from the fault that stood in its place. */
export function isProfile(decoded: Profile | ProfileFault): decoded is Profile {
  return 'plan' in decoded;
}

function decodeBody(body: Uint8Array): Profile | ProfileFault {
  const reader = createReader(body);
  readBytes(reader, PROFILE_MAGIC.length);
  const written: unknown = JSON.parse(readString(reader));
  const plan = currentPlan();
  const holdsText = [true, false].find(
    (told) => JSON.stringify(written) === headOf({ plan, holdsText: told }),
  );
  if (holdsText === undefined) return faultOf(written, plan);
  const problems = readProblems(reader);
  const counts = new Map<string, CountState>();
  for (const { id, tables, totals } of countMeasures()) {
    const state: { tables: Record<string, KeyTable>; totals: Record<string, Totals> } = {
      tables: {},
      totals: {},
    };
    for (const [name, declaration] of tables)
      state.tables[name] = decodeKeyTable(reader, {
        ...declaration,
        capacity: 1,
        texts: declaration.texts && (holdsText || declaration.metadata === true),
      });
    for (const [name, cells] of totals)
      state.totals[name] = Float64Array.from({ length: cells }, () => readInteger(reader));
    counts.set(id, state);
  }
  const sample = decodeDocumentSample(reader, holdsText);
  const signatures = decodeTextSignatures(reader);
  if (reader.offset !== body.length) throw new RangeError('there are bytes after its end');
  return { plan, holdsText, counts, sample, signatures, problems };
}

/** What a profile says about itself: the fields of its plan, and whether it holds text. */
function headOf({ plan, holdsText }: Pick<Profile, 'plan' | 'holdsText'>): string {
  return JSON.stringify({ ...plan, holdsText });
}

interface CountLayout {
  readonly id: string;
  readonly tables: readonly (readonly [name: string, declaration: TableDeclaration])[];
  readonly totals: readonly (readonly [name: string, cells: number])[];
}

/** The count measures in the order of their ids, with their parts in the order of their names. */
function countMeasures(): readonly CountLayout[] {
  return Object.values<Measure>(MEASURES)
    .flatMap((measure) => (measure.kind === 'count' ? [measure] : []))
    .map(({ id, tables, totals }) => ({ id, tables: byName(tables), totals: byName(totals) }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function byName<T>(parts: Readonly<Record<string, T>>): readonly (readonly [string, T])[] {
  return Object.entries(parts).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function writeProblems(writer: ByteWriter, problems: Profile['problems']): void {
  const sorted = [...problems].filter(([, number]) => number > 0).toSorted(([a], [b]) => (a < b ? -1 : 1));
  writeInteger(writer, sorted.length);
  for (const [code, number] of sorted) {
    writeString(writer, code);
    writeInteger(writer, number);
  }
}

function readProblems(reader: ByteReader): Map<ProblemCode, number> {
  const problems = new Map<ProblemCode, number>();
  for (let remaining = readInteger(reader); remaining > 0; remaining--) {
    const code = readString(reader);
    if (!isProblemCode(code)) throw new RangeError('it counts a problem that is not known');
    problems.set(code, readInteger(reader));
  }
  return problems;
}

function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEM_KINDS, code);
}

function faultOf(written: unknown, current: Plan): ProfileFault {
  if (typeof written !== 'object' || written === null || !('tokenizer' in written))
    return { kind: 'invalid', reason: 'what it says about its own making cannot be read' };
  const { tokenizer } = written;
  const reason =
    tokenizer === current.tokenizer
      ? 'it was made with other measures than this version has'
      : `it was made with the tokenizer ${String(tokenizer)}, and this is ${current.tokenizer}`;
  return { kind: 'mismatch', reason };
}

function checksum(bytes: Uint8Array): Buffer {
  return hash('sha256', bytes, 'buffer');
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the profile lacks a part of its plan');
  return value;
}
