/** Every way a run can be impossible, with what its message needs. Flaws in the data are problems, not failures. */
export type Failure =
  | { readonly code: 'INPUT_MISSING'; readonly input: string }
  | { readonly code: 'INPUT_UNREADABLE'; readonly input: string; readonly reason: string }
  | { readonly code: 'GLOB_EMPTY'; readonly pattern: string }
  | { readonly code: 'INPUT_IS_PROFILE'; readonly input: string }
  | { readonly code: 'NOTHING_READABLE'; readonly detail: string; readonly remedy: string }
  | {
      readonly code: 'FIELD_UNKNOWN';
      readonly option: string;
      readonly field: string;
      /** The fields that records have, those most like it first. */
      readonly seen: readonly string[];
      /** The one that was probably meant. */
      readonly nearest: string | null;
    }
  | {
      readonly code: 'OPTION_INVALID';
      readonly option: string;
      readonly value: string;
      readonly expected: string;
    }
  | {
      readonly code: 'NAME_UNKNOWN';
      readonly kind: string;
      readonly name: string;
      readonly nearest: string | null;
      readonly known: readonly string[];
    }
  | { readonly code: 'CONFIG_UNREADABLE'; readonly path: string; readonly reason: string }
  | { readonly code: 'CONFIG_INVALID'; readonly path: string; readonly issues: readonly string[] }
  | { readonly code: 'CASES_UNREADABLE'; readonly path: string; readonly reason: string }
  | {
      readonly code: 'OUTPUT_UNWRITABLE';
      readonly path: string;
      readonly reason: string;
      /** The option that named the path; absent: `--output`. */
      readonly option?: string;
    }
  | { readonly code: 'OUTPUT_UNKNOWN_FORMAT'; readonly path: string; readonly known: readonly string[] }
  | { readonly code: 'CHECKPOINT_UNUSABLE'; readonly path: string; readonly reason: string }
  | { readonly code: 'CHECKPOINT_UNWRITABLE'; readonly path: string; readonly reason: string }
  | { readonly code: 'CHECKPOINT_INPUT'; readonly input: string }
  | { readonly code: 'PROFILE_INVALID'; readonly path: string; readonly reason: string }
  | { readonly code: 'PROFILE_MISMATCH'; readonly path: string; readonly reason: string }
  | { readonly code: 'COMPARISON_MISMATCH'; readonly path: string; readonly reason: string }
  | { readonly code: 'REPORT_INVALID'; readonly path: string; readonly reason: string }
  | {
      readonly code: 'HISTORY_UNUSABLE';
      /** Without a password. */
      readonly history: string;
      readonly reason: string;
      readonly remedy: string;
    }
  | {
      readonly code: 'HISTORY_LINE_INVALID';
      readonly path: string;
      readonly line: number;
      readonly reason: string;
    }
  | { readonly code: 'COUNT_TOO_LARGE' };

/** Thrown when a run cannot be done at all. The message says what is wrong and what to do. */
export class CorpusError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, options?: ErrorOptions) {
    super(describeFailure(failure), options);
    this.name = 'CorpusError';
    this.failure = failure;
  }
}

/** Names that a sentence lists. */
const NAMES_SHOWN = 20;

type Sentences = {
  readonly [Code in Failure['code']]: (failure: Extract<Failure, { readonly code: Code }>) => string;
};

