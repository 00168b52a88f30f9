import { describe, expect, it } from 'vitest';
import { homogeneity } from '../../src/audits/homogeneity.ts';
import { runAudits } from '../../src/audits/runner.ts';
import type { MeasureValues } from '../../src/measures/registry.ts';
import { DEFAULT_CAPACITIES } from '../../src/profile/capacities.ts';
import { mergeProfiles, withoutText } from '../../src/profile/profile.ts';
import { valuesOf } from '../../src/profile/values.ts';
import { profileOf, valuesOfTexts } from '../support/profiles.ts';
import { recallOfWrapped } from './made-wrapped.ts';

/** So many words that no text of another name has. */
function words(name: string, count: number): string {
  return Array.from({ length: count }, (_, index) => `${name}${index}`).join(' ');
}

function nearOf(texts: readonly string[]): MeasureValues['near-duplicates'] {
  return valuesOfTexts(texts)['near-duplicates'];
}

describe('near copies', () => {
  it('are told without regard to case and punctuation, in clusters with all their documents', () => {
    const text = 'The constructor of __proto__ was late again, and nobody minded the harbour.';
    const near = nearOf([text, text, text.toUpperCase(), `${text} Why?`, 'Something else altogether.']);
    expect(near).toMatchObject({ documents: 5, texts: 4, exact: true, pairs: 3, contained: 0 });
    expect(near.share).toEqual({ value: 0.5, standardError: 0 });
    expect(near.sizes).toEqual([{ documents: 4, clusters: 1 }]);
    expect(near.similarities.map(({ pairs }) => pairs)).toEqual([0, 0, 0, 0, 2, 1]);
    const [cluster] = near.largest;
    expect(cluster).toMatchObject({ texts: 3, documents: 4 });
    expect(cluster?.quote.toLowerCase()).toContain('the constructor of __proto__');
    expect(cluster?.words).toHaveLength(5);
    expect(cluster?.words).not.toContain('function');
  });

  it('are no copies below half of their shingles', () => {
    // 12 words have 10 shingles: one more word in the middle takes 2 away and brings 3.
    const text = words('a', 12).split(' ');
    const changed = (places: readonly number[]): string =>
      text.map((word, place) => (places.includes(place) ? `x${place}` : word)).join(' ');
    expect(nearOf([text.join(' '), changed([5])]).pairs).toBe(1);
    expect(nearOf([text.join(' '), changed([5, 8])]).pairs).toBe(0);
  });

  it.each([30, 300, 5_000])('are found where a text of %i words is wrapped in others', (length) => {
    const text = words('a', length);
    const near = nearOf([text, `${words('b', 100)} ${text} ${words('c', 100)}`, words('d', length)]);
    expect(near.pairs + near.contained).toBe(1);
  });

  it('are found nine times in ten in the wrapping of a site, among texts of 30 to 5,000 words', () => {
    for (const { made, found } of recallOfWrapped(3, 150)) {
      expect(made).toBeGreaterThan(30);
      expect(found / made).toBeGreaterThanOrEqual(0.9);
    }
  });

  it('are quoted only where there is text, and are otherwise the same', () => {
    const profile = profileOf([{ text: words('a', 40) }, { text: `${words('a', 40)} end` }]);
    const { largest, ...rest } = valuesOf(withoutText(profile))['near-duplicates'];
    const whole = valuesOf(profile)['near-duplicates'];
    expect(rest).toEqual({ ...whole, largest: undefined, holders: whole.holders });
    expect(largest).toEqual(whole.largest.map((cluster) => ({ ...cluster, quote: '', words: [] })));
  });
});

