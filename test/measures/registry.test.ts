import { expect, test } from 'vitest';
import { MEASURES } from '../../src/measures/registry.ts';

test.each(Object.entries(MEASURES))('the measure %s stands under its own id', (key, { id }) => {
  expect(key).toBe(id);
});

const PARTS = ['formula', 'measures', 'moves', 'reading', 'silence', 'source'];

test.each(Object.entries(MEASURES))('the measure %s is explained in all parts', (_, { explanation }) => {
  expect(Object.keys(explanation).toSorted()).toEqual(PARTS);
  for (const part of Object.values(explanation)) expect(part).toMatch(/^[\p{Lu}\d].*\.$/u);
});
