import type { Details, Json } from '../audits/audit.ts';

/** The items of a list; none where it is something else. */
export function listOf(value: Json | undefined): readonly Json[] {
  return isList(value) ? value : [];
}

/** The fields of each item of a list. */
export function itemsOf(value: Json | undefined): readonly Details[] {
  return listOf(value).map(fieldsOf);
}

/** The strings of a list. */
export function wordsOf(value: Json | undefined): readonly string[] {
  return listOf(value).filter((word) => typeof word === 'string');
}

/** The fields of an object; none where it is something else. */
export function fieldsOf(value: Json | undefined): Details {
  return typeof value === 'object' && value !== null && !isList(value) ? value : {};
}

/** A string; empty where it is something else. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** A number; 0 where it is something else. */
export function numberOf(value: Json | undefined): number {
  return typeof value === 'number' ? value : 0;
}

/** A finite number; null where it is something else. */
export function finiteOf(value: Json | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** `Array.isArray` does not tell a read-only list from fields. */
function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
