import { CorpusError } from '../errors.ts';
import type { FieldPaths } from '../formats/format.ts';
import { DEFAULT_FIELDS } from '../formats/format.ts';

const MOST_NAMES = 1_000;
const NAMES_SHOWN = 20;

/** Which fields the records were seen to have, to answer a misspelt one. */
export interface FieldCheck {
  note(names: readonly string[]): void;
  /** Throws a `CorpusError` where a field that the user named was in no record seen. */
  verify(): void;
}

export function createFieldCheck(fields: FieldPaths): FieldCheck {
  const seen = new Set<string>();
  return {
    note(names) {
      for (const name of names) if (seen.size < MOST_NAMES) seen.add(name);
    },
    verify() {
      for (const [name, path] of Object.entries(fields)) {
        const isNamed = typeof path === 'string' && path !== defaultOf(name);
        if (isNamed && !seen.has(path) && !seen.has(path.split('.')[0] ?? path))
          throw unknown(name, path, seen);
      }
    },
  };
}

function defaultOf(name: string): string | undefined {
  return Object.entries(DEFAULT_FIELDS).find(([key]) => key === name)?.[1];
}

function unknown(name: string, field: string, seen: ReadonlySet<string>): CorpusError {
  const shown = [...seen].toSorted().slice(0, NAMES_SHOWN);
  return new CorpusError({ code: 'FIELD_UNKNOWN', option: `--${name}-field`, field, seen: shown });
}
