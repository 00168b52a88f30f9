import { GROUPS } from '../sketches/replicate-group.ts';
import type { Replicated } from './measure.ts';
import type { SampledCorpus, SampledDocument } from './sampled-corpus.ts';

/** What one document adds to a ratio: to what is above the line, and to what is below. */
export interface RatioTerm {
  readonly part: number;
  readonly whole: number;
}

/**
 * Σ parts / Σ wholes over the documents for which `termOf` gives a term, and the same without each replicate group:
 * a share, or a mean. Null where the wholes add up to 0.
 */
export function replicatedRatio(
  { documents, groupSizes }: SampledCorpus,
  termOf: (document: SampledDocument) => RatioTerm | null,
): Replicated | null {
  const groups = Array.from({ length: GROUPS }, () => ({ part: 0, whole: 0 }));
  let contributing = 0;
  for (const document of documents) {
    const term = termOf(document);
    const group = groups[document.group];
    if (term === null || group === undefined) continue;
    contributing += 1;
    group.part += term.part;
    group.whole += term.whole;
  }
  const all = groups.reduce((sum, { part, whole }) => ({ part: sum.part + part, whole: sum.whole + whole }));
  if (all.whole === 0) return null;
  const leaveOneOut = groups.map(({ part, whole }, group) =>
    groupSizes[group] === 0 || whole === all.whole ? null : (all.part - part) / (all.whole - whole),
  );
  return { value: all.part / all.whole, leaveOneOut, documents: contributing };
}
