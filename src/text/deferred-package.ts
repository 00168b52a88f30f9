import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * Loads a package at the moment it is called, not when the program starts, and without waiting. For packages with
 * large tables that many runs never need. What it exports is not checked: the caller knows it from its types.
 */
export function loadPackage(name: string): unknown {
  return createRequire(import.meta.url)(fileURLToPath(import.meta.resolve(name)));
}
