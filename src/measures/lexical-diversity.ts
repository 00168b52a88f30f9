import { spectrumOf } from '../statistics/frequency-spectrum.ts';
import { hypergeometricDiversity } from '../statistics/hypergeometric-diversity.ts';
import { movingAverageTtr } from '../statistics/moving-average-ttr.ts';
import { textualLexicalDiversity } from '../statistics/textual-lexical-diversity.ts';
import { typeCounts } from '../statistics/type-numbers.ts';
import { yuleK } from '../statistics/yule.ts';
import { numberKeys } from './key-numbers.ts';
import type { Replicated } from './measure.ts';
import { sampleMeasure } from './measure.ts';
import { replicatedRatio } from './replication.ts';
import type { SampledDocument } from './sampled-corpus.ts';
import { longTexts } from './sampled-corpus.ts';

/** How varied the words of single documents are: means over documents. Each is null where no document is long enough. */
export interface LexicalDiversityValue {
  /** Words at the beginning of each document that are looked at. */
  readonly windowWords: number;
  /** Moving-average type-token ratio in windows of 50 words, of documents of at least 50. */
  readonly movingAverageTtr: Replicated | null;
  /** MTLD, in words, of documents of at least 100. */
  readonly textualLexicalDiversity: Replicated | null;
  /** HD-D of 42 words, of documents of at least 42. */
  readonly hypergeometricDiversity: Replicated | null;
  /** Yule's K, of documents of at least 100 words. It falls as diversity grows. */
  readonly yuleK: Replicated | null;
}

/** Every document of the sample has so many words, if it is as long: those with long excerpts are cut to this. */
const WINDOW_WORDS = 300;
const MOVING_WINDOW = 50;
const DRAWS = 42;
const FEWEST_WORDS = 100;

/** The figures of one document, null where it is too short for one. */
interface OwnDiversity {
  readonly movingAverageTtr: number | null;
  readonly textualLexicalDiversity: number | null;
  readonly hypergeometricDiversity: number | null;
  readonly yuleK: number | null;
}

export const lexicalDiversity = sampleMeasure({
  kind: 'sample',
  id: 'lexical-diversity',
  version: 1,
  ofLongTexts: true,
  explanation: {
    measures: 'How varied the words of single documents are, on average over documents.',
    formula:
      'MATTR: mean share of different words in windows of 50. MTLD: words until the share of different ones falls to 0.72, forwards and backwards. HD-D: the chance that a type is among 42 words drawn, summed over types, / 42. Yule’s K = 10⁴ (Σ x² − N) / N². First 300 words of each distinct text. Interval: a jackknife over 32 groups of documents.',
    reading: 'Higher MATTR, MTLD and HD-D are more varied, a higher K is less.',
    moves:
      'Language and genre. MTLD rises with the length of documents up to some hundred words; the others hardly move.',
    silence:
      'MATTR for documents below 50 words, HD-D below 42, MTLD and K below 100; no interval below five documents.',
    source:
      'Covington & McFall 2010, J. Quantitative Linguistics 17; McCarthy & Jarvis 2007 and 2010; Yule 1944.',
  },
  snapshot(corpus): LexicalDiversityValue {
    const texts = longTexts(corpus);
    const figures = new Map(texts.documents.map((document) => [document, diversityOf(document)]));
    const meanOf = (name: keyof OwnDiversity): Replicated | null =>
      replicatedRatio(texts, (document) => {
        const part = figures.get(document)?.[name] ?? null;
        return part === null ? null : { part, whole: 1 };
      });
    return {
      windowWords: WINDOW_WORDS,
      movingAverageTtr: meanOf('movingAverageTtr'),
      textualLexicalDiversity: meanOf('textualLexicalDiversity'),
      hypergeometricDiversity: meanOf('hypergeometricDiversity'),
      yuleK: meanOf('yuleK'),
    };
  },
});

function diversityOf({ high, low }: SampledDocument): OwnDiversity {
  const { numbers } = numberKeys(high.subarray(0, WINDOW_WORDS), low.subarray(0, WINDOW_WORDS));
  const counts = typeCounts(numbers);
  const isLong = numbers.length >= FEWEST_WORDS;
  return {
    movingAverageTtr: movingAverageTtr(numbers, MOVING_WINDOW),
    textualLexicalDiversity: isLong ? textualLexicalDiversity(numbers) : null,
    hypergeometricDiversity: hypergeometricDiversity(counts, DRAWS),
    yuleK: isLong ? yuleK(spectrumOf(counts)) : null,
  };
}
