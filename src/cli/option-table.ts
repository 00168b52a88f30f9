import type { FormatId, Split } from '../formats/format.ts';
import type { Period } from '../trend/trend.ts';

/** The levels of `--fail-on`, mildest first. */
const FAIL_ON_LEVELS = [
  'heteroglossic',
  'narrowing',
  'monologic',
  'insufficient',
  'narrowed',
  'never',
] as const;

/** Named here again because the help must not wait for the formats to load; one that is missing does not compile. */
const EVERY_FORMAT: Readonly<Record<FormatId, true>> = {
  jsonl: true,
  json: true,
  csv: true,
  tsv: true,
  text: true,
  markdown: true,
};
const FORMATS = Object.keys(EVERY_FORMAT) as readonly FormatId[];
const PERIODS = ['day', 'week', 'month', 'year'] as const satisfies readonly Period[];
const SPLITS = ['document', 'line', 'paragraph'] as const satisfies readonly Split[];

/** What an option is, for the command line, the configuration file and the pipeline file alike. */
export interface OptionRule {
  readonly kind: 'text' | 'path' | 'count' | 'size' | 'switch' | 'list' | 'choice';
  readonly short?: string;
  /** Stands for the value in the help. */
  readonly placeholder?: string;
  readonly choices?: readonly string[];
  /** The least number of bytes of a size, as it would be given. */
  readonly least?: string;
  readonly description: string;
}

export const OPTION_TABLE = {
  'text-field': {
    kind: 'text',
    placeholder: 'field',
    description: 'the field with the text (default: text, content, body, raw_content or document)',
  },
  'id-field': { kind: 'text', placeholder: 'field', description: 'the field with the id (default: id)' },
  'source-field': {
    kind: 'text',
    placeholder: 'field',
    description: 'the field with the source (default: source); meta.site reaches into objects',
  },
  'date-field': {
    kind: 'text',
    placeholder: 'field',
    description: 'the field with the date (default: date)',
  },
  'label-field': {
    kind: 'text',
    placeholder: 'field',
    description: 'the field with the provenance label (default: label)',
  },
  'input-format': {
    kind: 'choice',
    choices: FORMATS,
    placeholder: 'format',
    description: `${FORMATS.join(', ')} (default: found from content and name)`,
  },
  split: {
    kind: 'choice',
    choices: SPLITS,
    placeholder: 'unit',
    description: 'cut prose files into documents: document (the whole file, default), line, paragraph',
  },
  limit: { kind: 'count', placeholder: 'n', description: 'read only the first n documents' },
  'max-document': {
    kind: 'size',
    least: '1kB',
    placeholder: 'size',
    description: 'keep this much of the text of a document (default: 16MB)',
  },
  workers: { kind: 'count', placeholder: 'n', description: 'threads that count (default: one a core)' },
  memory: {
    kind: 'size',
    placeholder: 'size',
    description: 'memory that all threads together may take (default: 1GB)',
  },
  checkpoint: {
    kind: 'path',
    placeholder: 'folder',
    description: 'keep what is counted there, so that a run that was killed can go on',
  },
  'no-text': {
    kind: 'switch',
    description: 'keep hashes of words and no text: the figures stay, and nothing can be quoted',
  },
  reference: {
    kind: 'path',
    placeholder: 'profile',
    description: 'tell how many of the rare words of this profile, or of builtin:en, are left in the corpus',
  },
  baseline: {
    kind: 'path',
    placeholder: 'input',
    description: 'compare the corpus with this earlier version: a profile, or an input that is read alike',
  },
  history: {
    kind: 'path',
    placeholder: 'place',
    description: 'keep the run as a week of this history: a SQLite file, or postgres://user@host/database',
  },
  week: {
    kind: 'text',
    placeholder: 'week',
    description: 'the ISO week of the run, such as 2026-W12 (default: the present one)',
  },
  series: {
    kind: 'text',
    placeholder: 'name',
    description: 'the series that the week belongs to, where a history holds several (default: main)',
  },
  by: {
    kind: 'choice',
    choices: PERIODS,
    placeholder: 'period',
    description: `cut one dated corpus by ${PERIODS.join(', ')} (default: each input is a point)`,
  },
  'fail-on': {
    kind: 'choice',
    choices: FAIL_ON_LEVELS,
    placeholder: 'level',
    description: `exit 1 at this level or a worse one: ${FAIL_ON_LEVELS.join(', ')} (default: monologic); narrowed takes --baseline`,
  },
  output: {
    kind: 'list',
    short: 'o',
    placeholder: 'path',
    description:
      'write a report there (.html, .json, .md, .xml for JUnit, .svg for a badge), repeatable; - is standard output, as Markdown',
  },
  documents: {
    kind: 'path',
    placeholder: 'path',
    description: 'write a JSON line for each document there, with the one that it is a copy of',
  },
  pairs: {
    kind: 'path',
    placeholder: 'path',
    description: 'write a JSON line for each pair of copies and near copies there',
  },
  json: { kind: 'switch', description: 'print the report as JSON and nothing else on standard output' },
  quiet: { kind: 'switch', description: 'print no report for the terminal and no progress' },
  'no-color': { kind: 'switch', description: 'print without colour' },
  'no-progress': { kind: 'switch', description: 'show no progress bar' },
} as const satisfies Readonly<Record<string, OptionRule>>;

