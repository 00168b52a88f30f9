import type { MeasureValues } from '../measures/registry.ts';
import { duplicateShare } from './exact-duplicates.ts';
import { ENOUGH, WARN_AT } from './thresholds.ts';
import { count, percent, whole } from './wording.ts';

type WarningCode = 'small-sample' | 'many-problems' | 'duplicates-present';

/** Something that a reader of the verdict must keep in mind. */
export interface Warning {
  readonly code: WarningCode;
  readonly summary: string;
}

export interface WarningInput {
  readonly values: MeasureValues;
  readonly problems: number;
  /** Whether no level could be given. */
  readonly withheld: boolean;
}

export function warningsOf({ values, problems, withheld }: WarningInput): readonly Warning[] {
  return [
    ...(withheld ? [smallSample(values)] : []),
    ...manyProblems(values, problems),
    ...duplicatesPresent(values),
  ];
}

function smallSample({ size: { documents, tokens } }: MeasureValues): Warning {
  const has = `${count(documents, 'document')} of ${count(tokens, 'word')} in all`;
  const enough = `${ENOUGH.documents} documents and ${whole(ENOUGH.tokens)} words`;
  const small = documents < ENOUGH.documents || tokens < ENOUGH.tokens;
  return {
    code: 'small-sample',
    summary: small
      ? `A level needs at least ${enough}; this corpus has ${has}.`
      : `Of ${has}, too few texts are long enough to be compared; a level needs texts of at least four words.`,
  };
}

function manyProblems({ size: { documents } }: MeasureValues, problems: number): readonly Warning[] {
  const share = problems / Math.max(1, documents + problems);
  if (share <= WARN_AT.problems) return [];
  return [
    {
      code: 'many-problems',
      summary: `${count(problems, 'record')} had problems, ${percent(share)} of all: what was read may not stand for the whole.`,
    },
  ];
}

function duplicatesPresent(values: MeasureValues): readonly Warning[] {
  const share = duplicateShare(values['exact-duplicates']).value;
  if (share < WARN_AT.duplicates) return [];
  return [
    {
      code: 'duplicates-present',
      summary: `${percent(share)} of the documents are exact copies of others; distinct texts are compared, and copies raise the index by their share.`,
    },
  ];
}
