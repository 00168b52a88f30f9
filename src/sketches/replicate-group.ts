/** Replicate groups: each distinct text falls in one of them by its hash, and intervals come from leaving one out. */
export const GROUPS = 32;

/** The group of a content hash, from bits that do not decide whether the text is sampled. */
export function replicateGroup(low: number): number {
  return low % GROUPS;
}