export type OptionName = keyof typeof OPTION_TABLE;

type ValueOf<Rule> = Rule extends { readonly kind: 'switch' }
  ? boolean
  : Rule extends { readonly kind: 'count' }
    ? number
    : Rule extends { readonly kind: 'list' }
      ? readonly string[]
      : Rule extends { readonly kind: 'choice'; readonly choices: readonly (infer Choice)[] }
        ? Choice
        : string;

/** Options by their long names, as given; an absent one has its default. */
export type OptionValues = { readonly [Name in OptionName]?: ValueOf<(typeof OPTION_TABLE)[Name]> };

/** The options of an audit: all but those of profiles alone. */
export const AUDIT_OPTIONS: readonly OptionName[] = Object.keys(OPTION_TABLE)
  .filter(isOptionName)
  .filter((name) => name !== 'no-text' && name !== 'by');

/** How inputs are read. */
export const READING_OPTIONS = [
  'text-field',
  'id-field',
  'source-field',
  'date-field',
  'label-field',
  'input-format',
  'split',
  'limit',
  'max-document',
] as const satisfies readonly OptionName[];

/** The options of a comparison. */
export const COMPARE_OPTIONS = [
  ...READING_OPTIONS,
  'workers',
  'memory',
  'fail-on',
  'output',
  'json',
  'quiet',
  'no-color',
  'no-progress',
] as const satisfies readonly OptionName[];

/** The options of a week, beside what its pipeline has keys for. */
export const WEEKLY_OPTIONS = [
  ...READING_OPTIONS,
  'workers',
  'memory',
  'checkpoint',
  'reference',
  'fail-on',
  'json',
  'quiet',
  'no-color',
  'no-progress',
] as const satisfies readonly OptionName[];

/** The options of a series. */
export const TREND_OPTIONS = ['by', 'baseline', ...COMPARE_OPTIONS] as const satisfies readonly OptionName[];

/** What a run may use; it has no bearing on the figures. */
export const RESOURCE_OPTIONS = ['workers', 'memory', 'checkpoint'] as const satisfies readonly OptionName[];

/** What an option takes, in words that complete "It takes …". */
export function takenBy(rule: OptionRule): string {
  switch (rule.kind) {
    case 'text':
      return 'the name of a field, or a path of names such as meta.text';
    case 'path':
      return 'a path';
    case 'count':
      return 'a whole number of at least 1';
    case 'size':
      return `a number of bytes such as 512MB or 2GB${rule.least === undefined ? '' : `, and no less than ${rule.least}`}`;
    case 'switch':
      return 'true or false';
    case 'list':
      return 'a path or a list of paths';
    case 'choice':
      return `one of ${(rule.choices ?? []).join(', ')}`;
  }
}

function isOptionName(name: string): name is OptionName {
  return Object.hasOwn(OPTION_TABLE, name);
}
