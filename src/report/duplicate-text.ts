import type { CollapseEffect, DuplicateDetails } from './duplicate-details.ts';
import { countedText, countText, figureText } from './quantity-text.ts';

/** From this size on clusters are counted in bands. */
const FIRST_BAND = 4;

/** How many clusters of near copies there are, and of how many documents: `3 clusters of 2 to 40`. */
export function clusterCountText({ sizes }: Pick<DuplicateDetails, 'sizes'>): string {
  const clusters = sizes.reduce((sum, size) => sum + size.clusters, 0);
  const fewest = sizes[0]?.documents ?? 0;
  const most = sizes.at(-1)?.documents ?? 0;
  const range = fewest === most ? '' : `${countText(fewest)} to `;
  return `${countedText(clusters, 'cluster', 'clusters')} of ${range}${countText(most)}`;
}

/** Clusters by their number of documents, in bands that double: `16 of 2, 4 of 3, 3 of 4 to 7`. */
export function sizeSpectrumText({ sizes }: Pick<DuplicateDetails, 'sizes'>): string {
  const bands = new Map<number, number>();
  for (const { documents, clusters } of sizes) {
    const begin = documents < FIRST_BAND ? documents : 2 ** Math.floor(Math.log2(documents));
    bands.set(begin, (bands.get(begin) ?? 0) + clusters);
  }
  return [...bands]
    .map(([begin, clusters]) => {
      const end = begin < FIRST_BAND ? '' : ` to ${countText(2 * begin - 1)}`;
      return `${countText(clusters)} of ${countText(begin)}${end}`;
    })
    .join(', ');
}

/** The least similarity of a text to the one that stands for its cluster, among the largest clusters; 1 without one. */
export function leastSimilarity({ clusters }: Pick<DuplicateDetails, 'clusters'>): number {
  return clusters.reduce((least, cluster) => Math.min(least, cluster.leastSimilarity), 1);
}

/** The figures that collapsing near copies changes, first those that it changes most in relation to their size. */
export function effectText({ figures }: CollapseEffect): string {
  return figures
    .flatMap(({ name, before, after }) => {
      if (before === null || after === null || before === after) return [];
      const change = Math.abs(after - before) / Math.max(Math.abs(after), Math.abs(before));
      return [{ text: `${name} ${figureText(before)} → ${figureText(after)}`, change }];
    })
    .toSorted((a, b) => b.change - a.change)
    .map(({ text }) => text)
    .join('; ');
}

/** How many pairs of texts there are of which one holds the other. */
export function containedText({ containedPairs }: Pick<DuplicateDetails, 'containedPairs'>): string {
  return `${countedText(containedPairs, 'pair', 'pairs')} of texts of which one holds at least 80 % of the other`;
}

/** What to know of pairs that may be missing. */
export const MISSING_PAIRS =
  'Pairs of texts that have very common passages were not all looked at: some may be missing.';
