import type { CountState, Measure, TableDeclaration } from '../measures/measure.ts';
import { MEASURES } from '../measures/registry.ts';
import type { ProblemCode } from '../problem.ts';
import type { DocumentSample } from '../sketches/document-sample.ts';
import { createDocumentSample, mergeDocumentSamples } from '../sketches/document-sample.ts';
import type { KeyTable, KeyTableSpec } from '../sketches/key-table.ts';
import { createKeyTable, mergeKeyTables } from '../sketches/key-table.ts';
import type { TextSignatures } from '../sketches/text-signatures.ts';
import { createTextSignatures, mergeTextSignatures } from '../sketches/text-signatures.ts';
import { textlessTable } from '../sketches/textless-table.ts';
import type { Totals } from '../sketches/totals.ts';
import { createTotals, mergeTotals } from '../sketches/totals.ts';
import type { Capacities } from './capacities.ts';
import { DEFAULT_CAPACITIES } from './capacities.ts';
import { hashedSample } from './hashed-sample.ts';
import type { Plan } from './plan.ts';
import { currentPlan } from './plan.ts';

/**
 * The mergeable artifact: the states of all measures over a corpus. It holds no file name, line or clock,
 * and the same documents give the same profile in whatever order, split or number of pieces they came.
 */
export interface Profile {
  readonly plan: Plan;
  /** Whether words and excerpts of documents are in it. Ids and names of sources, periods and labels always are. */
  readonly holdsText: boolean;
  /** Counts of each count measure, by its id. */
  readonly counts: ReadonlyMap<string, CountState>;
  readonly sample: DocumentSample;
  /** Distinct texts with the hashes of their runs of words, by which near copies are found. */
  readonly signatures: TextSignatures;
  /** Problems met while reading, by code. */
  readonly problems: ReadonlyMap<ProblemCode, number>;
}

/** The profile of no documents. */
export function createProfile(capacities: Capacities = DEFAULT_CAPACITIES): Profile {
  const counts = new Map<string, CountState>();
  for (const measure of Object.values(MEASURES)) {
    if (measure.kind !== 'count') continue;
    const tables: Record<string, KeyTable> = {};
    for (const [name, declaration] of Object.entries<TableDeclaration>(measure.tables))
      tables[name] = createKeyTable(tableSpec(declaration, capacities));
    const totals: Record<string, Totals> = {};
    for (const [name, cells] of Object.entries<number>(measure.totals)) totals[name] = createTotals(cells);
    counts.set(measure.id, { tables, totals });
  }
  return {
    plan: currentPlan(),
    holdsText: true,
    counts,
    sample: createDocumentSample(capacities.sample),
    signatures: createTextSignatures(capacities.signatures),
    problems: new Map(),
  };
}

/** What a measure's declaration means at given capacities. */
function tableSpec(declaration: TableDeclaration, capacities: Capacities): KeyTableSpec {
  return { ...declaration, capacity: capacities.tables[declaration.capacity] };
}

/**
 * The profile with hashes alone in the place of words and excerpts. Everything that is counted has the values that it
 * had; what would be quoted is absent. Whether parts or their sum are so reduced makes no difference.
 * What holds no text is shared with the given profile.
 */
export function withoutText(profile: Profile): Profile {
  if (!profile.holdsText) return profile;
  const counts = new Map<string, CountState>();
  for (const measure of Object.values<Measure>(MEASURES)) {
    const state = profile.counts.get(measure.id);
    if (measure.kind !== 'count' || state === undefined) continue;
    const tables = Object.entries(state.tables).map(
      ([name, table]) =>
        [name, measure.tables[name]?.metadata === true ? table : textlessTable(table)] as const,
    );
    counts.set(measure.id, { ...state, tables: Object.fromEntries(tables) });
  }
  return { ...profile, holdsText: false, counts, sample: hashedSample(profile.sample) };
}

/**
 * Adds two profiles of one plan; the first may be used up. Decoding has checked the plans.
 * Where one of them holds no text, the sum holds none.
 */
export function mergeProfiles(into: Profile, from: Profile): Profile {
  if (into.holdsText !== from.holdsText) return mergeProfiles(withoutText(into), withoutText(from));
  const counts = new Map<string, CountState>();
  for (const [id, state] of into.counts) {
    const other = from.counts.get(id);
    counts.set(id, other === undefined ? state : mergeCounts(state, other));
  }
  const problems = new Map(into.problems);
  for (const [code, number] of from.problems) problems.set(code, (problems.get(code) ?? 0) + number);
  return {
    ...into,
    counts,
    sample: mergeDocumentSamples(into.sample, from.sample),
    signatures: mergeTextSignatures(into.signatures, from.signatures),
    problems,
  };
}

/** Whether two profiles keep different numbers of entries, of which the smaller ones hold for their sum. */
export function capacitiesDiffer(a: Profile, b: Profile): boolean {
  const { capacity, longCapacity } = a.sample.spec;
  if (capacity !== b.sample.spec.capacity || longCapacity !== b.sample.spec.longCapacity) return true;
  for (const [id, { tables }] of a.counts)
    for (const [name, table] of Object.entries(tables))
      if (table.spec.capacity !== b.counts.get(id)?.tables[name]?.spec.capacity) return true;
  return false;
}

function mergeCounts(into: CountState, from: CountState): CountState {
  return {
    tables: combine(into.tables, from.tables, mergeKeyTables),
    totals: combine(into.totals, from.totals, mergeTotals),
  };
}

function combine<T>(
  into: Readonly<Record<string, T>>,
  from: Readonly<Record<string, T>>,
  merge: (a: T, b: T) => T,
): Record<string, T> {
  return Object.fromEntries(
    Object.entries(into).map(([name, state]) => {
      const other = from[name];
      return [name, other === undefined ? state : merge(state, other)];
    }),
  );
}
