import { expect, it } from 'vitest';
import { tell } from '../support/large-files.ts';
import { recallOfWrapped } from './made-wrapped.ts';

it('finds nine in ten copies in the wrapping of a site, for 40 seeds', () => {
  for (const { least, made, found } of recallOfWrapped(40, 400)) {
    tell(`from ${least} words: ${found} of ${made} found`);
    expect(made).toBeGreaterThan(1_000);
    expect(found / made).toBeGreaterThanOrEqual(0.9);
  }
});
