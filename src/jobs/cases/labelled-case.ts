import type { Level } from '../../audits/level.ts';
import type { Quantity } from '../../statistics/quantity.ts';

/** A case as it stands in the file of cases. */
export interface LabelledCase {
  readonly kind: string;
  readonly name: string;
  /** Relative to the folder of the file of cases. */
  readonly files: readonly string[];
  /** What must hold, in words. */
  readonly expect: string;
  /** Whether a lower correlation is enough. */
  readonly hard: boolean;
  /** Share of duplicates that was put in. */
  readonly rate?: number;
  /** Pairs of ids that are duplicates of each other. */
  readonly pairs?: readonly IdPair[];
}

export type IdPair = readonly [a: string, b: string];

/** What a case is judged by: some of the report on one of its files. */
export interface JudgedFile {
  readonly path: string;
  readonly level: Level;
  readonly index: Quantity | null;
  readonly distinct: number;
  /** Share of exact copies, and whether the audit of it failed. */
  readonly copies: number;
  readonly copiesFailed: boolean;
  /** How much the documents use the same template; null where that cannot be told. */
  readonly templated: number | null;
  /** Pairs of copies that were found, exact and near; null where the case does not ask for them. */
  readonly pairs: readonly FoundPair[] | null;
}

/** Two documents that were reported as copies, and the similarity that was verified. */
export interface FoundPair {
  readonly ids: IdPair;
  readonly similarity: number;
}

/** What became of a case. */
export interface Judgement {
  /** `unjudged` where the program does not yet measure what the case asks for. */
  readonly outcome: 'passed' | 'failed' | 'unjudged';
  /** The figure that decided, in words. */
  readonly figure: string;
}

/** The rule of one kind of case. `files` are in the order of the case. */
export type CaseRule = (files: readonly JudgedFile[], labelled: LabelledCase) => Judgement;

export function judgement(passed: boolean, figure: string): Judgement {
  return { outcome: passed ? 'passed' : 'failed', figure };
}
