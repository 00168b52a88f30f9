import type { Unit } from '../statistics/quantity.ts';
import type { Scale } from '../statistics/scale.ts';

/** Ids of figures of a point. `tail-known` is not charted: it tells a lost tail from a change of topics. */
export const FIGURE_IDS = {
  homogeneity: 'homogeneity',
  tailKept: 'tail-kept',
  tailKnown: 'tail-known',
  duplicates: 'duplicates',
} as const;

/** A figure that is followed from point to point. */
export interface ChartedFigure {
  readonly id: string;
  readonly title: string;
  readonly unit: Unit;
  /** On which its values are about normal, so that the chances of a chart hold. */
  readonly scale: Scale;
  /** Which way documents are more alike, or have lost more. */
  readonly alike: 'up' | 'down';
  /** On its scale: points that differ by less are the same for all one can tell. */
  readonly leastDeviation: number;
}

/** Few, because each adds false alarms: what rises where texts grow alike, and what falls where rare words get lost. */
export const CHARTED_FIGURES: readonly ChartedFigure[] = [
  {
    id: FIGURE_IDS.homogeneity,
    title: 'Homogeneity of distinct texts',
    unit: 'points',
    scale: 'identity',
    alike: 'up',
    leastDeviation: 0.1,
  },
  {
    id: FIGURE_IDS.tailKept,
    title: 'Rare words kept, to those expected',
    unit: 'ratio',
    scale: 'log',
    alike: 'down',
    leastDeviation: 0.0005,
  },
];

/** The scores of the charted figures added up, each with the sign by which it tells of narrowing. */
export const TOGETHER: ChartedFigure = {
  id: 'narrowing',
  title: 'Both together, in deviations',
  unit: 'ratio',
  scale: 'identity',
  alike: 'up',
  leastDeviation: 0.1,
};

/** Documents of a point: a jump of it is told and is no change of the texts. */
export const VOLUME: ChartedFigure = {
  id: 'volume',
  title: 'Documents',
  unit: 'documents',
  scale: 'log',
  alike: 'up',
  leastDeviation: 0.15,
};
