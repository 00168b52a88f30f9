import type { Json } from '../../audits/audit.ts';

/*
 * Details of audits are plain JSON that may come from a file that somebody edited, so that their shape is looked at
 * before they are drawn. What does not have it is left out of the picture.
 */

/** A finite number of an object, null where it is none. */
export function numberIn(value: Json | undefined, key: string): number | null {
  const found = memberOf(value, key);
  return typeof found === 'number' && Number.isFinite(found) ? found : null;
}

/** The entries of an array in an object, none where it is no array. */
export function listIn(value: Json | undefined, key: string): readonly Json[] {
  const found = memberOf(value, key);
  return isList(found) ? found : [];
}

/** The entries of an object in an object. */
export function entriesIn(value: Json | undefined, key: string): readonly (readonly [string, Json])[] {
  const found = memberOf(value, key);
  return isObject(found) ? Object.entries(found) : [];
}

/** An interval that is stored as two numbers. */
export function intervalIn(value: Json | undefined): readonly [low: number, high: number] | null {
  const [low, high] = listIn(value, 'interval');
  return typeof low === 'number' && typeof high === 'number' ? [low, high] : null;
}

export function memberOf(value: Json | undefined, key: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
