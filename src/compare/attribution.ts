import { periodOfDate } from '../calendar-date.ts';
import { ngramIncidence } from '../measures/ngram-incidence.ts';
import type { SampledDocument } from '../measures/sampled-corpus.ts';
import { WINDOW_WORDS } from '../measures/sampled-corpus.ts';
import type { SampledText } from '../sketches/document-sample.ts';
import { jackknifeInterval } from '../statistics/jackknife.ts';
import type { ComparedCorpus } from './compared-corpus.ts';
import type { AttributedSlice } from './comparison.ts';
import type { Sides } from './paired-replicates.ts';
import type { ReplicatedPairs, SlicePairs } from './slice-overlaps.ts';
import { slicePairs } from './slice-overlaps.ts';

/** Slices of a kind that are told apart; the others stand together. */
const MOST_SLICES = 8;
const OVERLAP_WORDS = 2;
const MILLION = 1e6;
const OTHERS = '(others)';
const NONE = '(none)';

const KINDS = [
  { by: 'source', nameOf: ({ source }: SampledText): string => source },
  { by: 'period', nameOf: ({ date }: SampledText): string => periodOfDate(date) ?? '' },
  { by: 'label', nameOf: ({ label }: SampledText): string => label },
] as const;

/**
 * Which sources, periods and labels account for the change of the overlap of two words between documents, per million,
 * the largest part of the homogeneity index. The overlap is a mean over pairs of slices, with the weight that the pair
 * has among all pairs of documents, and its change is taken apart as Kitagawa (1955) does for rates, at the mean of
 * both versions, so that the effects add up to it:
 *
 * - within: documents of the slice became more alike among themselves;
 * - between: they became more like documents of other slices (each of two slices gets half of that);
 * - mix: the slice, and so its pairs, became more or fewer. What only one version has is mix alone.
 *
 * The interval of a slice's whole effect is a jackknife with the same replicate group left out of both sides. For each
 * kind of which there are two slices at least; documents without a name are a slice of their own. The greatest effects
 * first.
 */
export function attribution({ baseline, candidate }: Sides<ComparedCorpus>): readonly AttributedSlice[] {
  const before = baseline.collapsed.documents;
  const after = candidate.collapsed.documents;
  const kinds = KINDS.map((kind) => ({ ...kind, names: namesOf([...before, ...after], kind.nameOf) })).filter(
    ({ names }) => names.length > 1,
  );
  if (kinds.length === 0) return [];
  const incidences = {
    baseline: ngramIncidence(before, OVERLAP_WORDS, WINDOW_WORDS),
    candidate: ngramIncidence(after, OVERLAP_WORDS, WINDOW_WORDS),
  };
  return kinds.flatMap(({ by, nameOf, names }) => {
    const pairs = {
      baseline: slicePairs(incidences.baseline, slicesOf(before, names, nameOf), names.length),
      candidate: slicePairs(incidences.candidate, slicesOf(after, names, nameOf), names.length),
    };
    return effectsOf(pairs, names).map((effects) => ({ by, ...effects }));
  });
}

/** The commonest names, and what stands for the rest; only the latter where no document has a name. */
function namesOf(
  documents: readonly SampledDocument[],
  nameOf: (text: SampledText) => string,
): readonly string[] {
  const counts = new Map<string, number>();
  for (const { entry } of documents) {
    const name = nameOf(entry.text);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const named = [...counts].filter(([name]) => name !== '');
  if (named.length === 0) return [];
  const largest = named
    .toSorted(([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? -1 : 1))
    .slice(0, MOST_SLICES)
    .map(([name]) => name);
  return [...largest, ...(named.length > MOST_SLICES ? [OTHERS] : []), ...(counts.has('') ? [NONE] : [])];
}

/** The number of each document's slice, from 0. */
function slicesOf(
  documents: readonly SampledDocument[],
  names: readonly string[],
  nameOf: (text: SampledText) => string,
): readonly number[] {
  const numbers = new Map(names.map((name, number) => [name, number]));
  const others = numbers.get(OTHERS) ?? 0;
  return documents.map(({ entry }) => {
    const name = nameOf(entry.text);
    return (name === '' ? numbers.get(NONE) : numbers.get(name)) ?? others;
  });
}

interface Effects {
  readonly within: number;
  readonly between: number;
  readonly mix: number;
}

function effectsOf(
  { baseline, candidate }: Sides<ReplicatedPairs>,
  names: readonly string[],
): readonly Omit<AttributedSlice, 'by'>[] {
  const whole = decomposed({ baseline: baseline.all, candidate: candidate.all });
  if (whole === null) return [];
  const replicates = baseline.withoutGroup.map((own, group) => {
    const other = candidate.withoutGroup[group] ?? null;
    if (own === null && other === null) return null;
    return decomposed({ baseline: own ?? baseline.all, candidate: other ?? candidate.all });
  });
  const change = whole.reduce((sum, effects) => sum + sumOf(effects), 0);
  return names
    .map((slice, number) => {
      const effects = whole[number] ?? NO_EFFECTS;
      const leaveOneOut = replicates.map((all) => (all === null ? null : sumOf(all[number] ?? NO_EFFECTS)));
      const total = sumOf(effects);
      return {
        slice,
        ...effects,
        total,
        interval: jackknifeInterval({ value: total, leaveOneOut }),
        share: change === 0 ? null : total / change,
      };
    })
    .toSorted((a, b) => Math.abs(b.total) - Math.abs(a.total) || (a.slice < b.slice ? -1 : 1));
}

const NO_EFFECTS: Effects = { within: 0, between: 0, mix: 0 };

function sumOf({ within, between, mix }: Effects): number {
  return within + between + mix;
}

/** The effects of each slice, per million; null where a side has no two documents to compare. */
function decomposed({ baseline, candidate }: Sides<SlicePairs>): readonly Effects[] | null {
  const { slices } = baseline;
  const before = totalOf(baseline.possible);
  const after = totalOf(candidate.possible);
  if (!(before > 0 && after > 0)) return null;
  return Array.from({ length: slices }, (_, row) => {
    let [within, between, mix] = [0, 0, 0];
    for (let column = 0; column < slices; column++) {
      const cell = row * slices + column;
      const old = { weight: (baseline.possible[cell] ?? 0) / before, rate: rateOf(baseline, cell) };
      const fresh = { weight: (candidate.possible[cell] ?? 0) / after, rate: rateOf(candidate, cell) };
      const known = { old: old.rate ?? fresh.rate ?? 0, fresh: fresh.rate ?? old.rate ?? 0 };
      const alike = ((old.weight + fresh.weight) / 2) * (known.fresh - known.old);
      if (row === column) within += alike;
      else between += alike;
      mix += (fresh.weight - old.weight) * ((known.old + known.fresh) / 2);
    }
    return { within: MILLION * within, between: MILLION * between, mix: MILLION * mix };
  });
}

function rateOf({ coincident, possible }: SlicePairs, cell: number): number | null {
  const pairs = possible[cell] ?? 0;
  return pairs > 0 ? (coincident[cell] ?? 0) / pairs : null;
}

function totalOf(numbers: Float64Array): number {
  return numbers.reduce((sum, own) => sum + own, 0);
}
