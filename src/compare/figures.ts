import type { Replicated } from '../measures/measure.ts';
import type { Unit } from '../statistics/quantity.ts';
import type { Scale } from '../statistics/scale.ts';
import type { ComparedCorpus } from './compared-corpus.ts';
import { copyPoints, openIndex } from './narrowing.ts';

/** A figure of one corpus that is compared as it is: it does not drift with the number of documents. */
export interface Figure {
  readonly id: string;
  readonly title: string;
  readonly unit: Unit;
  /** Whether it is compared by difference or, where it lies above 0, by ratio. */
  readonly scale: Exclude<Scale, 'logit'>;
  /** Which way documents are more alike; null where neither way is. */
  readonly alike: 'up' | 'down' | null;
  readonly of: (corpus: ComparedCorpus) => Replicated | null;
  /** The variance of one side that groups of documents do not show, as far as its documents changed; absent: none. */
  readonly otherVariance?: (corpus: ComparedCorpus, changed: number) => number;
}

const OVERLAP_LENGTHS = [2, 3, 4, 5];

/** Every figure that is compared, in the order of the report. Adding one is a line here. */
export const FIGURES: readonly Figure[] = [
  {
    id: 'homogeneity',
    title: 'Homogeneity index before it is cut at 0 and 100',
    unit: 'points',
    scale: 'identity',
    alike: 'up',
    of: openIndex,
    otherVariance: copyPoints,
  },
  ...OVERLAP_LENGTHS.map(
    (n): Figure => ({
      id: n === 4 ? 'cross-document-overlap' : `overlap-${n}`,
      title: `Runs of ${n} words that two documents have in common`,
      unit: 'per-million',
      scale: 'log',
      alike: 'up',
      of: (corpus) => corpus.values.overlap.byN.find((row) => row.n === n)?.perMillion ?? null,
    }),
  ),
  {
    id: 'uniform-rhythm',
    title: 'Variation of sentence length',
    unit: 'ratio',
    scale: 'log',
    alike: 'down',
    of: (corpus) => corpus.values.rhythm.variation,
  },
  {
    id: 'sentence-length',
    title: 'Mean length of sentences',
    unit: 'tokens-per-sentence',
    scale: 'log',
    alike: null,
    of: (corpus) => corpus.values.rhythm.meanLength,
  },
  {
    id: 'document-length-variation',
    title: 'Variation of document length',
    unit: 'ratio',
    scale: 'log',
    alike: null,
    of: (corpus) => corpus.values.rhythm.documentVariation,
  },
  {
    id: 'boilerplate',
    title: 'Words in passages that many documents share',
    unit: 'share',
    scale: 'identity',
    alike: 'up',
    of: (corpus) => corpus.values.boilerplate.share,
  },
  {
    id: 'templates',
    title: 'Documents that belong to a template',
    unit: 'share',
    scale: 'identity',
    alike: 'up',
    of: (corpus) => corpus.values.templates.share,
  },
  {
    id: 'shared-openings',
    title: 'Documents that begin with the same words',
    unit: 'per-million',
    scale: 'log',
    alike: 'up',
    of: (corpus) => corpus.values.edges.openings.perMillion,
  },
  {
    id: 'shared-endings',
    title: 'Documents that end with the same words',
    unit: 'per-million',
    scale: 'log',
    alike: 'up',
    of: (corpus) => corpus.values.edges.endings.perMillion,
  },
  {
    id: 'repetition',
    title: 'Repetition inside documents',
    unit: 'share',
    scale: 'log',
    alike: 'up',
    of: (corpus) => corpus.values.repetition.share,
  },
  {
    id: 'loops',
    title: 'Words in loops',
    unit: 'share',
    scale: 'identity',
    alike: 'up',
    of: (corpus) => corpus.values.loops.share,
  },
  {
    id: 'pair-similarity',
    title: 'What pairs of documents have in common',
    unit: 'share',
    scale: 'log',
    alike: 'up',
    of: (corpus) => corpus.values['pair-similarity'].meanShare,
  },
  {
    id: 'moving-average-ttr',
    title: 'Moving-average type-token ratio',
    unit: 'ratio',
    scale: 'log',
    alike: null,
    of: (corpus) => corpus.values['lexical-diversity'].movingAverageTtr,
  },
];
