import type { TextSignature, TextSignatures } from '../sketches/text-signatures.ts';
import { signedTexts } from '../sketches/text-signatures.ts';
import type { HashedSet, PairThresholds, SimilarPairs } from '../statistics/similar-sets.ts';
import { comparableSizes, similarSets } from '../statistics/similar-sets.ts';

/** Near copies: what is found, and what of it makes clusters. */
export const NEAR: PairThresholds = { similarity: 0.5, containment: 0.8, fewestContained: 10 };

/** Clusters so large that a random sample of the texts shows how large: what a sample of keys may miss as a whole. */
export interface LargeClusters {
  /** Texts that were drawn, and those of them that are in these clusters. */
  readonly drawn: number;
  readonly hashes: ReadonlySet<string>;
  readonly clusters: number;
  /** Different texts that there are, as far as the sample tells; 0 where none were drawn. */
  readonly distinct: number;
}

const NO_LARGE: LargeClusters = { drawn: 0, hashes: new Set(), clusters: 0, distinct: 0 };

/** Distinct texts with the pairs among them that are near copies, or of which one holds the other. */
export interface DuplicateGraph {
  readonly signatures: TextSignatures;
  /** By key, then by content hash: what is alike stands close together. */
  readonly texts: readonly TextSignature[];
  readonly pairs: SimilarPairs;
  /** For each text the place of the text of smallest content hash that near copies lead to from it: of its cluster. */
  readonly representatives: Uint32Array;
  /** None where all texts are kept. */
  readonly large: LargeClusters;
}

/** Finds the near copies among the texts that are kept, in steps. */
export function* duplicateGraph(signatures: TextSignatures): Generator<void, DuplicateGraph> {
  const texts = signedTexts(signatures).toSorted((a, b) => a.rank - b.rank);
  yield;
  const pairs = yield* similarSets(texts.map(setOf), NEAR);
  return { signatures, texts, pairs, representatives: componentsOf(texts, pairs), large: NO_LARGE };
}

/** The shingles of a text, as a set that is compared with others. */
export function setOf({ text }: Pick<TextSignature, 'text'>): HashedSet {
  return { hashes: text.shingles, complete: text.complete };
}

/** Whether the first of two texts of a pair is the one that the other holds: the one of fewer shingles, or as many. */
export function isInner(first: TextSignature, second: TextSignature): boolean {
  const sizes = comparableSizes(setOf(first), setOf(second));
  return sizes.first <= sizes.second;
}

/** The components of the pairs that are similar enough; pairs of which one holds the other do not count. */
export function componentsOf(texts: readonly { readonly hash: string }[], pairs: SimilarPairs): Uint32Array {
  const parents = Uint32Array.from(texts, (_, index) => index);
  const rootOf = (text: number): number => {
    let root = text;
    while (parents[root] !== root) {
      parents[root] = parents[parents[root] as number] as number;
      root = parents[root] as number;
    }
    return root;
  };
  for (const [index, first] of pairs.first.entries()) {
    if ((pairs.similarity[index] ?? 0) < NEAR.similarity) continue;
    const [a, b] = [rootOf(first), rootOf(pairs.second[index] ?? first)];
    if (a === b) continue;
    const aIsFirst = (texts[a]?.hash ?? '') < (texts[b]?.hash ?? '');
    parents[aIsFirst ? b : a] = aIsFirst ? a : b;
  }
  return parents.map((_, text) => rootOf(text));
}

/** The content hashes of texts that are near copies of one with a smaller hash in their cluster. */
export function nearCopies({
  texts,
  representatives,
}: Pick<DuplicateGraph, 'representatives'> & {
  readonly texts: readonly { readonly hash: string }[];
}): ReadonlySet<string> {
  return new Set(texts.flatMap(({ hash }, index) => (representatives[index] === index ? [] : [hash])));
}