describe('near copies in hostile corpora', () => {
  it('are one cluster of one text, however often it comes', () => {
    const values = valuesOfTexts(Array.from({ length: 20_000 }, () => words('a', 20)));
    expect(values['near-duplicates']).toMatchObject({ documents: 20_000, texts: 1, pairs: 0, largest: [] });
    expect(runAudits(values)['near-duplicates']?.details['distinctDocuments']).toBe(1);
    expect(homogeneity(values)?.value).toBe(100);
  });

  it('are not made of empty texts, of one character, or of one shingle that all have', () => {
    expect(nearOf([' ', '...', '!', '\ud800', '\u0000'])).toMatchObject({ pairs: 0 });
    expect(nearOf(['a', 'A', 'b', 'A!']).share.value).toBe(0.5);
    const header = Array.from({ length: 3_000 }, (_, index) => `one two three ${words(`w${index}of`, 8)}`);
    expect(nearOf(header)).toMatchObject({ texts: 3_000, pairs: 0, contained: 0 });
  });

  it('stay few where all documents share a long header', () => {
    const header = words('h', 60);
    const texts = Array.from({ length: 6_000 }, (_, index) => `${header} ${words(`w${index}of`, 70)}`);
    const { signatures: _, ...rest } = DEFAULT_CAPACITIES;
    for (const capacity of [2 ** 22, 2 ** 16]) {
      const capacities = { ...rest, signatures: { capacity, perKey: 32, shingles: 512 } };
      const near = valuesOf(
        profileOf(
          texts.map((text) => ({ text })),
          capacities,
        ),
      )['near-duplicates'];
      expect(near).toMatchObject({ documents: 6_000, pairs: 0, contained: 0, exact: capacity === 2 ** 22 });
      expect(near.share.value).toBe(0);
    }
  });

  it('that make a chain are one cluster, which says so', () => {
    const all = words('c', 2_200).split(' ');
    const chain = Array.from({ length: 200 }, (_, index) => all.slice(10 * index, 10 * index + 60).join(' '));
    const values = valuesOfTexts(chain);
    expect(values['near-duplicates'].largest).toMatchObject([{ texts: 200, leastSimilarity: 0 }]);
    expect(values['near-duplicates'].estimatedPairs).toBe(0);
    expect(runAudits(values)['near-duplicates']).toMatchObject({
      outcome: 'failed',
      details: { distinctDocuments: 1, chains: 1 },
    });
  });

  it('are found in long texts that differ in one word, over parts that are added', () => {
    const text = words('a', 60_000);
    const parts = [text, text.replace('a7 ', 'b7 '), words('z', 60_000)].map((own) =>
      profileOf([{ text: own }]),
    );
    const [first, ...others] = parts;
    if (first === undefined) throw new Error('there are parts');
    const near = valuesOf(others.reduce(mergeProfiles, first))['near-duplicates'];
    expect(near).toMatchObject({ texts: 3, pairs: 1 });
    expect(near.largest[0]?.leastSimilarity).toBeGreaterThan(0.98);
  });
});

describe('what collapsing near copies does', () => {
  it('is told for figures of diversity, before and after', () => {
    const own = Array.from({ length: 20 }, (_, index) => words(`w${index}of`, 60));
    const value = valuesOfTexts([...own, ...own.map((text) => `${text} more`)])['collapse-effect'];
    expect(value.texts).toEqual([40, 20]);
    const [two] = value.figures;
    expect(two?.name).toBe('cross-document overlap of 3-grams, per million');
    // 58 trigrams in each of 20 pairs; texts of 58 and of 59.
    expect(two?.before).toBeCloseTo((1e6 * 40 * 58) / (2_340 ** 2 - 20 * (58 ** 2 + 59 ** 2)), 6);
    expect(two?.after).toBe(0);
    expect(valuesOfTexts(own)['collapse-effect']).toEqual({ texts: [20, 20], figures: [] });
  });
});

describe('the audit of near copies', () => {
  it('passes where nothing or little is alike, and fails where much is', () => {
    const own = Array.from({ length: 30 }, (_, index) => words(`w${index}of`, 30));
    expect(runAudits(valuesOfTexts(own))['near-duplicates']).toMatchObject({
      title: 'Documents are not near copies',
      outcome: 'passed',
      quantity: { value: 0, documents: 30 },
      details: { distinctDocuments: 30, exact: true },
    });
    const near = [...own, ...own.slice(0, 10).map((text) => `${text} more`)];
    const finding = runAudits(valuesOfTexts(near))['near-duplicates'];
    expect(finding).toMatchObject({ outcome: 'failed', quantity: { value: 0.25 }, details: { pairs: 10 } });
    expect(finding?.evidence[0]).toMatchObject({ count: 2 });
    expect(finding?.evidence[0]?.documents).toHaveLength(2);
  });

  it('leaves exact copies to their own audit', () => {
    const texts = ['a', 'a', 'b', 'c'].map((name) => words(name, 30));
    const finding = runAudits(valuesOfTexts(texts))['near-duplicates'];
    expect(finding).toMatchObject({
      title: 'Copies are almost all word for word',
      outcome: 'passed',
      quantity: { value: 0.25 },
    });
    expect(runAudits(valuesOfTexts(texts))['exact-duplicates']?.outcome).toBe('failed');
    expect(runAudits(valuesOfTexts(['a']))['near-duplicates']?.outcome).toBe('not-applicable');
  });
});
