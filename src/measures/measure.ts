import type { ProblemCode } from '../problem.ts';
import type { KeyTable, KeyTableSpec } from '../sketches/key-table.ts';
import type { Totals } from '../sketches/totals.ts';
import type { NgramSelector } from '../text/ngrams.ts';
import type { Tokens } from '../text/tokens.ts';
import type { DuplicateGraph } from './duplicate-graph.ts';
import type { SampledCorpus } from './sampled-corpus.ts';

/** What `explain` says of a measure, in sentences for a reader who knows no program code. */
export interface MeasureExplanation {
  /** What it is. */
  readonly measures: string;
  /** How it is computed, and how its interval is. */
  readonly formula: string;
  readonly reading: string;
  /** What moves it besides what it is meant to show. */
  readonly moves: string;
  /** The documents, words and other conditions below which it gives no number. */
  readonly silence: string;
  readonly source: string;
}

/** One document as count measures see it. Buffers inside are reused: nothing of it may be kept. */
export interface DocumentView {
  /** Grows by one from document to document of one state, from 1. */
  readonly ordinal: number;
  readonly tokens: Tokens;
  /** Selects n-grams of up to five words. */
  readonly ngrams: NgramSelector;
  /** Bytes of the text as UTF-8. */
  readonly bytes: number;
  readonly contentHigh: number;
  readonly contentLow: number;
  /** The id its owner gave it, or the empty string. */
  readonly id: string;
  /** Empty strings where the document does not say. */
  readonly source: string;
  readonly date: string;
  readonly label: string;
}

/**
 * How large a table may grow, by what it is for; `profile/capacities.ts` turns this into numbers of entries.
 * `vocabulary` is for word types, `texts` for distinct texts and ids, `names` for sources and the like,
 * `ngrams` and `passages` for what is so numerous that a sample is all one can keep,
 * `groups` for word types by replicate group.
 */
export type CapacityClass = 'vocabulary' | 'texts' | 'names' | 'ngrams' | 'passages' | 'groups';

export interface TableDeclaration extends Omit<KeyTableSpec, 'capacity'> {
  readonly capacity: CapacityClass;
  /** Whether its texts describe documents, as names of sources do. A profile without text keeps these alone. */
  readonly metadata?: boolean;
}

/** What a count measure has counted so far: mergeable by adding. */
export interface CountState<Table extends string = string, Sum extends string = string> {
  readonly tables: Readonly<Record<Table, KeyTable>>;
  readonly totals: Readonly<Record<Sum, Totals>>;
}

/**
 * A statistic of all documents, in tables and sums that merge exactly.
 * State is counts; ratios are taken in `snapshot` alone.
 */
export interface CountMeasure<Id extends string, Table extends string, Sum extends string, Value> {
  readonly kind: 'count';
  readonly id: Id;
  /** Raised whenever the same text would give other counts: profiles of different versions do not merge. */
  readonly version: number;
  readonly explanation: MeasureExplanation;
  readonly tables: Readonly<Record<Table, TableDeclaration>>;
  /** Number of cells of each sum. */
  readonly totals: Readonly<Record<Sum, number>>;
  fill(document: DocumentView, state: CountState<Table, Sum>): void;
  /** Names a problem of the document just filled in, so that it can be located; how many there are the value must say. */
  flawOf?(document: DocumentView, state: CountState<Table, Sum>): ProblemCode | null;
  snapshot(state: CountState<Table, Sum>): Value;
}

/** A statistic of the document sample, computed when values are asked for. It keeps no state of its own. */
export interface SampleMeasure<Id extends string, Value> {
  readonly kind: 'sample';
  readonly id: Id;
  readonly version: number;
  /**
   * Whether it looks at the long texts of the sample only (`longTexts`, the first 4,000): they are what a second
   * thread is given, which takes the values of these measures. What reads characters belongs there, for the packages
   * that it needs take a while to load. `many`: only where there are more than 1,000 texts, because of fewer it finds
   * what a measure of all texts looks for too.
   */
  readonly ofLongTexts?: true | 'many';
  readonly explanation: MeasureExplanation;
  /** Whether of near copies it sees one alone, as the homogeneity index must; absent: all distinct texts. */
  readonly withoutNearCopies?: true;
  snapshot(corpus: SampledCorpus): Value;
}

/**
 * A statistic of distinct texts and of which of them are alike, computed when values are asked for.
 * The corpus is that of all distinct texts of the sample, by which it can quote; of those the given content hashes are
 * of near copies, of whose cluster another one stays.
 */
export interface SignatureMeasure<Id extends string, Value> {
  readonly kind: 'signature';
  readonly id: Id;
  readonly version: number;
  readonly explanation: MeasureExplanation;
  snapshot(graph: DuplicateGraph, corpus: SampledCorpus, copies: ReadonlySet<string>): Value;
}

export type Measure =
  | CountMeasure<string, string, string, unknown>
  | SampleMeasure<string, unknown>
  | SignatureMeasure<string, unknown>;

/** Names a count measure so that the keys of its tables and sums are checked where they are used. */
export function countMeasure<
  const Id extends string,
  const Table extends string,
  const Sum extends string,
  Value,
>(measure: CountMeasure<Id, Table, Sum, Value>): CountMeasure<Id, Table, Sum, Value> {
  return measure;
}

export function sampleMeasure<const Id extends string, Value>(
  measure: SampleMeasure<Id, Value>,
): SampleMeasure<Id, Value> {
  return measure;
}

export function signatureMeasure<const Id extends string, Value>(
  measure: SignatureMeasure<Id, Value>,
): SignatureMeasure<Id, Value> {
  return measure;
}

/** A statistic with its values on the documents outside each replicate group, null for a group without documents. */
export interface Replicated {
  readonly value: number;
  readonly leaveOneOut: readonly (number | null)[];
  /** The same without each block of the word types it was taken from, where these are a sample. */
  readonly leaveTypesOut?: readonly (number | null)[];
  /** Documents of each replicate group, where the statistic moves with the size of the corpus. */
  readonly sizes?: readonly number[];
  /** The value that belongs to `leaveOneOut`, where `value` was found otherwise. */
  readonly estimate?: number;
  /** The part of the variance between groups that stems from pairs of them, for a statistic of pairs of documents. */
  readonly pairVariance?: number;
  /** Distinct texts behind it. */
  readonly documents: number;
}
