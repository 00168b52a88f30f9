import type { Replicated } from './measure.ts';

/** Σ parts / Σ wholes over the groups, and the same without each group that has documents. */
export function shareReplicated(
  parts: readonly number[],
  wholes: readonly number[],
  groupSizes: readonly number[],
): Replicated | null {
  const part = sum(parts);
  const whole = sum(wholes);
  if (whole === 0) return null;
  const leaveOneOut = groupSizes.map((size, group) => {
    const rest = whole - (wholes[group] ?? 0);
    return size === 0 || rest === 0 ? null : (part - (parts[group] ?? 0)) / rest;
  });
  return { value: part / whole, leaveOneOut, documents: sum(groupSizes) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
