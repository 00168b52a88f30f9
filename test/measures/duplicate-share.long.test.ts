import { expect, it } from 'vitest';
import { duplicateGraph } from '../../src/measures/duplicate-graph.ts';
import { nearShare } from '../../src/measures/duplicate-share.ts';
import { toEnd } from '../../src/profile/values.ts';
import { trimTextSignatures } from '../../src/sketches/text-signatures.ts';
import { tell } from '../support/large-files.ts';
import { madeTexts, shareWithin } from './made-clusters.ts';

it('holds the share of near copies in 200,000 texts in at least 92 % of its intervals, from a tenth of what all take', () => {
  const { inside, bias } = shareWithin(madeTexts(200_000, 1), {
    part: 10,
    seeds: 200,
    shareOf(signatures) {
      trimTextSignatures(signatures);
      return nearShare(toEnd(duplicateGraph(signatures)));
    },
  });
  tell(`${inside} of 200 intervals hold the share, mean error ${bias.toExponential(2)}`);
  expect(inside).toBeGreaterThanOrEqual(184);
  expect(Math.abs(bias)).toBeLessThan(0.005);
}, 3_600_000);
