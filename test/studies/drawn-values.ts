import { compression } from '../../src/measures/compression.ts';
import { edges } from '../../src/measures/edges.ts';
import { equalSizeNgrams } from '../../src/measures/equal-size-ngrams.ts';
import { spectrumOfCounts } from '../../src/measures/grouped-counts.ts';
import type { Replicated } from '../../src/measures/measure.ts';
import type { NgramIncidence } from '../../src/measures/ngram-incidence.ts';
import { overlapPerMillion } from '../../src/measures/overlap.ts';
import { pairSimilarity } from '../../src/measures/pair-similarity.ts';
import type { MeasureValues } from '../../src/measures/registry.ts';
import { replicatedRatio } from '../../src/measures/replication.ts';
import { rhythm } from '../../src/measures/rhythm.ts';
import type { SampledCorpus, SampledDocument } from '../../src/measures/sampled-corpus.ts';
import { WINDOW_WORDS } from '../../src/measures/sampled-corpus.ts';
import { selfRepetition } from '../../src/measures/self-repetition.ts';
import type { SpectrumStatistics } from '../../src/measures/spectrum-statistics.ts';
import { evennessOf } from '../../src/measures/word-evenness.ts';
import { tailValue } from '../../src/measures/word-groups.ts';
import { createProfile } from '../../src/profile/profile.ts';
import { valuesOf } from '../../src/profile/values.ts';
import { GROUPS } from '../../src/sketches/replicate-group.ts';
import { bandedSpectrum } from '../../src/statistics/banded-spectrum.ts';
import { chaoJostEntropy } from '../../src/statistics/chao-jost-entropy.ts';
import { coverage, goodTuringCoverage } from '../../src/statistics/coverage.ts';
import type { FrequencySpectrum } from '../../src/statistics/frequency-spectrum.ts';
import { totalTokens, totalTypes, typesOfFrequency } from '../../src/statistics/frequency-spectrum.ts';
import { hillNumbersAtCoverage } from '../../src/statistics/hill-numbers.ts';
import { chao1, improvedChao1 } from '../../src/statistics/richness.ts';
import { simpsonConcentration } from '../../src/statistics/simpson.ts';
import { yuleK } from '../../src/statistics/yule.ts';
import type { DrawnCounts } from './drawn-counts.ts';
import { countsOf } from './drawn-counts.ts';
import type { OwnFigures, Population, StudyDocument } from './population.ts';
import { LENGTHS } from './population.ts';

/** The measures that are studied. */
export type StudiedValues = Pick<
  MeasureValues,
  | 'size'
  | 'exact-duplicates'
  | 'near-duplicates'
  | 'vocabulary'
  | 'word-groups'
  | 'word-evenness'
  | 'overlap'
  | 'pair-similarity'
  | 'edges'
  | 'rhythm'
  | 'repetition'
  | 'loops'
  | 'lexical-diversity'
  | 'equal-size-ngrams'
  | 'self-repetition'
  | 'compression'
>;

const OF_NOTHING = valuesOf(createProfile());

/** Words, about, from which the evenness of words is taken, as in the program. */
const MOST_WORDS = 2 ** 19;
const REPETITION_WORDS = 300;
const REPETITION_N = 4;
const COVERAGE = 0.9;
/** The width of bands of the program. */
const WIDTH = 0.005;
const NOTHING: SampledCorpus = {
  documents: [],
  groupSizes: Array.from({ length: GROUPS }, () => 0),
  complete: true,
  incidenceOf: (n) => ({
    n,
    windowWords: WINDOW_WORDS,
    frequencies: new Uint32Array(0),
    sizes: [],
    groups: [],
    gramsOf: () => new Uint32Array(0),
    placesOf: () => new Uint32Array(0),
  }),
  languages: () => [],
  templatesAmong: () => [],
};

/**
 * The values that the program would have of a corpus of these documents, put together from what each document adds.
 * Those at equal size are dear, and are not taken unless they are asked for.
 */
export function drawnValues(
  { types, sharedGrams }: Population,
  documents: readonly StudyDocument[],
  equalSize: boolean,
): StudiedValues {
  const corpus = corpusOf(documents, sharedGrams);
  const counts = countsOf(documents, types);
  const tokens = counts.wordsByGroup.reduce((sum, own) => sum + own, 0);
  const evenness = tokens <= MOST_WORDS ? counts : countsOf(firstWords(documents), types);
  const sized = equalSize ? corpus : NOTHING;
  return {
    size: { documents: documents.length, tokens, bytes: 0, unspacedShare: 0, lengths: [] },
    'exact-duplicates': {
      documents: documents.length,
      distinct: documents.length,
      exact: true,
      clusters: [],
    },
    // Near copies were left out of the population.
    'near-duplicates': {
      ...OF_NOTHING['near-duplicates'],
      documents: documents.length,
      texts: documents.length,
    },
    loops: OF_NOTHING.loops,
    vocabulary: vocabularyOf(counts, tokens),
    'word-groups': wordGroupsOf(counts, types),
    'word-evenness': evennessOf(evenness),
    overlap: {
      windowWords: WINDOW_WORDS,
      byN: LENGTHS.map((n) => ({
        n,
        perMillion: overlapPerMillion(corpus.incidenceOf(n), corpus.groupSizes),
      })),
      shorterShare: null,
      sharedShare: null,
      phrases: [],
    },
    'pair-similarity': pairSimilarity.snapshot(corpus),
    edges: edges.snapshot({ ...corpus, documents: corpus.documents.map(withoutText) }),
    rhythm: rhythm.snapshot(corpus),
    ...ownValues(corpus, new Map(documents.map(({ sampled, own }) => [sampled, own]))),
    'equal-size-ngrams': equalSizeNgrams.snapshot(sized),
    'self-repetition': selfRepetition.snapshot(sized),
    compression: compression.snapshot(sized),
  };
}

