import type { TextSignature } from '../sketches/text-signatures.ts';
import { holdsAllTexts } from '../sketches/text-signatures.ts';
import { jaccard, resemblance, sharedByAll } from '../statistics/similar-sets.ts';
import type { DuplicateGraph } from './duplicate-graph.ts';
import { NEAR, setOf } from './duplicate-graph.ts';

/** The share of the distinct texts that could go because a near copy of them stays. */
export interface NearShare {
  readonly value: number;
  /** 0 where every text is known. */
  readonly standardError: number;
}

/** How far the texts of the kept keys may be from what so many keys should have. */
const LOPSIDED = 0.2;
/** Keys below which the spread among them says nothing. */
const FEWEST_KEYS = 2;
/** Earlier near copies of a text from which it is learnt how alike they are among themselves. */
const MOST_TRIPLES = 8;
/** A chance below this would be taken for noise: copies that share so little are rare, and weights would explode. */
const LEAST_STAY = 0.55;

/**
 * The share of near copies: (texts - clusters) / texts, counted where all texts are known.
 *
 * Otherwise it is estimated from the keys that were kept, which are a random sample of all keys, each with its texts.
 * A text counts where near copies of its key connect it with one of smaller content hash. That two texts have one key
 * is due to chance, so that each count is weighted by its inverse (Horvitz and Thompson 1952): for a text with one such
 * copy 1 / J, J their Jaccard similarity, which is the chance that their min-hashes agree (Broder 1997). For
 * several copies it is the inclusion-exclusion sum over all sets of them, where the chance that s copies have the
 * text's key is taken to be αβ^s: Σ (-1)^(s+1) C(m, s) / (αβ^s) = (1 - (1 - 1/β)^m) / α, with αβ the mean similarity
 * to the copies and αβ² the mean similarity of three. The share is the ratio of these sums to the texts of the keys,
 * and its standard error that of a ratio over keys (Cochran 1977, equation 6.13, without the finite correction).
 * Where texts are connected by others alone that have another key, the estimate is somewhat too small.
 *
 * Most texts of a very large cluster have one key, which is kept or not as a whole. Such clusters are therefore counted
 * in the sample of texts by content hash, and the keys tell of the texts that are in none of them: two strata (Cochran
 * 1977, section 5.3). Of the texts of kept keys those belong to a large cluster that pairs connect with a text of it.
 */
export function nearShare(graph: DuplicateGraph): NearShare {
  const { texts, representatives, signatures } = graph;
  if (texts.length === 0) return { value: 0, standardError: 0 };
  if (holdsAllTexts(signatures)) {
    const clusters = representatives.reduce((sum, root, text) => (root === text ? sum + 1 : sum), 0);
    return { value: (texts.length - clusters) / texts.length, standardError: 0 };
  }
  const inLarge = textsOfLarge(graph);
  const keys = keySums(graph, inLarge);
  const rest = graph.large.distinct * (1 - partOfLarge(graph));
  return withLarge(graph, isLopsided(graph, keys, rest) ? expandedOver(graph, keys, rest) : ratioOver(keys));
}

/** The part of the texts that are in large clusters. */
function partOfLarge({ large: { drawn, hashes } }: DuplicateGraph): number {
  return drawn === 0 ? 0 : hashes.size / drawn;
}

/** The chance that a key is kept. */
function chanceOfKey({ signatures }: DuplicateGraph): number {
  return signatures.bound / 2 ** 32;
}

/** Whether the kept keys have far more or fewer texts than so many keys should: where one has a large part of all. */
function isLopsided(graph: DuplicateGraph, keys: readonly KeySums[], texts: number): boolean {
  if (texts < 1) return false;
  const seen = keys.reduce((sum, key) => sum + key.texts, 0);
  return Math.abs(seen / (chanceOfKey(graph) * texts) - 1) > LOPSIDED;
}

/**
 * The share of near copies where the texts of the kept keys do not stand for all: the expansion of their near copies
 * over a known number of texts (Horvitz and Thompson 1952), with the error of keys that are drawn one by one.
 */
function expandedOver(graph: DuplicateGraph, keys: readonly KeySums[], texts: number): NearShare {
  const chance = chanceOfKey(graph);
  const copies = keys.reduce((sum, key) => sum + key.copies, 0);
  const squares = keys.reduce((sum, key) => sum + key.copies ** 2, 0);
  return {
    value: Math.min(1 - 1 / texts, copies / (chance * texts)),
    standardError: Math.sqrt((1 - chance) * squares) / (chance * texts),
  };
}

/** The share of near copies among the texts of keys, as the ratio of their sums. */
function ratioOver(keys: readonly KeySums[]): NearShare {
  const all = keys.reduce((sum, key) => sum + key.texts, 0);
  if (all === 0) return { value: 0, standardError: 0 };
  const copies = keys.reduce((sum, key) => sum + key.copies, 0);
  const ratio = copies / all;
  const squares = keys.reduce((sum, key) => sum + (key.copies - ratio * key.texts) ** 2, 0);
  const spread = keys.length < FEWEST_KEYS ? 1 : keys.length / (keys.length - 1);
  return {
    value: Math.min(1 - 1 / Math.max(1, all), ratio),
    standardError: Math.sqrt(spread * squares) / all,
  };
}

/** Which texts pairs connect with one that is known to be of a large cluster. */
function textsOfLarge({ texts, representatives, large }: DuplicateGraph): Uint8Array {
  const roots = new Set<number>();
  for (const [text, { hash }] of texts.entries())
    if (large.hashes.has(hash)) roots.add(representatives[text] as number);
  return Uint8Array.from(representatives, (root) => (roots.has(root) ? 1 : 0));
}

