import { describe, expect, test } from 'vitest';
import { valuesOf } from '../../src/profile/values.ts';
import { profileOf } from '../support/profiles.ts';

function counterfactualsOf(documents: readonly { readonly text: string; readonly source?: string }[]) {
  return valuesOf(profileOf(documents)).counterfactuals;
}

function overlapOfTwo(value: ReturnType<typeof counterfactualsOf>['all']): number | undefined {
  return value.overlap.byN.find(({ n }) => n === 2)?.perMillion?.value;
}

describe('counterfactuals', () => {
  const documents = [
    { text: 'the same old words again', source: 'constructor' },
    { text: 'the same old words once more', source: 'constructor' },
    { text: 'grey geese fly south', source: 'web' },
    { text: 'nobody came to dinner', source: 'web' },
  ];

  test('leave out each large source, the largest first, ties by name', () => {
    const value = counterfactualsOf(documents);
    expect(value.sources).toBe(2);
    expect(value.withoutSource.map(({ source, share }) => [source, share])).toEqual([
      ['constructor', 0.5],
      ['web', 0.5],
    ]);
    const [withoutFirst, withoutSecond] = value.withoutSource;
    expect(withoutFirst && overlapOfTwo(withoutFirst.rest)).toBe(0);
    expect(withoutSecond && overlapOfTwo(withoutSecond.rest)).toBeGreaterThan(
      overlapOfTwo(value.all) ?? Number.NaN,
    );
  });

  test('leave out nothing where there is one source or none', () => {
    expect(counterfactualsOf([{ text: 'a b c' }, { text: 'd e f' }])).toMatchObject({
      sources: 0,
      withoutSource: [],
    });
    const one = documents.map(({ text }) => ({ text, source: '__proto__' }));
    expect(counterfactualsOf(one)).toMatchObject({ sources: 1, withoutSource: [] });
  });

  test('cut the first sentence of each document', () => {
    const value = counterfactualsOf([
      { text: 'As I said before. Grey geese fly south.' },
      { text: 'As I said before. Nobody came to dinner.' },
    ]);
    expect(overlapOfTwo(value.all)).toBeGreaterThan(0);
    expect(overlapOfTwo(value.withoutOpenings)).toBe(0);
  });

  test('cut the passages that many documents have', () => {
    const header = 'all that is said below was said before by somebody else in another town';
    const own = [
      'grey geese fly south',
      'nobody came to dinner',
      'rain fell on seven hills',
      'two clocks struck',
    ];
    const value = counterfactualsOf(
      own.map((text) => ({ text: `${header}. ${text} ${text.toUpperCase()}x.` })),
    );
    expect(overlapOfTwo(value.all)).toBeGreaterThan(0);
    expect(overlapOfTwo(value.withoutBoilerplate)).toBe(0);
  });

  test('keep one document of each template', () => {
    const slots = ['red', 'blue', 'green', 'brown', 'white'];
    const filled = slots.map((slot, index) => ({
      text: `dear ${slot} reader your order ${index} of ${slot}s left our ${index * 7} store today and comes by ${slot} train`,
    }));
    const value = counterfactualsOf([...filled, { text: 'grey geese fly south' }, { text: 'nobody came' }]);
    expect(overlapOfTwo(value.all)).toBeGreaterThan(0);
    expect(overlapOfTwo(value.withoutTemplates)).toBe(0);
  });

  test('have no figures of nothing', () => {
    expect(counterfactualsOf([])).toMatchObject({ texts: 0, sources: 0, withoutSource: [] });
    expect(overlapOfTwo(counterfactualsOf([]).all)).toBeUndefined();
  });
});
