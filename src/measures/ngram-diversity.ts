import { distinctKeys } from '../sketches/distinct-keys.ts';
import { addKeys, addLeftOut } from '../sketches/key-block.ts';
import { isExact } from '../sketches/key-table.ts';
import { countMeasure } from './measure.ts';

/** How many different n-grams a corpus has. */
export interface NgramDiversityValue {
  readonly byN: readonly NgramCount[];
}

interface NgramCount {
  readonly n: number;
  /** N-grams inside documents, none across their borders. */
  readonly total: number;
  /** Different ones: exact, or the estimate from the sample of n-grams. */
  readonly distinct: number;
  readonly exact: boolean;
  /** `distinct / total`, null without n-grams. It falls as a corpus grows: compare at equal size only. */
  readonly distinctShare: number | null;
}

const SAMPLED = { capacity: 'ngrams', documentFrequency: true, texts: false } as const;
const NAMES = ['two', 'three', 'four', 'five'] as const;
const LONGEST_NAME = 'five';
/** Words of the longest n-grams that are counted: from two on there is a table for each length. */
export const LONGEST_NGRAM: number = NAMES.length + 1;

export const ngramDiversity = countMeasure({
  kind: 'count',
  id: 'ngram-diversity',
  version: 1,
  explanation: {
    measures:
      'The runs of two to five words (n-grams) in documents, and how many of them are different, over the whole corpus.',
    formula: 'Distinct-n = different n-grams / all n-grams. None crosses the border of a document.',
    reading: 'Nearer to 1 is more diverse, for one corpus of one size only.',
    moves:
      'The size of the corpus, more than its diversity does: it falls as a corpus grows. For corpora of different sizes see equal-size-ngrams.',
    silence:
      'Without an n-gram of the length. Different n-grams are estimated where they are too many to be kept (exact: false).',
    source:
      'Li et al. 2016, A Diversity-Promoting Objective Function for Neural Conversation Models, arXiv:1510.03055.',
  },
  tables: { two: SAMPLED, three: SAMPLED, four: SAMPLED, five: SAMPLED },
  totals: {},
  fill({ tokens, ngrams, ordinal }, { tables }) {
    const limits = NAMES.map((name) => tables[name].limitHigh);
    ngrams.select(tokens, limits, (n, selected, offered) => {
      const table = tables[NAMES[n - 2] ?? LONGEST_NAME];
      addKeys(table, selected, ordinal);
      addLeftOut(table, offered - selected.count);
    });
  },
  snapshot({ tables }): NgramDiversityValue {
    return {
      byN: NAMES.map((name, index) => {
        const table = tables[name];
        const distinct = distinctKeys(table).value;
        const distinctShare = table.total === 0 ? null : Math.min(1, distinct / table.total);
        return { n: index + 2, total: table.total, distinct, exact: isExact(table), distinctShare };
      }),
    };
  },
});
