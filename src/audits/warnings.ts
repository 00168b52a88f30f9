import type { MeasureValues } from '../measures/registry.ts';
import type { ProblemCode, ProblemEffect } from '../problem.ts';
import { PROBLEM_KINDS } from '../problem.ts';
import type { Quantity } from '../statistics/quantity.ts';
import { estimated } from './estimate.ts';
import { duplicateShare } from './exact-duplicates.ts';
import type { Level } from './level.ts';
import { clusterCount, collapsedShare } from './near-duplicates.ts';
import { ENOUGH, FEWEST_DOCUMENTS, LEVELS, ONE_LANGUAGE, SHORT_DOCUMENTS, WARN_AT } from './thresholds.ts';
import { count, figure, percent, whole } from './wording.ts';

type WarningCode =
  | 'small-sample'
  | 'many-problems'
  | 'duplicates-present'
  | 'boilerplate-present'
  | 'mixed-languages'
  | 'word-salad'
  | 'undecided'
  | 'script-not-calibrated'
  | 'short-documents';

/** Numbers of problems by code. */
export type Problems = Readonly<Partial<Record<ProblemCode, number>>>;

/** Something that a reader of the verdict must keep in mind. */
export interface Warning {
  readonly code: WarningCode;
  readonly summary: string;
}

export interface WarningInput {
  readonly values: MeasureValues;
  readonly problems: Problems;
  readonly index: Quantity | null;
  readonly level: Level;
  /** Whether the index has a scale for the script of the corpus. */
  readonly calibrated: boolean;
  /** Whether the words lack the order of a language. */
  readonly salad: boolean;
  /** Share of the documents that are noise among others; 0 where there are few. */
  readonly noise: number;
}

export function warningsOf(input: WarningInput): readonly Warning[] {
  const { values, problems, index, level, calibrated } = input;
  const withheld = level === 'insufficient-data';
  const tooLittle = index?.interval === undefined || isSmall(values);
  return [
    ...(withheld && tooLittle ? [smallSample(values)] : []),
    ...(calibrated ? [] : [NOT_CALIBRATED]),
    ...wordSalad(input),
    ...(level === 'heteroglossic' ? undecided(index) : []),
    ...(withheld ? [] : shortDocuments(values)),
    ...mixedLanguages(values),
    ...manyLost(values, problems),
    ...duplicatesPresent(values),
    ...boilerplatePresent(values),
  ];
}

const NOT_CALIBRATED: Warning = {
  code: 'script-not-calibrated',
  summary:
    'Most of the text is in a script without spaces, for which no level is calibrated: compare it with an earlier version or a corpus that you trust.',
};

const WORD_SALAD: Warning = {
  code: 'word-salad',
  summary:
    'The words do not stand in the order of a language. The corpus looks diverse as noise does, so no level is given.',
};

/** Where the interval reaches beyond the mark that its lower end does not. */
function undecided(index: Quantity | null): readonly Warning[] {
  const high = index?.interval?.[1];
  if (high === undefined || high < LEVELS.narrowing) return [];
  return [
    {
      code: 'undecided',
      summary: `The interval of the index reaches up to ${figure(high)}, beyond ${figure(LEVELS.narrowing)} where narrowing begins: a lack of voices was not shown, nor was it ruled out. More documents would tell.`,
    },
  ];
}

/** Copies of one text are alike whatever their length. */
function shortDocuments(values: MeasureValues): readonly Warning[] {
  const { documents, tokens } = values.size;
  const words = tokens / Math.max(1, documents);
  if (words >= SHORT_DOCUMENTS || clusterCount(values) === 1) return [];
  return [
    {
      code: 'short-documents',
      summary: `Documents have ${count(Math.round(words), 'word')} on average. Below ${SHORT_DOCUMENTS} the index stands higher than that of whole texts, because beginnings are alike: compare with a corpus of the same length.`,
    },
  ];
}

