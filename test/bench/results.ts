import type { Measurement } from './measured-command.ts';
import type { Stage } from './stages.ts';
import type { Subject, SubjectId } from './subjects.ts';

export type Row = Subject & Measurement;

/** Everything that was measured. */
export interface Results {
  readonly rows: readonly Row[];
  /** Medians of 10, in seconds. */
  readonly startUp: { readonly node: number; readonly help: number; readonly smallAudit: number };
  /** Seconds of an audit of a profile: of the largest corpus, and of 1 MB. */
  readonly sampleWork: { readonly largestName: string; readonly largest: number; readonly small: number };
  readonly stages: {
    readonly corpusName: string;
    readonly bytes: number;
    readonly list: readonly Stage[];
  };
}

/** The row of a command on a corpus of so many bytes, by the size that was asked for. */
export function findRow({ rows }: Results, id: SubjectId, bytes: number): Row | undefined {
  return rows.find((row) => row.id === id && row.corpus.size.bytes === bytes);
}
