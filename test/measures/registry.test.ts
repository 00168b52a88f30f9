import { expect, test } from 'vitest';
import { MEASURES } from '../../src/measures/registry.ts';

test.each(Object.entries(MEASURES))('the measure %s stands under its own id', (key, { id }) => {
  expect(key).toBe(id);
});