function wordSalad({ salad, noise }: WarningInput): readonly Warning[] {
  if (salad) return [WORD_SALAD];
  if (noise === 0) return [];
  return [
    {
      code: 'word-salad',
      summary: `${percent(noise)} of the documents hardly have two words in a row in common with others: they are noise, or in languages that few others are in. Such text looks diverse, so the corpus is not called diverse.`,
    },
  ];
}

/** Where the whole interval of the share of the commonest language lies below what one language has. */
function mixedLanguages({ languages: { languages } }: MeasureValues): readonly Warning[] {
  const [first, second] = languages;
  if (first === undefined || second === undefined || first.share.documents < FEWEST_DOCUMENTS) return [];
  const { value, interval } = estimated(first.share, 'share', 'logit');
  if ((interval?.[1] ?? value) >= ONE_LANGUAGE) return [];
  return [
    {
      code: 'mixed-languages',
      summary: `Only ${percent(value)} of the documents are in “${first.language}” and ${percent(second.share.value)} in “${second.language}”: a mixture looks more diverse than its parts, so audit each language on its own.`,
    },
  ];
}

function isSmall({ size: { documents, tokens } }: MeasureValues): boolean {
  return documents < ENOUGH.documents || tokens < ENOUGH.tokens;
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

/** Records and inputs that are not in the figures; flaws of what was kept are told elsewhere. */
function manyLost({ size: { documents } }: MeasureValues, problems: Problems): readonly Warning[] {
  const records = listOf(problems, ['record-lost']);
  const inputs = listOf(problems, ['input-lost']);
  const all = listOf(problems, ['record-lost', 'input-lost']);
  const share = all.total / Math.max(1, documents + all.total);
  if (share <= WARN_AT.problems) return [];
  const what = [
    ...(records.total > 0 ? [count(records.total, 'record')] : []),
    ...(inputs.total > 0 ? [count(inputs.total, 'input')] : []),
  ].join(' and ');
  const were = all.total === 1 ? 'was' : 'were';
  const base = inputs.total === 0 ? 'of all records' : 'of all, an input counted as one record';
  return [
    {
      code: 'many-problems',
      summary: `${what} ${were} left out, ${percent(share)} ${base} (${all.text}): what was read may not stand for the whole.`,
    },
  ];
}

/** The problems of some effects, most frequent first. */
function listOf(
  problems: Problems,
  effects: readonly ProblemEffect[],
): { readonly total: number; readonly text: string } {
  const listed = Object.entries(PROBLEM_KINDS)
    .map(([code, { effect, title }]) => ({ effect, title, number: numberOf(problems, code) }))
    .filter(({ effect, number }) => effects.includes(effect) && number > 0)
    .toSorted((a, b) => b.number - a.number);
  return {
    total: listed.reduce((sum, { number }) => sum + number, 0),
    text: listed.map(({ title, number }) => `${whole(number)} × ${title}`).join(', '),
  };
}

function numberOf(problems: Readonly<Record<string, number>>, code: string): number {
  return problems[code] ?? 0;
}

function duplicatesPresent(values: MeasureValues): readonly Warning[] {
  const share = collapsedShare(values).value;
  const exact = duplicateShare(values['exact-duplicates']).value;
  if (share < WARN_AT.duplicates) return [];
  return [
    {
      code: 'duplicates-present',
      summary: `${percent(share)} of the documents are copies of others, ${percent(exact)} word for word and the rest nearly; one of each is compared, and copies raise the index by their share.`,
    },
  ];
}

function boilerplatePresent({ boilerplate: { share } }: MeasureValues): readonly Warning[] {
  if (share === null || share.documents < FEWEST_DOCUMENTS || share.value < WARN_AT.boilerplate) return [];
  return [
    {
      code: 'boilerplate-present',
      summary: `${percent(share.value)} of the words stand in passages that many documents share; these raise the index, and say nothing of the rest.`,
    },
  ];
}
