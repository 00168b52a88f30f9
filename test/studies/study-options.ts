import { parseArgs } from 'node:util';

export const STUDY_NAMES = ['coverage', 'size', 'length', 'corpora'] as const;
export type StudyName = (typeof STUDY_NAMES)[number];

export interface StudyOptions {
  readonly name: StudyName | 'all';
  /** Draws of a size from a population. */
  readonly repetitions: number;
  readonly seed: number;
  /** Folders of corpora, and of pairs of human and generated texts. */
  readonly corpora: string;
  readonly cases: string;
  /** The page whose sections are written. */
  readonly out: string;
  /** The command line as given. */
  readonly command: string;
}

/** Reads the command line. Throws an error whose sentence says what is wrong. */
export function studyOptions(args: readonly string[]): StudyOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      repetitions: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      corpora: { type: 'string', default: '../shared/corpora' },
      cases: { type: 'string', default: '../shared/cases/pair' },
      out: { type: 'string', default: 'docs/statistics.md' },
    },
  });
  const name = [...STUDY_NAMES, 'all' as const].find((known) => known === positionals[0]);
  if (name === undefined) throw new Error(`Name a study: ${STUDY_NAMES.join(', ')} or all.`);
  const { corpora, cases, out } = values;
  const repetitions = wholeNumber('repetitions', values.repetitions);
  const seed = wholeNumber('seed', values.seed);
  const command = `npm run study -- ${name} --repetitions ${repetitions} --seed ${seed}`;
  return { name, repetitions, seed, corpora, cases, out, command };
}

function wholeNumber(option: string, given: string): number {
  const number = Number(given);
  if (!(Number.isSafeInteger(number) && number > 0))
    throw new Error(`--${option} ${given} is no whole number.`);
  return number;
}
