import type { DuplicateGraph } from '../measures/duplicate-graph.ts';
import { nearCopies } from '../measures/duplicate-graph.ts';
import { keySums, nearShareOfKeys } from '../measures/duplicate-share.ts';
import type { Replicated } from '../measures/measure.ts';
import type { Profile } from '../profile/profile.ts';
import { distinctKeys } from '../sketches/distinct-keys.ts';
import { lowAt } from '../sketches/key-slots.ts';
import type { KeyTable } from '../sketches/key-table.ts';
import { sortedSlots } from '../sketches/key-table.ts';
import { GROUPS, replicateGroup } from '../sketches/replicate-group.ts';
import { holdsAllTexts } from '../sketches/text-signatures.ts';

/** Shares of the documents that could go because another one stays, each null without documents. */
export interface CopyShares {
  /** That has the same text. */
  readonly exactCopies: Replicated | null;
  /** That has the same text or nearly. */
  readonly allCopies: Replicated | null;
}

/** Digits of a content hash that are its low half. */
const LOW_DIGITS = -8;
const HEXADECIMAL = 16;

/**
 * (Documents − distinct texts) / documents and (documents − clusters) / documents, with the same without each replicate
 * group. A text and its copies share a group, so that a group goes with all its copies. Where texts are too many to be
 * kept, the distinct ones of a group are its share of the sampled ones.
 */
export function copyShares(profile: Profile, texts: KeyTable, graph: DuplicateGraph): CopyShares {
  const documents = documentsByGroup(profile);
  const distinct = distinctByGroup(texts);
  const exactCopies = shareGone(documents, distinct);
  if (!holdsAllTexts(graph.signatures)) return { exactCopies, allCopies: withNearShare(exactCopies, graph) };
  const near = nearByGroup(graph);
  const clusters = distinct.map((own, group) => own - (near[group] ?? 0));
  return { exactCopies, allCopies: shareGone(documents, clusters) };
}

/**
 * 1 − (1 − exact copies) (1 − near copies among distinct texts), the latter estimated from a sample of keys. Its error
 * is one of keys, so that a 32nd part of the keys goes with each group: they fall in it by their ranks, on both sides of
 * a comparison alike.
 */
function withNearShare(exact: Replicated | null, graph: DuplicateGraph): Replicated | null {
  if (exact === null) return null;
  const sums = keySums(graph);
  const nearWithout = (part: number | null): number => {
    const kept = sums.filter(({ rank }) => rank % GROUPS !== part);
    return nearShareOfKeys(graph, kept, part === null ? 1 : 1 - 1 / GROUPS).value;
  };
  return {
    value: bothGone(exact.value, nearWithout(null)),
    leaveOneOut: exact.leaveOneOut.map((own, group) =>
      own === null ? null : bothGone(own, nearWithout(group)),
    ),
    documents: exact.documents,
  };
}

function documentsByGroup({ counts }: Profile): readonly number[] {
  return [...(counts.get('word-groups')?.totals['documents'] ?? [])];
}

function distinctByGroup(texts: KeyTable): readonly number[] {
  const held = Array.from({ length: GROUPS }, () => 0);
  for (const slot of sortedSlots(texts)) {
    const group = replicateGroup(lowAt(texts.slots, slot));
    held[group] = (held[group] ?? 0) + 1;
  }
  const factor = texts.size === 0 ? 0 : distinctKeys(texts).value / texts.size;
  return held.map((own) => own * factor);
}

function bothGone(exact: number, near: number): number {
  return 1 - (1 - exact) * (1 - near);
}

function nearByGroup(graph: DuplicateGraph): readonly number[] {
  const near = Array.from({ length: GROUPS }, () => 0);
  for (const hash of nearCopies(graph)) {
    const group = replicateGroup(Number.parseInt(hash.slice(LOW_DIGITS), HEXADECIMAL));
    near[group] = (near[group] ?? 0) + 1;
  }
  return near;
}

function shareGone(documents: readonly number[], left: readonly number[]): Replicated | null {
  const all = sumOf(documents);
  const allLeft = sumOf(left);
  if (all === 0) return null;
  return {
    value: goneOf(all, allLeft),
    leaveOneOut: documents.map((own, group) =>
      own === 0 || own === all ? null : goneOf(all - own, allLeft - (left[group] ?? 0)),
    ),
    documents: all,
  };
}

function goneOf(documents: number, left: number): number {
  return Math.min(1, Math.max(0, 1 - left / documents));
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, own) => sum + own, 0);
}
