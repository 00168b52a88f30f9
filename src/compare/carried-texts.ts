import { distinctKeys } from '../sketches/distinct-keys.ts';
import type { TextSignature } from '../sketches/text-signatures.ts';
import type { ComparedCorpus } from './compared-corpus.ts';
import type { EditedTexts } from './edited-texts.ts';
import { nearPairs } from './edited-texts.ts';
import type { Sides } from './paired-replicates.ts';
import type { TextChanges } from './text-changes.ts';
import { holdsHash } from './text-keys.ts';

/**
 * The share of the candidate's distinct texts that are those of the baseline with other content hashes: edits, or near
 * copies under whatever id, as far as there are more of these than the baseline has of its own. From 0 to 1.
 *
 * An edited text falls in another replicate group than the one that it was made of. The half of the baseline that
 * names rare words and the half of the candidate in which they are looked up are then no longer strangers, and more is
 * found than a fresh sample would have: survival is an upper bound.
 */
export function carriedShare(
  { baseline, candidate }: Sides<ComparedCorpus>,
  { went, came }: TextChanges,
  edits: EditedTexts,
): number {
  const all = Math.max(1, distinctKeys(candidate.texts).value);
  const edited = Math.min(1, edits.number / all);
  if (went.high.length === 0 || came.high.length === 0) return edited;
  const bound = Math.min(baseline.graph.signatures.bound, candidate.graph.signatures.bound);
  const below = (texts: readonly TextSignature[]): readonly TextSignature[] =>
    texts.filter(({ rank }) => rank < bound);
  const others = below(candidate.graph.texts);
  const { pairs } = nearPairs(
    below(baseline.graph.texts).filter(({ hash }) => holdsHash(went, hash)),
    others.filter(({ hash }) => holdsHash(came, hash)),
  );
  const own = (baseline.allCopies?.value ?? 0) - (baseline.exactCopies?.value ?? 0);
  return Math.max(edited, pairs.length / Math.max(1, others.length) - own);
}
