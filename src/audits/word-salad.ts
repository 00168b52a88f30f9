import type { MeasureValues } from '../measures/registry.ts';
import { scriptClass } from './homogeneity.ts';
import { SALAD } from './thresholds.ts';

/**
 * Whether the words of a corpus lack the order of language: pairs of neighbours are found turned round in other
 * documents nearly as often as they are, or nothing is bound beyond the next word, the more suspicious the fewer words
 * documents have in common. Too few pairs in common say nothing, and pairs of characters are judged by the first alone.
 */
export function isWordSalad(values: Pick<MeasureValues, 'word-order' | 'size'>): boolean {
  const { coincidences, mirrored, reach, samePerMillion } = values['word-order'];
  if (mirrored === null || coincidences < SALAD.fewestCoincidences) return false;
  if (mirrored >= SALAD.mirrored) return true;
  if (reach === null || samePerMillion === null || scriptClass(values) === 'unspaced') return false;
  if (samePerMillion < SALAD.fewInCommon) return reach < SALAD.reachOfFew;
  const enough = coincidences >= SALAD.enoughCoincidences && mirrored >= SALAD.mirroredWithReach;
  return enough && reach < SALAD.reach;
}
