import type { MeasureValues } from '../measures/registry.ts';
import { scriptClass } from './homogeneity.ts';
import { ENOUGH, SALAD } from './thresholds.ts';

/**
 * Whether the words of a corpus lack the order of language: pairs of neighbours are found turned round in other
 * documents nearly as often as they are, or nothing is bound beyond the next word, the more suspicious the fewer words
 * documents have in common. Where documents have too few pairs in common to tell, it is no language if they have
 * hardly a word in common either; pairs of characters are judged by these and the first alone.
 */
export function isWordSalad(values: Pick<MeasureValues, 'word-order' | 'size'>): boolean {
  const { texts, coincidences, mirrored, reach, samePerMillion } = values['word-order'];
  if (mirrored === null || coincidences < SALAD.fewestCoincidences)
    return texts >= ENOUGH.documents && samePerMillion !== null && samePerMillion < SALAD.hardlyInCommon;
  if (mirrored >= SALAD.mirrored) return true;
  if (reach === null || samePerMillion === null || scriptClass(values) === 'unspaced') return false;
  if (samePerMillion < SALAD.fewInCommon) return reach < SALAD.reachOfFew;
  const enough = coincidences >= SALAD.enoughCoincidences && mirrored >= SALAD.mirroredWithReach;
  return enough && reach < SALAD.reach;
}

/** The share of documents that hardly know the order of words of the others; 0 where it is that of a corpus of language. */
export function noiseShare(values: Pick<MeasureValues, 'word-order'>): number {
  const share = values['word-order'].unorderedShare ?? 0;
  return share < SALAD.unordered ? 0 : share;
}
