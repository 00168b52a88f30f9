import type { Audit, Explanation } from './audit.ts';
import { AUDITS } from './registry.ts';

/** How to read each audit, by its id. */
export function explanations(): Readonly<Record<string, Explanation>> {
  return Object.fromEntries(Object.entries<Audit>(AUDITS).map(([id, { explanation }]) => [id, explanation]));
}
