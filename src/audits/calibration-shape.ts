/** The statistics of which the index is made. */
export type IndexStatistic = 'overlap-2' | 'overlap-3' | 'sentence-variation';

/** How words are found: between spaces, or as pairs of characters where a script is written without spaces. */
export type ScriptClass = 'spaced' | 'unspaced';

/** A statistic of the index: its weight, and the values that are worth 10 and 90 points. */
export interface Family {
  readonly statistic: IndexStatistic;
  readonly weight: number;
  readonly diverse: number;
  readonly alike: number;
}

/** Where an audit fails, and the values that set it. */
export interface AuditCalibration {
  readonly failsAt: number;
  readonly worst: number;
  /** The least and the greatest value of corpora of many voices, and of what is known to be alike. */
  readonly many: readonly [low: number, high: number];
  readonly alike: readonly [low: number, high: number];
}

/** A corpus that was measured, for comparison. */
export interface KnownCorpus {
  readonly name: string;
  /** What is known of it from outside; null where it stands between, or where it is not known. */
  readonly voices: 'many' | 'one' | null;
  readonly documents: number;
  readonly value: number;
  readonly interval: readonly [low: number, high: number];
}

/** What came out for the corpora and cases of one source when the calibration was made without them. */
export interface HeldOut {
  readonly source: string;
  readonly judged: number;
  readonly passed: number;
}

/** All that was set from labelled data, with the figures that set it. */
export interface Calibration {
  readonly index: Readonly<Record<ScriptClass, readonly Family[] | null>>;
  /** Points that the lower end of the index's interval must reach, and the two values between which they lie. */
  readonly levels: {
    readonly narrowing: number;
    readonly monologic: number;
    readonly greatestOfMany: number;
    readonly leastOfOne: number;
  };
  readonly audits: Readonly<Record<CalibratedAudit, AuditCalibration>>;
  readonly corpora: readonly KnownCorpus[];
  readonly heldOut: readonly HeldOut[];
}

export type CalibratedAudit =
  | 'cross-document-overlap'
  | 'uniform-rhythm'
  | 'repetition'
  | 'shared-openings'
  | 'narrow-vocabulary';
