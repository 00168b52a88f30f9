import { tailAgainst } from '../compare/tail-against.ts';
import type { Document } from '../document.ts';
import { runDocuments } from '../engine/run-documents.ts';
import { takeValues } from '../engine/values.ts';
import type { Capacities } from '../profile/capacities.ts';
import { encodeProfile } from '../profile/codec.ts';
import { groupedVocabularyOf } from '../profile/grouped-vocabulary.ts';
import { planDigest } from '../profile/plan.ts';
import { mergeProfiles, withoutText } from '../profile/profile.ts';
import { valuesOf } from '../profile/values.ts';
import type { ComparisonReport } from '../report/comparison-report.ts';
import { COMPARISON_SCHEMA } from '../report/comparison-report.ts';
import type { Report } from '../report/report.ts';
import { reportOf } from './audit-job.ts';
import { comparisonFacts } from './comparison-facts.ts';
import { decodedProfile } from './encoded-profile.ts';
import type { Reference } from './reference.ts';
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

/** What a corpus is compared with. */
export interface ComparisonOptions {
  /** As `readReference` gives it; absent: the tail of the vocabulary is compared with nothing. */
  readonly reference?: Reference;
}

/**
 * Audits documents as they come and gives the report of `heteroglossia audit --json`.
 * A document without a usable text is counted among the problems and left out.
 */
export async function audit(
  documents: Documents,
  options: LibraryOptions & ComparisonOptions = {},
): Promise<Report> {
  const run = runOptions(options);
  const result = await runDocuments(documents, run);
  const { values } = await takeValues(result.profile, { ...run, thread: null });
  return reportOf(result, values, { inputs: [], reference: options.reference });
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
  return encodeProfile(
    profiles.map((bytes, index) => decodedProfile(bytes, `profile ${index + 1}`)).reduce(mergeProfiles),
  );
}

/** Audits an encoded profile without reading a corpus again. Throws a `CorpusError`. */
export function auditProfile(bytes: Uint8Array, { reference }: ComparisonOptions = {}): Report {
  const whole = decodedProfile(bytes, 'profile 1');
  const run = { inputs: [], options: {}, planDigest: planDigest(whole.plan), startedAt: '', seconds: 0 };
  const tail = reference === undefined ? undefined : tailAgainst(reference, groupedVocabularyOf(whole));
  return assembleReport({ profile: whole, values: valuesOf(whole), examples: [], run, tail });
}

/**
 * Compares two encoded profiles, the baseline first, and gives the report of `heteroglossia compare --json`.
 * Throws a `CorpusError`.
 */
export function compare(baseline: Uint8Array, candidate: Uint8Array): ComparisonReport {
  const sides = {
    baseline: { profile: decodedProfile(baseline, 'profile 1'), examples: [] },
    candidate: { profile: decodedProfile(candidate, 'profile 2'), examples: [] },
  };
  const digest = planDigest(sides.baseline.profile.plan);
  return {
    schema: COMPARISON_SCHEMA,
    tool: { name: 'heteroglossia', version: toolVersion() },
    run: { inputs: [], options: {}, planDigest: digest, startedAt: '', seconds: 0 },
    ...comparisonFacts(sides),
  };
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
