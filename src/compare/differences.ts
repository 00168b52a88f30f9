import { estimated } from '../audits/estimate.ts';
import { ENOUGH, FEWEST_DOCUMENTS } from '../audits/thresholds.ts';
import type { Replicated } from '../measures/measure.ts';
import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts';
import type { Interval, Replicates } from '../statistics/jackknife.ts';
import { jackknifeInterval, jackknifePValue } from '../statistics/jackknife.ts';
import type { Quantity } from '../statistics/quantity.ts';
import { CHANGE } from './change-settings.ts';
import type { ComparedCorpus } from './compared-corpus.ts';
import type { Difference } from './comparison.ts';
import type { CopyShare } from './copy-shares.ts';
import { copyDifference, replicatesOfVariance } from './copy-shares.ts';
import type { Untested } from './effect-wording.ts';
import { effectOf } from './effect-wording.ts';
import { equalSizeFigures } from './equal-size-figures.ts';
import type { Figure } from './figures.ts';
import { FIGURES } from './figures.ts';
import type { Sides } from './paired-replicates.ts';
import { pairedReplicates } from './paired-replicates.ts';

const COPY_FIGURES = [
  {
    id: 'exact-duplicates',
    title: 'Documents that are copies',
    unit: 'share',
    scale: 'identity',
    alike: 'up',
    of: ({ exactCopies }: ComparedCorpus): CopyShare | null => exactCopies,
  },
  {
    id: 'near-duplicates',
    title: 'Documents that are copies or near copies',
    unit: 'share',
    scale: 'identity',
    alike: 'up',
    of: ({ allCopies }: ComparedCorpus): CopyShare | null => allCopies,
  },
] as const;

/** A figure with its values on both sides. */
type Compared = Omit<Figure, 'of' | 'otherVariance'> &
  Sides<Replicated> & {
    /** Of their difference, beside that of groups of documents. */
    readonly variance?: number;
    /** Whether it depends on the sizes of the sides, and these are unlike. */
    readonly areOtherSizes?: boolean;
  };

/** Times as many tokens up to which numbers of words are tested. */
const MOST_SIZE_RATIO = 1.25;

/**
 * The differences of all figures that both sides have. The chance of each is that of Student's t on its replicates,
 * paired by group, and adjusted for all figures by Benjamini and Hochberg (1995). Where a figure lies above 0 on both
 * sides and is compared by ratio, its difference and the interval are those of the ratio, taken of the baseline.
 */
export function differencesOf(
  sides: Sides<ComparedCorpus>,
  changed: Sides<number>,
): Readonly<Record<string, Difference>> {
  const compared = [...ownFigures(sides, changed), ...figuresAtEqualSize(sides)].map((figure) => ({
    figure: {
      ...figure,
      baseline: quantityOf(figure.baseline, figure),
      candidate: quantityOf(figure.candidate, figure),
    },
    ...testOf(figure),
  }));
  const tested = [...copyFigures(sides, changed), ...compared];
  const adjusted = benjaminiHochberg(tested.flatMap(({ p }) => p ?? []));
  let place = 0;
  return Object.fromEntries(
    tested.map(({ figure, value, interval, p, untested }) => {
      const adjustedP = p === null ? null : (adjusted[place++] ?? 1);
      const direction = directionOf(figure, value, adjustedP);
      const found = {
        title: figure.title,
        baseline: figure.baseline,
        candidate: figure.candidate,
        difference: { value, interval, adjustedP },
        direction,
      };
      return [figure.id, { ...found, effect: effectOf(found, untested) }];
    }),
  );
}

/** Shares of copies are counted: documents are drawn, and not groups of them. */
function copyFigures(
  { baseline, candidate }: Sides<ComparedCorpus>,
  changed: Sides<number>,
): readonly (Test & { readonly figure: Omit<Figure, 'of'> & Sides<Quantity> })[] {
  return COPY_FIGURES.flatMap(({ of, ...figure }) => {
    const [own, other] = [of(baseline), of(candidate)];
    if (own === null || other === null) return [];
    const difference = copyDifference({ baseline: own, candidate: other }, changed);
    const quantity = ({ value, documents }: CopyShare): Quantity => ({ value, unit: figure.unit, documents });
    return [
      {
        figure: { ...figure, baseline: quantity(own), candidate: quantity(other) },
        ...(isNoneOfFew(own, other) || isNoneOfFew(other, own)
          ? untestedFor(difference.value, 'nothing')
          : {
              value: difference.value,
              interval: jackknifeInterval(difference),
              p: jackknifePValue(difference),
              untested: null,
            }),
      },
    ];
  });
}

/** Whether a share is 0 of so few documents that this says little, and not 0 of the others. */
function isNoneOfFew(own: CopyShare, other: CopyShare): boolean {
  return own.value === 0 && other.value > 0 && own.documents < ENOUGH.documents;
}

