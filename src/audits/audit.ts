import type { MeasureExplanation } from '../measures/measure.ts';
import type { MeasureValues } from '../measures/registry.ts';
import type { Quantity } from '../statistics/quantity.ts';
import type { ReferenceTail } from './reference-tail.ts';

/** What is seen in a text that makes a corpus alike. Never who wrote it. */
export type Cause =
  | 'exact-duplicates'
  | 'near-duplicates'
  | 'boilerplate'
  | 'templates'
  | 'phrase-stock'
  | 'shared-openings'
  | 'uniform-rhythm'
  | 'repetition'
  | 'narrow-vocabulary'
  | 'one-voice'
  | 'dominant-source';

/** Words of the corpus that show what an audit says. Untrusted text, at most 200 characters. */
export interface Evidence {
  /** Empty where a profile without text is audited. */
  readonly quote: string;
  /** How often the quoted words, or the quoted document, occur. */
  readonly count: number;
  /** Ids of at most ten documents that hold it, in order. */
  readonly documents: readonly string[];
}

/** Plain values that go into the report as they are. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type Details = { readonly [key: string]: Json };

/** What one audit found. `error` is made by the runner alone. */
export type Outcome =
  | {
      readonly outcome: 'passed' | 'failed';
      /** Stands for the title of the audit where that would not fit the figure. */
      readonly title?: string;
      readonly quantity: Quantity;
      /** One sentence with the figures that decided it. */
      readonly reason: string;
      readonly evidence: readonly Evidence[];
      readonly details: Details;
    }
  | {
      readonly outcome: 'informative';
      readonly quantity: Quantity;
      readonly reason: string;
      readonly evidence: readonly Evidence[];
      readonly details: Details;
    }
  | { readonly outcome: 'not-applicable'; readonly reason: string }
  | { readonly outcome: 'error'; readonly reason: string };

/** The text of `explain`: how to read an audit. Its formula is that of the figure it reports. */
export interface Explanation extends MeasureExplanation {
  /** Why one wants to know. */
  readonly matters: string;
}

/** The figure at which an audit fails. An estimate fails only when its whole interval lies beyond it. */
export interface Threshold {
  readonly failsAt: number;
  /** Which side fails. */
  readonly side: 'above' | 'below';
  /** As bad as it gets in practice: the value at which the finding has full strength. */
  readonly worst: number;
  /** Whether distance from the threshold is measured by differences or by ratios. */
  readonly scale: 'linear' | 'log';
  /** What set the figure. */
  readonly evidence: string;
}

/** What audits may ask for: the values of the corpus, and how it stands against a reference where there is one. */
export interface AuditValues extends MeasureValues {
  readonly 'reference-tail'?: ReferenceTail;
}

export type ValueId = keyof AuditValues;

/** A rule: values in, outcome out. It gets exactly the values it asks for, and never sees text. */
export interface Audit<Needs extends ValueId = ValueId> {
  /** Kebab-case noun, in the failing state where it has one. */
  readonly id: string;
  /** The title when it passed, or where there is no pass and fail. */
  readonly title: string;
  readonly failureTitle: string;
  readonly explanation: Explanation;
  /** The cause this audit speaks for when it fails, with one sentence of remedy. */
  readonly cause?: { readonly id: Cause; readonly remedy: string };
  /** Present where the audit passes or fails. */
  readonly threshold?: Threshold;
  readonly needs: readonly Needs[];
  audit(values: Pick<AuditValues, Needs>): Outcome;
}
