import { printableJson } from './printable-text.ts';
import type { Renderer } from './renderer.ts';

/** Keys that come first, in this order, wherever they stand; the others follow in code-unit order. */
const LEADING_KEYS = new Map(
  `schema tool run corpus verdict audits slices title outcome quantity reason level homogeneity
  cause summary remedy code uri line message excerpt quote count by name version
  inputs options planDigest startedAt seconds value unit interval documents tokens types bytes
  decidedBy provisional causes warnings total byCode examples evidence details`
    .split(/\s+/)
    .map((key, rank) => [key, rank] as const),
);

/** The report as JSON: keys in a fixed order, numbers always finite, nothing that could drive a terminal. */
export const jsonRenderer: Renderer = {
  id: 'json',
  extensions: ['.json'],
  render: (report) => `${printableJson(JSON.stringify(inFixedOrder(report), null, 2))}\n`,
};

/** One value on one line, as safe to print as a whole report. */
export function jsonLine(value: unknown): string {
  return printableJson(JSON.stringify(value));
}

function inFixedOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inFixedOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([left], [right]) => compareKeys(left, right));
  return Object.fromEntries(entries.map(([key, held]) => [key, inFixedOrder(held)]));
}

function compareKeys(left: string, right: string): number {
  const ranks =
    (LEADING_KEYS.get(left) ?? LEADING_KEYS.size) - (LEADING_KEYS.get(right) ?? LEADING_KEYS.size);
  if (ranks !== 0) return ranks;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
