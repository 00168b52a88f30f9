import { numberKeys } from './key-numbers.ts';
import { sampleMeasure } from './measure.ts';
import type { SampledCorpus } from './sampled-corpus.ts';
import { WINDOW_WORDS } from './sampled-corpus.ts';
import { unorderedShare } from './unordered-texts.ts';
import { windowNgrams } from './window-ngrams.ts';

/**
 * Whether words stand in an order that other documents know. Language has one: “of the” comes back, “the of” does not,
 * and what stands two words further on is bound too. Words drawn by chance have none, however varied they are.
 */
export interface WordOrderValue {
  /** Texts that were looked at. */
  readonly texts: number;
  /** Σ df (df - 1) over the pairs of neighbours: how often two texts have the same pair. */
  readonly coincidences: number;
  /**
   * How often another text has the pair turned round, for each time one has it as it is:
   * Σ df(ab) df(ba) / Σ df(ab) (df(ab) - 1) over pairs of different words. Near 1 without word order. Null without coincidences.
   */
  readonly mirrored: number | null;
  /**
   * The chance that two texts agree in a word and the next but one, by the chance that they agree in two neighbours.
   * Null without coincidences.
   */
  readonly reach: number | null;
  /** The chance, per million, that a word drawn from one text and one from another are the same. Null below two texts. */
  readonly samePerMillion: number | null;
  /**
   * The share of texts that hardly know the order of words of the others: noise, or languages of few texts.
   * Null below 100 texts of some length.
   */
  readonly unorderedShare: number | null;
}

/** More would take more time, and the figures are steady from a few hundred on. */
const MOST_TEXTS = 1_000;

export const wordOrder = sampleMeasure({
  kind: 'sample',
  id: 'word-order',
  version: 1,
  ofLongTexts: true,
  explanation: {
    measures: 'Whether words stand in an order that other documents know.',
    formula:
      'Mirrored share: Σ df(ab) df(ba) / Σ df(ab) (df(ab) − 1) over pairs of neighbouring different words, with df the texts that have a pair. Reach: the chance that two texts agree in a word and the next but one / the chance that they agree in two neighbours. First 150 words of at most 1,000 distinct texts. Texts without order: the share of the first 250 in which pairs that another text has, less those that another text has turned round, are fewer than 7 in 100, or less where there are fewer than 250 texts.',
    reading:
      'Language has a mirrored share up to 0.27; shuffled words 1. A reach below 0.5 is that of words drawn by chance from the one before. At most one text in seven is without order in language, and most are in noise.',
    moves:
      'Lists without sentences; languages of free word order raise the mirrored share a little; texts in a language that few others have count as without order.',
    silence:
      'Where no two texts have two words in a row in common; texts without order below 100 texts of 20 different pairs.',
    source: 'Ours.',
  },
  snapshot(corpus: SampledCorpus): WordOrderValue {
    const documents = corpus.documents.slice(0, MOST_TEXTS);
    const { high, low, ends } = windowNgrams(documents, 1, WINDOW_WORDS);
    const { numbers, count } = numberKeys(high, low);
    const texts = ends.map((end, place) => numbers.subarray(ends[place - 1] ?? 0, end));
    const neighbours = pairsAt(texts, count, 1);
    const further = pairsAt(texts, count, 2);
    const { same, mirrored } = orderOf(neighbours.frequencies, count);
    const near = agreement(neighbours);
    const far = agreement(further);
    const words = agreement(wordsOf(texts));
    return {
      texts: documents.length,
      coincidences: same,
      mirrored: same === 0 ? null : mirrored / same,
      reach: near === null || near === 0 || far === null ? null : far / near,
      samePerMillion: words === null ? null : 1e6 * words,
      unorderedShare: unorderedShare(texts, count),
    };
  },
});

/** In how many texts each thing is, and how many different ones each text has. */
interface Frequencies {
  readonly frequencies: ReadonlyMap<number, number>;
  readonly sizes: readonly number[];
}

/** Pairs of a word and the one so many places on, each as one number. */
function pairsAt(texts: readonly Uint32Array[], types: number, distance: number): Frequencies {
  return frequenciesOf(texts, (text, add) => {
    for (let index = 0; index + distance < text.length; index++)
      add((text[index] as number) * types + (text[index + distance] as number));
  });
}

function wordsOf(texts: readonly Uint32Array[]): Frequencies {
  return frequenciesOf(texts, (text, add) => {
    for (const word of text) add(word);
  });
}

function frequenciesOf(
  texts: readonly Uint32Array[],
  each: (text: Uint32Array, add: (key: number) => void) => void,
): Frequencies {
  const frequencies = new Map<number, number>();
  const sizes = texts.map((text) => {
    const own = new Set<number>();
    each(text, (key) => own.add(key));
    for (const key of own) frequencies.set(key, (frequencies.get(key) ?? 0) + 1);
    return own.size;
  });
  return { frequencies, sizes };
}

function orderOf(
  frequencies: ReadonlyMap<number, number>,
  types: number,
): { readonly same: number; readonly mirrored: number } {
  let same = 0;
  let mirrored = 0;
  for (const [key, frequency] of frequencies) {
    const second = key % types;
    const first = (key - second) / types;
    if (first === second) continue;
    same += frequency * (frequency - 1);
    mirrored += frequency * (frequencies.get(second * types + first) ?? 0);
  }
  return { same, mirrored };
}

/** The chance that a thing drawn from one text and one from another are the same. */
function agreement({ frequencies, sizes }: Frequencies): number | null {
  let coincident = 0;
  for (const frequency of frequencies.values()) coincident += frequency * (frequency - 1);
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const possible = all * all - sizes.reduce((sum, size) => sum + size * size, 0);
  return possible <= 0 ? null : coincident / possible;
}
