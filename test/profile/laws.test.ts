import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Capacities } from '../../src/profile/capacities.ts';
import { DEFAULT_CAPACITIES } from '../../src/profile/capacities.ts';
import { createProfile, mergeProfiles } from '../../src/profile/profile.ts';
import { valuesOf } from '../../src/profile/values.ts';
import { anyDocument, bytesOf, profileOf, roundTrip, TINY } from '../support/profiles.ts';

const documents = fc.array(anyDocument, { maxLength: 12 });

/** Every measure is in the profile, so each law here is a law of every measure, present and future. */
describe.each([
  ['exact tables', DEFAULT_CAPACITIES],
  ['overflowing tables', TINY],
])('a profile with %s', (_, capacities) => {
  it('is the same for the parts as for the whole', () => {
    fc.assert(
      fc.property(documents, documents, documents, (a, b, c) => {
        const part = (of: typeof a) => profileOf(of, capacities);
        const whole = bytesOf(part([...a, ...b, ...c]));
        expect(bytesOf(mergeProfiles(mergeProfiles(part(a), part(b)), part(c)))).toBe(whole);
        const other = mergeProfiles(part(c), mergeProfiles(roundTrip(part(b)), part(a)));
        expect(bytesOf(other)).toBe(whole);
        expect(valuesOf(other)).toEqual(valuesOf(part([...a, ...b, ...c])));
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on the order of the documents', () => {
    fc.assert(
      fc.property(documents, (texts) => {
        expect(bytesOf(profileOf(texts.toReversed(), capacities))).toBe(
          bytesOf(profileOf(texts, capacities)),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('is unchanged by adding the profile of nothing', () => {
    fc.assert(
      fc.property(documents, (texts) => {
        const empty = () => createProfile(capacities);
        const alone = bytesOf(profileOf(texts, capacities));
        expect(bytesOf(mergeProfiles(empty(), profileOf(texts, capacities)))).toBe(alone);
        expect(bytesOf(mergeProfiles(profileOf(texts, capacities), empty()))).toBe(alone);
      }),
      { numRuns: 40 },
    );
  });

  it('survives being written and read', () => {
    fc.assert(
      fc.property(documents, (texts) => {
        const profile = profileOf(texts, capacities);
        expect(bytesOf(roundTrip(profile))).toBe(bytesOf(profile));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the documents that the laws are tried on', () => {
  it('leave something in every table and every sum of every measure', () => {
    const profile = profileOf(fc.sample(anyDocument, { numRuns: 300, seed: 1 }));
    for (const [id, { tables, totals }] of profile.counts) {
      for (const [name, table] of Object.entries(tables))
        expect([id, name, table.total > 0]).toEqual([id, name, true]);
      for (const [name, sums] of Object.entries(totals))
        expect([id, name, sums.some((sum) => sum > 0)]).toEqual([id, name, true]);
    }
  });
});

describe('profiles of different capacities', () => {
  it('merge into what the smaller one would have been', () => {
    fc.assert(
      fc.property(documents, documents, (a, b) => {
        const large: Capacities = {
          ...TINY,
          tables: DEFAULT_CAPACITIES.tables,
          sample: { ...TINY.sample, capacity: 99, longCapacity: 98 },
          signatures: { capacity: 9999, perKey: 3, shingles: 5 },
        };
        const merged = mergeProfiles(profileOf(a, large), profileOf(b, TINY));
        expect(bytesOf(merged)).toBe(bytesOf(profileOf([...a, ...b], TINY)));
      }),
      { numRuns: 60 },
    );
  });
});