function ownFigures(
  { baseline, candidate }: Sides<ComparedCorpus>,
  changed: Sides<number>,
): readonly Compared[] {
  return FIGURES.flatMap(({ of, otherVariance = () => 0, ...figure }) => {
    const [own, other] = [of(baseline), of(candidate)];
    const variance = otherVariance(baseline, changed.baseline) + otherVariance(candidate, changed.candidate);
    return own === null || other === null ? [] : [{ ...figure, variance, baseline: own, candidate: other }];
  });
}

function figuresAtEqualSize(sides: Sides<ComparedCorpus>): readonly Compared[] {
  const figures = equalSizeFigures(sides);
  if (figures === null) return [];
  const areOtherSizes = figures.sizeRatio > MOST_SIZE_RATIO;
  const rows = [
    { id: 'types-at-equal-size', title: 'Different words in equally many words', of: figures.types },
    {
      id: 'types-at-equal-coverage',
      title: 'Different words at equal coverage',
      of: figures.typesAtCoverage,
    },
  ];
  return rows.flatMap(({ id, title, of: { baseline, candidate } }) =>
    baseline === null || candidate === null
      ? []
      : [
          {
            id,
            title,
            unit: 'types',
            scale: 'log',
            alike: 'down',
            areOtherSizes,
            baseline,
            candidate,
          } as const,
        ],
  );
}

interface Test {
  readonly value: number;
  readonly interval: Interval | null;
  readonly p: number | null;
  /** Why there is no chance, null where there is one. */
  readonly untested: Untested | null;
}

/**
 * A figure that is 0 on one side, or has no interval there, has no spread from which a chance could be had. Words that
 * are drawn from a larger version are more scattered than those of so many whole documents, in which they come in
 * bursts, so that numbers of words are tested between versions of like size alone.
 */
function testOf(figure: Compared): Test {
  const { baseline, candidate, scale, areOtherSizes = false } = figure;
  const value = candidate.value - baseline.value;
  if (Math.min(baseline.documents, candidate.documents) < FEWEST_DOCUMENTS)
    return untestedFor(value, 'documents');
  if (value !== 0 && [baseline, candidate].some((own) => hasNoSpread(own, figure)))
    return untestedFor(value, 'nothing');
  if (value !== 0 && areOtherSizes) return untestedFor(value, 'sizes');
  const ratios = scale === 'log' ? logRatios({ baseline, candidate }) : null;
  if (ratios === null) {
    const differences = withVariance(
      pairedReplicates({ baseline, candidate }, (before, after) => after - before),
      figure.variance ?? 0,
    );
    return {
      value,
      interval: jackknifeInterval(differences),
      p: jackknifePValue(differences),
      untested: null,
    };
  }
  const interval = jackknifeInterval(ratios);
  const difference = (ratio: number): number => baseline.value * Math.expm1(ratio);
  return {
    value,
    interval: interval === null ? null : [difference(interval[0]), difference(interval[1])],
    p: jackknifePValue(ratios),
    untested: null,
  };
}

function withVariance(replicates: Replicates, variance: number): Replicates {
  if (variance === 0) return replicates;
  const { estimate = replicates.value } = replicates;
  return { ...replicates, leaveTypesOut: replicatesOfVariance(estimate, variance).leaveOneOut };
}

function untestedFor(value: number, untested: Untested): Test {
  return { value, interval: null, p: null, untested };
}

function hasNoSpread(own: Replicated, figure: Pick<Figure, 'unit' | 'scale'>): boolean {
  return own.value === 0 || quantityOf(own, figure).interval === undefined;
}

/** Null where a value or a replicate is not above 0. */
function logRatios(sides: Sides<Replicated>): ReturnType<typeof pairedReplicates> | null {
  const ratios = pairedReplicates(sides, (before, after) => Math.log(after / before));
  const all = [ratios.value, ratios.estimate ?? ratios.value, ...ratios.leaveOneOut];
  return all.every((ratio) => ratio === null || Number.isFinite(ratio)) ? ratios : null;
}

function quantityOf(
  replicated: Replicated,
  { unit, scale }: Pick<Figure, 'unit' | 'scale'>,
): Difference['baseline'] {
  return estimated(replicated, unit, unit === 'share' ? 'logit' : scale);
}

function directionOf(
  { alike }: Pick<Figure, 'alike'>,
  value: number,
  adjustedP: number | null,
): Difference['direction'] {
  if (adjustedP === null || adjustedP > CHANGE.level || value === 0) return 'unchanged';
  if (alike === null) return 'changed';
  return value > 0 === (alike === 'up') ? 'narrowed' : 'widened';
}
