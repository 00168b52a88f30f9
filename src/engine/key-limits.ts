import type { Profile } from '../profile/profile.ts';

/**
 * The limits of the full tables of a profile, and of its document sample. What lies above them can never have a place
 * in the whole, so a part that starts with them is smaller and gives the same sum.
 */
export interface KeyLimits {
  /** By measure and table. */
  readonly tables: ReadonlyMap<string, readonly [high: number, low: number]>;
  readonly sample: readonly [high: number, low: number, long: number];
}

export function limitsOf(profile: Profile): KeyLimits {
  const tables = new Map<string, readonly [number, number]>();
  for (const [id, { tables: own }] of profile.counts)
    for (const [name, table] of Object.entries(own))
      tables.set(`${id}/${name}`, [table.limitHigh, table.limitLow]);
  const { limitHigh, limitLow, longLimit } = profile.sample;
  return { tables, sample: [limitHigh, limitLow, longLimit] };
}

/** Sets the limits of an empty profile. */
export function applyLimits(profile: Profile, limits: KeyLimits): void {
  for (const [id, { tables }] of profile.counts)
    for (const [name, table] of Object.entries(tables)) {
      const limit = limits.tables.get(`${id}/${name}`);
      if (limit !== undefined) [table.limitHigh, table.limitLow] = limit;
    }
  [profile.sample.limitHigh, profile.sample.limitLow, profile.sample.longLimit] = limits.sample;
}
