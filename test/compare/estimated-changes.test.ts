import { describe, expect, it } from 'vitest';
import { compareProfiles } from '../../src/compare/compare-corpora.ts';
import type { CopyShare } from '../../src/compare/copy-shares.ts';
import { copyDifference } from '../../src/compare/copy-shares.ts';
import { DEFAULT_CAPACITIES } from '../../src/profile/capacities.ts';
import { jackknifeError } from '../../src/statistics/jackknife.ts';
import { profileOf } from '../support/profiles.ts';
import { madeTexts } from './made-texts.ts';

const FEW = { ...DEFAULT_CAPACITIES, tables: { ...DEFAULT_CAPACITIES.tables, texts: 256 } };

function share(value: number): CopyShare {
  return { value, documents: 100, error: 0 };
}

describe('documents of which not all hashes are kept', () => {
  const texts = madeTexts({ seed: 21, documents: 900 }).map((text, place) => ({ id: `d${place}`, text }));
  // Of 900 documents 300 stay, 300 are edited and 300 go.
  const version = texts
    .slice(0, 600)
    .map(({ id, text }, place) => ({ id, text: place < 300 ? text : `new ${text}` }));

  it('are estimated, said so, and within four standard errors', () => {
    const { documents } = compareProfiles(profileOf(texts, FEW), profileOf(version, FEW));
    expect(documents.exact).toBe(false);
    // About 256 of 900 hashes are known: a share of a third has an error of 0.03 x 900, one of pairs twice that.
    for (const number of [documents.unchanged, documents.edited, documents.removed])
      expect(Math.abs(number - 300)).toBeLessThan(4 * 54);
    expect(documents.added).toBeLessThan(4 * 54);
  });

  it('are exact where they fit', () => {
    const { documents } = compareProfiles(profileOf(texts), profileOf(version));
    expect(documents).toMatchObject({ unchanged: 300, edited: 300, removed: 300, added: 0, exact: true });
  });
});

describe('copyDifference', () => {
  it('has the binomial error of both sides as far as they changed', () => {
    const difference = copyDifference(
      { baseline: share(0.2), candidate: share(0.5) },
      { baseline: 1, candidate: 1 },
    );
    expect(difference.value).toBeCloseTo(0.3, 12);
    expect(jackknifeError(difference)).toBeCloseTo(Math.sqrt(0.2 * 0.8 * 0.01 + 0.5 * 0.5 * 0.01), 12);
    const half = copyDifference(
      { baseline: share(0), candidate: share(0.5) },
      { baseline: 0, candidate: 0.25 },
    );
    expect(jackknifeError(half)).toBeCloseTo(0.025, 12);
  });

  it('is sure where nothing changed', () => {
    const none = copyDifference(
      { baseline: share(0.5), candidate: share(0.5) },
      { baseline: 0, candidate: 0 },
    );
    expect(none.value).toBe(0);
    expect(jackknifeError(none)).toBe(0);
  });
});
