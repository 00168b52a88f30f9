import type { Profile } from '../profile/profile.ts';
import { expectKeys } from '../sketches/key-table.ts';

/**
 * The limits of the full tables of a profile, of its document sample and of its text signatures. What lies above them can never have a place
 * in the whole, so a part that starts with them is smaller and gives the same sum.
 */
export interface KeyLimits {
  /** By measure and table; with the limit, how many keys the table holds. */
  readonly tables: ReadonlyMap<string, readonly [high: number, low: number, keys: number]>;
  readonly sample: readonly [high: number, low: number, long: number];
  readonly signatures: readonly [bound: number, capped: boolean];
}

export function limitsOf(profile: Profile): KeyLimits {
  const tables = new Map<string, readonly [number, number, number]>();
  for (const [id, { tables: own }] of profile.counts)
    for (const [name, table] of Object.entries(own))
      tables.set(`${id}/${name}`, [table.limitHigh, table.limitLow, table.size]);
  const { limitHigh, limitLow, longLimit } = profile.sample;
  const { bound, capped } = profile.signatures;
  return { tables, sample: [limitHigh, limitLow, longLimit], signatures: [bound, capped] };
}

/** A part has fewer keys than the whole before it. */
const EXPECTED_SHARE = 1 / 2;

/** Sets the limits of an empty profile, and makes room for what a part of the whole will have. */
export function applyLimits(profile: Profile, limits: KeyLimits): void {
  for (const [id, { tables }] of profile.counts)
    for (const [name, table] of Object.entries(tables)) {
      const limit = limits.tables.get(`${id}/${name}`);
      if (limit === undefined) continue;
      [table.limitHigh, table.limitLow] = limit;
      expectKeys(table, limit[2] * EXPECTED_SHARE);
    }
  [profile.signatures.bound, profile.signatures.capped] = limits.signatures;
  [profile.sample.limitHigh, profile.sample.limitLow, profile.sample.longLimit] = limits.sample;
}
