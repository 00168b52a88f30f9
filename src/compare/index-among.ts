import { BEYOND, familiesOf, indexReplicates, scriptClass } from '../audits/homogeneity.ts';
import { FEWEST_DOCUMENTS } from '../audits/thresholds.ts';
import { likenessOf } from '../measures/counterfactuals.ts';
import type { Replicated } from '../measures/measure.ts';
import { sampledCorpus } from '../measures/sampled-corpus.ts';
import type { ComparedCorpus } from './compared-corpus.ts';

/**
 * The homogeneity index of some texts of one side among themselves, which are told by their content hashes: one of near
 * copies, and before it is cut at 0 and 100. Null where they are fewer than 5.
 */
export function indexAmong(
  { collapsed, values }: ComparedCorpus,
  isIn: (hash: string) => boolean,
): Replicated | null {
  const own = collapsed.documents.filter(({ entry }) => isIn(entry.hash));
  if (own.length < FEWEST_DOCUMENTS) return null;
  return indexReplicates(likenessOf(sampledCorpus(own, false)), familiesOf(scriptClass(values)), BEYOND);
}