function corpusOf(
  documents: readonly StudyDocument[],
  sharedGrams: ReadonlyMap<number, number>,
): SampledCorpus {
  const groupSizes = Array.from({ length: GROUPS }, () => 0);
  for (const { sampled } of documents) groupSizes[sampled.group] = (groupSizes[sampled.group] ?? 0) + 1;
  const known = new Map<number, NgramIncidence>();
  return {
    documents: documents.map(({ sampled }) => sampled),
    groupSizes,
    complete: true,
    incidenceOf: (n) => {
      const incidence = known.get(n) ?? incidenceOf(documents, n, sharedGrams.get(n) ?? 0);
      known.set(n, incidence);
      return incidence;
    },
    templatesAmong: () => [],
    languages: () => documents.map(() => null),
  };
}

/** N-grams that one document of the population has are in no other of the draw, and are only counted. */
function incidenceOf(documents: readonly StudyDocument[], n: number, shared: number): NgramIncidence {
  const own = documents.map(({ grams }) => grams.get(n) ?? { shared: new Uint32Array(0), size: 0 });
  const frequencies = new Uint32Array(shared);
  for (const { shared: grams } of own)
    for (let index = 0; index < grams.length; index++) {
      const gram = grams[index] as number;
      frequencies[gram] = (frequencies[gram] as number) + 1;
    }
  return {
    n,
    windowWords: WINDOW_WORDS,
    frequencies,
    sizes: own.map(({ size }) => size),
    groups: documents.map(({ sampled }) => sampled.group),
    gramsOf: (document) => own[document]?.shared ?? new Uint32Array(0),
    placesOf: () => new Uint32Array(0),
  };
}

function firstWords(documents: readonly StudyDocument[]): readonly StudyDocument[] {
  let words = 0;
  return documents.filter(({ sampled }) => {
    const isWanted = words < MOST_WORDS;
    words += sampled.high.length;
    return isWanted;
  });
}

const WITHOUT_TEXT = new Uint8Array(0);

/** Nothing is quoted in a study, and reading texts again takes time. */
function withoutText(document: SampledDocument): SampledDocument {
  const { entry } = document;
  return { ...document, entry: { ...entry, text: { ...entry.text, beginning: WITHOUT_TEXT } } };
}

function wordGroupsOf(
  { types: counts, documents, wordsByGroup }: DrawnCounts,
  types: number,
): StudiedValues['word-groups'] {
  const sample = { ...counts, blocks: new Uint8Array(types), share: 1 };
  return {
    ...tailValue(sample, { documents: documents.byGroup, tokens: wordsByGroup }),
    types: counts.all.filter((count) => count > 0).length,
    exact: true,
    documents: documents.byGroup,
    tokens: wordsByGroup,
  };
}

function vocabularyOf({ types, documents }: DrawnCounts, tokens: number): StudiedValues['vocabulary'] {
  const spectrum = spectrumOfCounts(types.all);
  return {
    tokens,
    types: totalTypes(spectrum),
    exact: true,
    spectrum,
    documentSpectrum: spectrumOfCounts(documents.all),
    statistics: statisticsOf(spectrum),
    commonest: [],
  };
}

/** Without growth, whose value is the same by replicates, and without fits, which have no interval. */
function statisticsOf(spectrum: FrequencySpectrum): SpectrumStatistics {
  const numbers = hillNumbersAtCoverage(bandedSpectrum(spectrum, WIDTH), COVERAGE);
  const isReached = numbers !== null && numbers.size <= 2 * totalTokens(spectrum);
  return {
    hapaxShare: typesOfFrequency(spectrum, 1) / totalTypes(spectrum),
    goodTuring: goodTuringCoverage(spectrum),
    coverage: coverage(spectrum),
    chao1: chao1(spectrum),
    improvedChao1: improvedChao1(spectrum),
    concentration: simpsonConcentration(spectrum),
    entropy: chaoJostEntropy(spectrum),
    yuleK: yuleK(spectrum),
    hill: isReached ? [{ coverage: COVERAGE, ...numbers }] : [],
    growth: [],
    heaps: null,
    zipfMandelbrot: null,
    powerLaw: null,
  };
}

/** Means and shares of what was found of each document alone. */
function ownValues(
  corpus: SampledCorpus,
  figures: ReadonlyMap<SampledDocument, OwnFigures>,
): Pick<StudiedValues, 'repetition' | 'lexical-diversity'> {
  const meanOf = (name: keyof OwnFigures): Replicated | null =>
    replicatedRatio(corpus, (document) => {
      const part = figures.get(document)?.[name] ?? null;
      return part === null ? null : { part, whole: 1 };
    });
  const share = replicatedRatio(corpus, (document) => {
    const own = figures.get(document)?.repetition ?? null;
    const whole = Math.min(document.high.length, REPETITION_WORDS) - REPETITION_N + 1;
    return own === null ? null : { part: own * whole, whole };
  });
  return {
    repetition: { share, meanShare: meanOf('repetition'), byN: [], repetitiveDocuments: 0, worst: [] },
    'lexical-diversity': {
      windowWords: REPETITION_WORDS,
      movingAverageTtr: meanOf('movingAverageTtr'),
      textualLexicalDiversity: meanOf('textualLexicalDiversity'),
      hypergeometricDiversity: meanOf('hypergeometricDiversity'),
      yuleK: meanOf('yuleK'),
    },
  };
}
