import { equalSizeNgrams } from './equal-size-ngrams.ts';
import { lexicalDiversity } from './lexical-diversity.ts';
import type { Replicated } from './measure.ts';
import { signatureMeasure } from './measure.ts';
import { overlapPerMillion } from './overlap.ts';
import { rhythm } from './rhythm.ts';
import type { SampledCorpus } from './sampled-corpus.ts';
import { firstTexts, withoutTexts } from './sampled-corpus.ts';
import { selfRepetition } from './self-repetition.ts';

/** What collapsing near copies does to figures of diversity; exact copies are collapsed in both. */
export interface CollapseEffectValue {
  /** Distinct texts behind the figures before and after: at most the first 1,000 by hash, and those left of them. */
  readonly texts: readonly [before: number, after: number];
  /** Empty where no near copy is among the texts, so that nothing changes. */
  readonly figures: readonly CollapsedFigure[];
}

interface CollapsedFigure {
  readonly name: string;
  /** Null where there are too few or too short texts for it. */
  readonly before: number | null;
  readonly after: number | null;
}

/** Comparing costs as much as the figures themselves, so that not all sampled texts are taken. */
const MOST_TEXTS = 1_000;
const OVERLAP_LENGTHS = [3, 4];

export const collapseEffect = signatureMeasure({
  kind: 'signature',
  id: 'collapse-effect',
  version: 1,
  explanation: {
    measures: 'What collapsing near copies does to figures of diversity.',
    formula:
      'Overlap, distinct n-grams, self-repetition, variation of sentence length and lexical diversity of the first 1,000 distinct texts by hash, before and after all but one of near copies are left out.',
    reading: 'Where figures change much, likeness comes of copies, and goes away with them.',
    moves: 'How many near copies there are among these texts.',
    silence:
      'Where none of these texts is a near copy of another; each figure where texts are too few or too short for it.',
    source: 'Ours.',
  },
  snapshot(_graph, corpus, copies): CollapseEffectValue {
    const all = firstTexts(corpus, MOST_TEXTS);
    const left = withoutTexts(all, copies);
    const texts = [all.documents.length, left.documents.length] as const;
    if (left === all) return { texts, figures: [] };
    const after = new Map(figuresOf(left));
    return {
      texts,
      figures: figuresOf(all).map(([name, before]) => ({ name, before, after: after.get(name) ?? null })),
    };
  },
});

function figuresOf(corpus: SampledCorpus): readonly (readonly [name: string, value: number | null])[] {
  const sameSize = equalSizeNgrams.snapshot(corpus);
  const lexical = lexicalDiversity.snapshot(corpus);
  const figures: readonly (readonly [string, Replicated | null])[] = [
    ...OVERLAP_LENGTHS.map(
      (n) =>
        [
          `cross-document overlap of ${n}-grams, per million`,
          overlapPerMillion(corpus.incidenceOf(n), corpus.groupSizes),
        ] as const,
    ),
    ...sameSize.byN.map(({ n, distinctShare }) => [`distinct-${n} at equal size`, distinctShare] as const),
    ['n-gram diversity score at equal size', sameSize.score],
    ['self-repetition at equal size', selfRepetition.snapshot(corpus).repetition],
    ['variation of sentence length', rhythm.snapshot(corpus).variation],
    ['moving-average type-token ratio', lexical.movingAverageTtr],
    ['textual lexical diversity', lexical.textualLexicalDiversity],
    ["Yule's K", lexical.yuleK],
  ];
  return figures.map(([name, figure]) => [name, figure?.value ?? null]);
}
