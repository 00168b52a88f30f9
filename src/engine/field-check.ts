import type { Document } from '../document.ts';
import { CorpusError } from '../errors.ts';
import type { FieldPaths } from '../formats/format.ts';
import { DEFAULT_FIELDS } from '../formats/format.ts';
import { nearestFirst, nearestName } from '../nearest-name.ts';
import type { ProblemCode } from '../problem.ts';
import type { Profile } from '../profile/profile.ts';

const FIELDS = ['text', 'id', 'source', 'date', 'label'] as const;
/** A text field that holds something, though no text. */
const TEXT_CODES: readonly ProblemCode[] = ['TEXT_NOT_STRING', 'TEXT_EMPTY'];

/** What is known about the fields of the records that were read. */
export interface FieldsSeen {
  /** Top-level names, of the first records alone. */
  readonly names: ReadonlySet<string>;
  /** Fields of which some record had a value. */
  readonly filled: ReadonlySet<keyof FieldPaths>;
}

/** The fields of which a document has a value. */
export function filledBy(document: Document): readonly (keyof FieldPaths)[] {
  return FIELDS.filter((name) => document[name] !== undefined);
}

/** The fields of which some document of a profile had a value. */
export function filledIn({ counts, sample, problems }: Profile): readonly (keyof FieldPaths)[] {
  const total = (measure: string, table: string): number => counts.get(measure)?.tables[table]?.total ?? 0;
  const numbers: Readonly<Record<keyof FieldPaths, number>> = {
    text: sample.total,
    id: total('identifiers', 'ids'),
    source: total('slices', 'sources'),
    date: total('slices', 'periods'),
    label: total('slices', 'labels'),
  };
  return FIELDS.filter((name) => numbers[name] > 0).concat(flawedIn(problems));
}

/** The fields of which a record had a value that could not be used. */
export function flawedIn(problems: ReadonlyMap<ProblemCode, number>): readonly (keyof FieldPaths)[] {
  const has = (code: ProblemCode): boolean => (problems.get(code) ?? 0) > 0;
  return [
    ...(TEXT_CODES.some(has) ? (['text'] as const) : []),
    ...(has('DATE_UNREADABLE') ? (['date'] as const) : []),
  ];
}

/** Throws a `CorpusError` where a field that the user named was in no record. */
export async function verifyFields(fields: FieldPaths, { names, filled }: FieldsSeen): Promise<void> {
  // Without a single record the fields are not what is wrong.
  if (names.size === 0 && filled.size === 0) return;
  for (const name of FIELDS) {
    const path = fields[name];
    const isNamed = path !== undefined && path !== DEFAULT_FIELDS[name];
    if (isNamed && !filled.has(name) && !names.has(path)) throw await unknown(name, path, [...names]);
  }
}

async function unknown(name: string, field: string, names: readonly string[]): Promise<CorpusError> {
  return new CorpusError({
    code: 'FIELD_UNKNOWN',
    option: `--${name}-field`,
    field,
    seen: await nearestFirst(field, names),
    nearest: await nearestName(field, names),
  });
}
