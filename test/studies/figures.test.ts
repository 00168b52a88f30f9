import { describe, expect, test } from 'vitest';
import { estimandOf } from './estimand.ts';
import { figuresIn } from './figures.ts';
import { withSection } from './page.ts';

describe('figuresIn', () => {
  test('finds every number with an interval, by its path', () => {
    const details = {
      tokens: 9,
      share: 0.5,
      shareInterval: [0.4, 0.6],
      byN: { 2: { value: 7, unit: 'share', interval: null } },
      growth: [{ size: 1000, types: { value: 5, unit: 'ratio', interval: [4, 6] } }],
    };
    expect(figuresIn(details, 'audit')).toEqual([
      { name: 'audit share', value: 0.5, interval: [0.4, 0.6] },
      { name: 'audit byN 2', value: 7, interval: null },
      { name: 'audit growth 1000 types', value: 5, interval: [4, 6] },
    ]);
  });

  test('finds nothing in what is no record', () => {
    for (const nothing of [null, undefined, 5, 'text', []]) expect(figuresIn(nothing, 'audit')).toEqual([]);
  });
});

describe('estimandOf', () => {
  test('tells what moves with size by the beginning of the name', () => {
    expect(estimandOf('richness halfChao1')).toBe('expectation');
    expect(estimandOf('cross-document-overlap byN 2')).toBe('population');
  });
});

describe('withSection', () => {
  const page = 'by hand\n<!-- begin: one -->\nold\n<!-- end: one -->\nmore\n';

  test('changes what stands between the marks alone, and the same way again', () => {
    const written = withSection(page, 'one', 'new');
    expect(written).toBe('by hand\n<!-- begin: one -->\n\nnew\n\n<!-- end: one -->\nmore\n');
    expect(withSection(written, 'one', 'new')).toBe(written);
  });

  test('does not guess where a section belongs', () => {
    expect(() => withSection(page, 'two', 'new')).toThrow('no place for two');
  });
});