/** The share of all texts, given that of those in no large cluster. */
function withLarge(graph: DuplicateGraph, rest: NearShare): NearShare {
  const { drawn, hashes, clusters, distinct } = graph.large;
  if (clusters === 0) return rest;
  const part = partOfLarge(graph);
  // Two more of either kind, so that the error is none at no share (Agresti and Coull 1998).
  const adjusted = (hashes.size + 2) / (drawn + 4);
  const ofPart = Math.sqrt((adjusted * (1 - adjusted)) / (drawn + 4));
  return {
    value: Math.max(0, part - clusters / distinct) + (1 - part) * rest.value,
    standardError: Math.hypot(ofPart * (1 - rest.value), (1 - part) * rest.standardError),
  };
}

/** Estimated numbers of texts and of weighted near copies that have one key. */
interface KeySums {
  readonly texts: number;
  readonly copies: number;
}

/** Of the texts that are not marked. */
function keySums(graph: DuplicateGraph, inLarge: Uint8Array): readonly KeySums[] {
  const earlier = earlierCopies(graph);
  const sums: KeySums[] = [];
  for (let begin = 0; begin < graph.texts.length; ) {
    const rank = graph.texts[begin]?.rank;
    let end = begin;
    while (end < graph.texts.length && graph.texts[end]?.rank === rank) end += 1;
    const own = range(begin, end).filter((text) => inLarge[text] === 0);
    if (own.length > 0) sums.push(keySum(graph, { begin, end, own }, earlier));
    begin = end;
  }
  return sums;
}

/**
 * For each text of a key, those before it to which near copies with this key lead; texts of one key are in the order
 * of their hashes.
 */
function earlierCopies({ texts, pairs }: DuplicateGraph): ReadonlyMap<number, readonly number[]> {
  const parents = new Map<number, number>();
  const rootOf = (text: number): number => {
    let root = text;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    return root;
  };
  for (const [index, second] of pairs.second.entries()) {
    const first = pairs.first[index] ?? second;
    if ((pairs.similarity[index] ?? 0) < NEAR.similarity || texts[first]?.rank !== texts[second]?.rank)
      continue;
    const [a, b] = [rootOf(first), rootOf(second)];
    if (a !== b) parents.set(Math.max(a, b), Math.min(a, b));
  }
  const members = new Map<number, number[]>();
  const earlier = new Map<number, readonly number[]>();
  for (const text of [...parents.keys()].toSorted((a, b) => a - b)) {
    const root = rootOf(text);
    const known = members.get(root) ?? [root];
    earlier.set(text, [...known]);
    members.set(root, [...known, text]);
  }
  return earlier;
}

function keySum(
  { texts, signatures }: DuplicateGraph,
  { begin, end, own }: { readonly begin: number; readonly end: number; readonly own: readonly number[] },
  earlier: ReadonlyMap<number, readonly number[]>,
): KeySums {
  const held = texts.slice(begin, end);
  const documents = held.reduce((sum, { count }) => sum + count, 0);
  const group = signatures.groups.get(held[0]?.rank ?? -1);
  // Documents are counted of all texts with the key, and those kept have as many copies as the others.
  const all = Math.max(own.length, ((group?.documents ?? documents) * own.length) / documents);
  let copies = 0;
  let weights = 0;
  const sizes = new Map<number, number>();
  for (const text of own) {
    const before = earlier.get(text) ?? [];
    const root = before.length === 0 ? text : Math.min(...before);
    sizes.set(root, (sizes.get(root) ?? 0) + 1);
    if (before.length === 0) continue;
    copies += 1;
    weights += weightOf(texts, text, before);
  }
  if (copies === 0) return { texts: all, copies: 0 };
  return { texts: all, copies: copiesAmong(all, own.length, [...sizes.values()]) * (weights / copies) };
}

/**
 * Near copies among all texts of a key of which some are held: those held, or with texts that are not, the texts
 * without the clusters, whose number is Chao's lower bound in its bias-corrected form (Chao 1984), at most the texts.
 */
function copiesAmong(all: number, held: number, sizes: readonly number[]): number {
  if (all <= held) return held - sizes.length;
  const once = sizes.filter((size) => size === 1).length;
  const twice = sizes.filter((size) => size === 2).length;
  const unseen = (1 - held / all) * ((once * (once - 1)) / (2 * (twice + 1)));
  return all - Math.min(all, sizes.length + unseen);
}

function weightOf(texts: readonly TextSignature[], text: number, before: readonly number[]): number {
  const own = texts[text];
  const others = before.map((index) => texts[index]).filter((other) => other !== undefined);
  if (own === undefined || others.length === 0) return 1;
  const set = setOf(own);
  const similarity = mean(others.map((other) => jaccard(resemblance(setOf(other), set))));
  if (others.length === 1) return 1 / similarity;
  const triples = others.slice(1, MOST_TRIPLES + 1).map((other, index) => {
    const previous = others[index] ?? other;
    return sharedByAll([set, setOf(previous), setOf(other)]);
  });
  const stay = Math.min(1, Math.max(LEAST_STAY, mean(triples) / similarity));
  return (1 - (1 - 1 / stay) ** others.length) / (similarity / stay);
}

function range(begin: number, end: number): readonly number[] {
  return Array.from({ length: end - begin }, (_, index) => begin + index);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
