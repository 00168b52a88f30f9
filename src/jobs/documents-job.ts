import type { Document } from '../document.ts';
import { runDocuments } from '../engine/run-documents.ts';
import { CorpusError } from '../errors.ts';
import type { Capacities } from '../profile/capacities.ts';
import { decodeProfile, encodeProfile, isProfile } from '../profile/codec.ts';
import { planDigest } from '../profile/plan.ts';
import type { Profile } from '../profile/profile.ts';
import { mergeProfiles, withoutText } from '../profile/profile.ts';
import { valuesOf } from '../profile/values.ts';
import type { ComparisonReport } from '../report/comparison-report.ts';
import { COMPARISON_SCHEMA } from '../report/comparison-report.ts';
import type { Report } from '../report/report.ts';
import { reportOf } from './audit-job.ts';
import { comparisonFacts } from './comparison-facts.ts';
import { assembleReport } from './report-assembly.ts';
import { toolVersion } from './tool-version.ts';

/** Options of the library's calls. */
export interface LibraryOptions {
  /** Ends the work early: the promise rejects with its reason. */
  readonly signal?: AbortSignal;
  /** Numbers of entries that bound the memory. */
  readonly capacities?: Capacities;
}

export interface ProfileOptions extends LibraryOptions {
  /** Whether the profile keeps hashes in the place of text; absent: it keeps text. */
  readonly noText?: boolean;
}

/** Documents one by one: an array, a generator, a stream of objects. */
export type Documents = AsyncIterable<Document> | Iterable<Document>;

/**
 * Audits documents as they come and gives the report of `heteroglossia audit --json`.
 * A document without a usable text is counted among the problems and left out.
 */
export async function audit(documents: Documents, options: LibraryOptions = {}): Promise<Report> {
  const run = runOptions(options);
  return reportOf(await runDocuments(documents, run), [], run);
}

/** Profiles documents as they come: the bytes of `heteroglossia profile`, or of `profile --no-text`. */
export async function profile(documents: Documents, options: ProfileOptions = {}): Promise<Uint8Array> {
  const { profile: made } = await runDocuments(documents, runOptions(options));
  return encodeProfile(options.noText === true ? withoutText(made) : made);
}

/**
 * Adds encoded profiles: the bytes are those of one profile of all their documents, without text where one of them
 * holds none. Throws a `CorpusError`.
 */
export function merge(profiles: readonly [Uint8Array, ...Uint8Array[]]): Uint8Array {
  return encodeProfile(profiles.map(decoded).reduce(mergeProfiles));
}

/** Audits an encoded profile without reading a corpus again. Throws a `CorpusError`. */
export function auditProfile(bytes: Uint8Array): Report {
  const whole = decoded(bytes, 0);
  const run = { inputs: [], options: {}, planDigest: planDigest(whole.plan), startedAt: '', seconds: 0 };
  return assembleReport({ profile: whole, values: valuesOf(whole), examples: [], run });
}

/**
 * Compares two encoded profiles, the baseline first, and gives the report of `heteroglossia compare --json`.
 * Throws a `CorpusError`.
 */
export function compare(baseline: Uint8Array, candidate: Uint8Array): ComparisonReport {
  const sides = {
    baseline: { profile: decoded(baseline, 0), examples: [] },
    candidate: { profile: decoded(candidate, 1), examples: [] },
  };
  const digest = planDigest(sides.baseline.profile.plan);
  return {
    schema: COMPARISON_SCHEMA,
    tool: { name: 'heteroglossia', version: toolVersion() },
    run: { inputs: [], options: {}, planDigest: digest, startedAt: '', seconds: 0 },
    ...comparisonFacts(sides),
  };
}

function decoded(bytes: Uint8Array, index: number): Profile {
  const found = decodeProfile(bytes);
  if (isProfile(found)) return found;
  const code = found.kind === 'invalid' ? 'PROFILE_INVALID' : 'PROFILE_MISMATCH';
  throw new CorpusError({ code, path: `profile ${index + 1}`, reason: found.reason });
}

function runOptions({ signal, capacities }: LibraryOptions): {
  signal: AbortSignal;
  capacities?: Capacities;
} {
  return {
    signal: signal ?? new AbortController().signal,
    ...(capacities === undefined ? {} : { capacities }),
  };
}
