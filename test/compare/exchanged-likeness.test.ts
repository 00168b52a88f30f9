import { describe, expect, it } from 'vitest';
import { compareProfiles, directionOf } from '../../src/compare/compare-corpora.ts';
import type { ComparisonVerdict, Narrowing } from '../../src/compare/comparison.ts';
import { withoutText } from '../../src/profile/profile.ts';
import { profileOf } from '../support/profiles.ts';
import { madeTexts } from './made-texts.ts';

const TEXTS = madeTexts({ seed: 3, documents: 160 });
const OTHERS = madeTexts({ seed: 4, documents: 80 });
const [STOCK = ''] = madeTexts({ seed: 5, documents: 1 }).map((text) => text.slice(0, 90));
const KEPT = 60;

function versionOf(texts: readonly string[]): ReturnType<typeof profileOf> {
  return profileOf(texts.map((text) => ({ text })));
}

function verdictOf(before: readonly string[], after: readonly string[]): ComparisonVerdict {
  return compareProfiles(versionOf(before), versionOf(after)).verdict;
}

/** Texts that begin alike. */
function alike(texts: readonly string[]): readonly string[] {
  return texts.map((text, place) => `${STOCK} ${text} ${STOCK} ${place}`);
}

describe('texts that came beside those that went', () => {
  const baseline = TEXTS.slice(0, 100);

  it('are as alike where they are of one source', () => {
    const { exchanged, direction } = verdictOf(baseline, [...TEXTS.slice(0, KEPT), ...TEXTS.slice(100, 140)]);
    expect(exchanged).toMatchObject({ unit: 'points', went: 40, came: 40 });
    const [low = 0, high = 0] = exchanged?.interval99 ?? [];
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(0);
    expect(direction).toBe('unchanged');
  });

  it('are more alike where they say the same, and further apart than the versions as a whole', () => {
    const { exchanged, narrowing, direction } = verdictOf(baseline, [
      ...TEXTS.slice(0, KEPT),
      ...alike(OTHERS.slice(0, 40)),
    ]);
    expect(exchanged?.interval99?.[0]).toBeGreaterThan(0);
    expect(exchanged?.value).toBeGreaterThan(narrowing?.homogeneity ?? Number.POSITIVE_INFINITY);
    expect(direction).toBe('narrowed');
  });

  it('change their sign where the versions change places', () => {
    const version = [...TEXTS.slice(0, KEPT), ...alike(OTHERS.slice(0, 40))];
    const there = verdictOf(baseline, version);
    const back = verdictOf(version, baseline);
    expect(back.exchanged?.value).toBeCloseTo(-(there.exchanged?.value ?? Number.NaN), 9);
    expect(back.direction).toBe('widened');
  });

  it('are not compared where nothing came, nothing stayed, or fewer than 5 were exchanged', () => {
    expect(verdictOf(baseline, baseline).exchanged).toBeNull();
    expect(verdictOf(baseline, TEXTS).exchanged).toBeNull();
    expect(verdictOf(baseline, OTHERS).exchanged).toBeNull();
    expect(verdictOf(baseline, [...TEXTS.slice(4, 100), ...OTHERS.slice(0, 4)]).exchanged).toBeNull();
    expect(verdictOf(baseline, [...TEXTS.slice(6, 100), ...OTHERS.slice(0, 6)]).exchanged).not.toBeNull();
  });

  it('need no text', () => {
    const [before, after] = [baseline, [...TEXTS.slice(0, KEPT), ...alike(OTHERS.slice(0, 40))]].map(
      versionOf,
    );
    if (before === undefined || after === undefined) throw new Error('two versions');
    expect(compareProfiles(withoutText(before), withoutText(after)).verdict.exchanged).toEqual(
      compareProfiles(before, after).verdict.exchanged,
    );
  });
});

describe('the direction', () => {
  const narrowing: Narrowing = {
    value: 4,
    unit: 'points',
    interval: [-1, 9],
    interval99: [-3, 11],
    homogeneity: 4,
    tail: 0,
    smallest: 2,
  };
  const exchanged = {
    value: 20,
    unit: 'points',
    interval: [9, 31],
    interval99: [5, 35],
    went: 30,
    came: 30,
  } as const;

  it('follows whichever interval excludes 0, and the smallest effect', () => {
    expect(directionOf(narrowing, null)).toBe('unchanged');
    expect(directionOf(narrowing, exchanged)).toBe('narrowed');
    expect(directionOf({ ...narrowing, value: 1.9 }, exchanged)).toBe('unchanged');
    expect(directionOf({ ...narrowing, value: -4 }, exchanged)).toBe('unchanged');
    expect(directionOf({ ...narrowing, value: -4 }, { ...exchanged, interval99: [-35, -5] })).toBe('widened');
    expect(directionOf({ ...narrowing, interval99: null }, exchanged)).toBe('insufficient-data');
    expect(directionOf(null, exchanged)).toBe('insufficient-data');
  });
});
