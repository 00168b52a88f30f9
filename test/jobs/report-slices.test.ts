import { describe, expect, it } from 'vitest';
import { reportedSlices } from '../../src/jobs/report-slices.ts';
import { DEFAULT_CAPACITIES } from '../../src/profile/capacities.ts';
import { valuesOf } from '../../src/profile/values.ts';
import { profileOf } from '../support/profiles.ts';

const SMALL = 400;
const LARGE = 400;
const CAPACITIES = {
  tables: { ...DEFAULT_CAPACITIES.tables, names: 64 },
  sample: { ...DEFAULT_CAPACITIES.sample, capacity: 500 },
  signatures: DEFAULT_CAPACITIES.signatures,
};

function reportOn(large: string): ReturnType<typeof reportedSlices> {
  const sources = Array.from({ length: SMALL + LARGE }, (_, index) => (index < SMALL ? `s${index}` : large));
  const documents = sources.map((source, index) => ({
    text: `text number ${index}`,
    source,
    label: 'human',
  }));
  return reportedSlices(valuesOf(profileOf(documents, CAPACITIES)));
}

describe('slices of more sources than can be counted', () => {
  it.each(Array.from({ length: 12 }, (_, index) => `large${index}`))('never miss %s', (large) => {
    const { slices, sliceCoverage } = reportOn(large);
    const [first, second] = slices;
    expect(first).toMatchObject({ by: 'source', name: large });
    expect(second?.documents).toBe(1);
    if (first?.exact === true) expect(first).toMatchObject({ documents: LARGE, tokens: 3 * LARGE });
    expect(Math.abs((first?.documents ?? 0) / LARGE - 1)).toBeLessThan(0.2);
    expect(Math.abs((first?.tokens ?? 0) / (3 * LARGE) - 1)).toBeLessThan(0.2);
    expect(sliceCoverage[0]).toMatchObject({ by: 'source', exact: false, listed: 50 });
    expect(Math.abs((sliceCoverage[0]?.names ?? 0) / (SMALL + 1) - 1)).toBeLessThan(0.5);
    expect(sliceCoverage[1]).toEqual({ by: 'label', names: 1, exact: true, listed: 1 });
  });

  it('mark what is estimated', () => {
    const found = Array.from({ length: 12 }, (_, index) => reportOn(`large${index}`).slices[0]);
    expect(found.some((slice) => slice?.exact === false)).toBe(true);
  });
});
