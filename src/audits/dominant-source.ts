import type { LikenessParts, WithoutSource } from '../measures/counterfactuals.ts';
import type { MeasureValues } from '../measures/registry.ts';
import { jackknifeInterval } from '../statistics/jackknife.ts';
import type { Quantity } from '../statistics/quantity.ts';
import type { Audit } from './audit.ts';
import { familiesOf, indexReplicates, scriptClass } from './homogeneity.ts';
import { fails } from './rule.ts';
import { DOMINANT_SOURCE } from './thresholds.ts';
import { between, count, figure, percent } from './wording.ts';

interface Effect {
  readonly source: string;
  readonly share: number;
  readonly points: Quantity;
}

/** Whether one source makes the corpus alike. */
export const dominantSource: Audit<'counterfactuals' | 'size'> = {
  id: 'dominant-source',
  title: 'No source alone makes the corpus alike',
  failureTitle: 'One source makes the corpus alike',
  explanation: {
    measures:
      'By how many points the homogeneity index of distinct texts falls when all texts of one source are left out, over the first 1,000 sampled texts by hash: the greatest such fall among the three largest sources that have at least a tenth of the texts. Below 0 the corpus is more alike without it. The interval is a jackknife over 32 groups of documents.',
    formula:
      'Index of distinct texts − the same index without the texts of one source; the greatest of the three largest sources.',
    matters:
      'A single feed, site or prompt can drown all others. Then the remedy is to take less of it, and the rest of the corpus is as diverse as it ever was.',
    reading:
      'Around 0 the sources are alike in how alike they are. Five points are what samples of one source may differ by, so more than that is the doing of the source. It is silent where no source is given, or one only.',
    moves: 'The share of the source, and how alike the other sources are.',
    silence: 'Where no document names its source, or all name the same.',
    source: 'Ours: the index, computed again without a source.',
  },
  cause: {
    id: 'dominant-source',
    remedy: 'Cap the share of the named source, or keep a sample of its documents and add other sources.',
  },
  threshold: DOMINANT_SOURCE,
  needs: ['counterfactuals', 'size'],
  audit({ counterfactuals: { sources, all, withoutSource }, size }) {
    if (sources < 2)
      return {
        outcome: 'not-applicable',
        reason: sources === 0 ? 'No document says where it comes from.' : 'All documents are of one source.',
      };
    const effects = withoutSource
      .map((without) => effectOf(all, without, size))
      .filter((effect) => effect !== null)
      .toSorted((a, b) => b.points.value - a.points.value);
    const [first] = effects;
    if (first === undefined)
      return {
        outcome: 'not-applicable',
        reason: `None of ${count(sources, 'source')} has a tenth of the documents and leaves enough of others to compare.`,
      };
    const { source, share, points } = first;
    return {
      outcome: fails(points, DOMINANT_SOURCE) ? 'failed' : 'passed',
      quantity: points,
      reason: `Without “${source}”, which has ${percent(share)} of the distinct texts, the index of the rest is ${figure(Math.abs(points.value))} points ${points.value < 0 ? 'higher' : 'lower'}${between(points.interval)}.`,
      evidence: [],
      details: {
        sources,
        effects: effects.map((effect) => ({
          source: effect.source,
          share: effect.share,
          points: effect.points.value,
        })),
      },
    };
  },
};

function effectOf(
  all: LikenessParts,
  { source, share, rest }: WithoutSource,
  size: MeasureValues['size'],
): Effect | null {
  const families = familiesOf(scriptClass({ size }));
  const before = indexReplicates(all, families);
  const after = indexReplicates(rest, families);
  if (before === null || after === null) return null;
  const leaveOneOut = before.leaveOneOut.map((own, group) => {
    const other = after.leaveOneOut[group] ?? null;
    return own === null || other === null ? null : own - other;
  });
  const value = before.value - after.value;
  const interval = jackknifeInterval({ value, leaveOneOut });
  const points = { value, unit: 'points', documents: before.documents } as const;
  return { source, share, points: interval === null ? points : { ...points, interval } };
}
