import { estimated } from '../audits/estimate.ts';
import type { ComparedCorpus } from '../compare/compared-corpus.ts';
import type { Tails } from '../compare/narrowing.ts';
import { distinctIndex } from '../compare/narrowing.ts';
import type { Quantity } from '../statistics/quantity.ts';
import { FIGURE_IDS } from '../trend/charted-figures.ts';

/** The figures that charts follow, of a corpus itself, and where it is held against a baseline of the tails of both. */
export function corpusFigures(
  corpus: ComparedCorpus,
  tails: Tails | null,
): Readonly<Record<string, Quantity>> {
  const index = distinctIndex(corpus);
  const copies = corpus.allCopies;
  const { documents } = corpus.values.size;
  const figures: readonly (readonly [string, Quantity | null])[] = [
    [FIGURE_IDS.homogeneity, index === null ? null : estimated(index, 'points', 'identity')],
    [
      FIGURE_IDS.duplicates,
      copies === null ? null : { value: copies.value, unit: 'share', documents: copies.documents },
    ],
    [FIGURE_IDS.tailKept, ratioOf(tails?.kept.rare?.ratio?.value, documents)],
    [FIGURE_IDS.tailKnown, ratioOf(tails?.known.rare?.ratio?.value, documents)],
  ];
  return Object.fromEntries(
    figures.flatMap(([id, quantity]): [string, Quantity][] => (quantity === null ? [] : [[id, quantity]])),
  );
}

function ratioOf(value: number | undefined, documents: number): Quantity | null {
  return value === undefined ? null : { value, unit: 'ratio', documents };
}