const SENTENCES: Sentences = {
  INPUT_MISSING: (failure) =>
    `There is no file or folder ${quote(failure.input)}. Check the path, or quote a glob so that the shell leaves it alone.`,
  INPUT_UNREADABLE: (failure) =>
    `${quote(failure.input)} cannot be read: ${failure.reason}. Check its permissions, or leave it out.`,
  GLOB_EMPTY: (failure) =>
    `No file matches ${quote(failure.pattern)}. Try the folder itself, or a wider pattern such as "**/*.jsonl".`,
  INPUT_IS_PROFILE: (failure) =>
    `${quote(failure.input)} is a profile, which holds counts and no texts. Give the files that it was made from.`,
  NOTHING_READABLE: (failure) => `Not one document could be read: ${failure.detail}. ${failure.remedy}`,
  FIELD_UNKNOWN: (failure) =>
    `No record has the field ${quote(failure.field)} (${failure.option}). ${seenFields(failure.seen)}${failure.nearest === null ? '' : ` Did you mean ${quote(failure.nearest)}?`}`,
  OPTION_INVALID: (failure) =>
    `${failure.option} cannot be ${quote(failure.value)}. It takes ${failure.expected}.`,
  NAME_UNKNOWN: (failure) =>
    `There is no ${failure.kind} ${quote(failure.name)}. ${suggestion(failure.nearest, failure.known)}`,
  CONFIG_UNREADABLE: (failure) =>
    `The file ${quote(failure.path)} cannot be used: ${failure.reason}. Check its path and permissions, and that it is YAML.`,
  CONFIG_INVALID: (failure) =>
    `The file ${quote(failure.path)} is not valid:\n${failure.issues.map((issue) => `  ${issue}`).join('\n')}`,
  CASES_UNREADABLE: (failure) =>
    `${quote(failure.path)} does not hold labelled cases: ${failure.reason}. See docs/verdict.md for the fields of a case.`,
  OUTPUT_UNWRITABLE: (failure) =>
    `Cannot write to ${quote(failure.path)}: ${failure.reason}. Choose another place with ${failure.option ?? '--output'}.`,
  OUTPUT_UNKNOWN_FORMAT: (failure) =>
    `The ending of ${quote(failure.path)} names no kind of report. Use one of ${failure.known.join(', ')}.`,
  CHECKPOINT_UNUSABLE: (failure) =>
    `Cannot go on from ${quote(failure.path)}: ${failure.reason}. Remove it to start afresh, or choose another --checkpoint folder.`,
  CHECKPOINT_UNWRITABLE: (failure) =>
    `Cannot keep a checkpoint in ${quote(failure.path)}: ${failure.reason}. Choose another folder with --checkpoint.`,
  CHECKPOINT_INPUT: (failure) =>
    `With --checkpoint every input must be a file, and ${failure.input === '-' ? 'standard input ("-")' : quote(failure.input)} cannot be read again after an interruption. Store it in a file first, or leave --checkpoint out.`,
  PROFILE_INVALID: (failure) =>
    `${quote(failure.path)} is not a usable profile: ${failure.reason}. Make it again with "heteroglossia profile".`,
  PROFILE_MISMATCH: (failure) =>
    `${quote(failure.path)} cannot be combined with the others: ${failure.reason}. Make all of them with the same version and options.`,
  COMPARISON_MISMATCH: (failure) =>
    `${quote(failure.path)} cannot be compared: ${failure.reason}. Make it again from its inputs with this version: heteroglossia profile <input>... -o ${quote(failure.path)}`,
  REPORT_INVALID: (failure) =>
    `${quote(failure.path)} is not a report that can be shown: ${failure.reason}. Make it again with "-o report.json", or open it with the version that made it.`,
  HISTORY_UNUSABLE: (failure) =>
    `The history ${quote(failure.history)} cannot be used: ${failure.reason}. ${failure.remedy}`,
  HISTORY_LINE_INVALID: (failure) =>
    `Line ${failure.line} of ${quote(failure.path)} is no week of a history: ${failure.reason}. Nothing was imported.`,
  COUNT_TOO_LARGE: () =>
    'The sum counts something more than 2^53 - 1 times, which is more than can be counted exactly. Look whether a profile was added to itself over and over, or keep the parts apart.',
};

/** The sentence a user reads: what is wrong, then the remedy. */
function describeFailure<Code extends Failure['code']>(
  failure: Extract<Failure, { readonly code: Code }>,
): string {
  const sentence: (of: typeof failure) => string = SENTENCES[failure.code];
  return sentence(failure);
}

function seenFields(seen: readonly string[]): string {
  if (seen.length === 0) return 'No record had any field.';
  const more = seen.length > NAMES_SHOWN ? ` and ${seen.length - NAMES_SHOWN} more` : '';
  return `The fields seen are ${seen.slice(0, NAMES_SHOWN).map(quote).join(', ')}${more}.`;
}

function suggestion(nearest: string | null, known: readonly string[]): string {
  const all = `Known: ${known.join(', ')}.`;
  return nearest === null ? all : `Did you mean ${quote(nearest)}? ${all}`;
}

/** Control characters are shown as escapes, so that a hostile name cannot drive a terminal. */
function quote(text: string): string {
  return JSON.stringify(text.length > 200 ? `${text.slice(0, 199)}…` : text);
}
