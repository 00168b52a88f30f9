import { CorpusError } from '../errors.ts';
import type { ProblemCode } from '../problem.ts';
import type { ProblemLedger } from './problem-ledger.ts';
import { mostFrequent, summaryOf } from './problem-ledger.ts';

const NAMES_SHOWN = 20;

/** Remedies of what may be wrong with all that was read; the rest has a general one. */
const REMEDIES: Partial<Readonly<Record<ProblemCode, string>>> = {
  FILE_EMPTY: 'Check the path, and what should have written the files.',
  FOLDER_EMPTY: 'Check the path.',
  FORMAT_UNKNOWN: 'Convert the files, or name their format with --input-format.',
  FILE_UNREADABLE: 'Check the permissions.',
};

/** The failure of a run that read no document: what was in its place, and what to do. */
export function nothingReadable(ledger: ProblemLedger, names: ReadonlySet<string>): CorpusError {
  const code = mostFrequent(ledger);
  if (code === null)
    return new CorpusError({
      code: 'NOTHING_READABLE',
      detail: 'the inputs hold no records',
      remedy: 'Check that these are the files you meant, and that they are not empty.',
    });
  return new CorpusError({
    code: 'NOTHING_READABLE',
    detail: summaryOf(ledger),
    remedy: code === 'TEXT_MISSING' || code === 'TEXT_NOT_STRING' ? fieldRemedy(names) : remedyOf(code),
  });
}

function remedyOf(code: ProblemCode): string {
  return REMEDIES[code] ?? 'Mend what is named first, or give other inputs.';
}

function fieldRemedy(names: ReadonlySet<string>): string {
  const sorted = [...names].toSorted();
  const shown = sorted.slice(0, NAMES_SHOWN).map((name) => JSON.stringify(name.slice(0, 200)));
  const more = sorted.length > NAMES_SHOWN ? ` and ${sorted.length - NAMES_SHOWN} more` : '';
  const seen =
    shown.length === 0 ? 'The records have no fields' : `The fields seen are ${shown.join(', ')}${more}`;
  return `${seen}: name the one that holds the text with --text-field.`;
}
