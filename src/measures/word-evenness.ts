import { GROUPS } from '../sketches/replicate-group.ts';
import { bandedSpectrum } from '../statistics/banded-spectrum.ts';
import { chaoJostEntropy } from '../statistics/chao-jost-entropy.ts';
import type { FrequencySpectrum } from '../statistics/frequency-spectrum.ts';
import { totalTokens } from '../statistics/frequency-spectrum.ts';
import { hillNumbersAtCoverage } from '../statistics/hill-numbers.ts';
import { incidenceCoverage } from '../statistics/incidence-coverage.ts';
import { simpsonConcentration } from '../statistics/simpson.ts';
import { yuleK } from '../statistics/yule.ts';
import type { GroupedCounts } from './grouped-counts.ts';
import { spectraWithoutGroups, spectrumOfCounts } from './grouped-counts.ts';
import { numberKeys } from './key-numbers.ts';
import type { Replicated } from './measure.ts';
import { sampleMeasure } from './measure.ts';
import type { SampledCorpus, SampledDocument } from './sampled-corpus.ts';

/**
 * How evenly the tokens of the sampled texts are spread over the types. These figures depend on the few most frequent
 * types, so they come from a sample of documents and never from one of types.
 */
export interface WordEvennessValue {
  /** Words of the documents, or of their beginnings, that were counted. */
  readonly tokens: number;
  /** The chance that two tokens are of one type. Null below 2 tokens. */
  readonly concentration: Replicated | null;
  /** In nats. Null below 2 tokens. */
  readonly entropy: Replicated | null;
  readonly yuleK: Replicated | null;
  /** Coverage with documents as units. Null below 2 documents. */
  readonly incidenceCoverage: Replicated | null;
  /** Hill numbers where 90 % of the tokens of the source are covered; null where that takes more than twice the tokens. */
  readonly richness: Replicated | null;
  readonly shannon: Replicated | null;
  readonly simpson: Replicated | null;
}

/** Words that are counted, about, and the beginnings of documents that are taken where all would be more. */
const MOST_WORDS = 2 ** 19;
const WINDOW_WORDS = 300;
const COVERAGE = 0.9;
const MOST_TIMES_THE_SIZE = 2;
/** Bands of the spectrum, which change Hill numbers by about a millionth. */
const WIDTH = 0.005;
/** Wider ones for replicates, whose differences alone matter: what the bands change they change in all alike. */
const WIDTH_OF_REPLICATES = 0.1;

export const wordEvenness = sampleMeasure({
  kind: 'sample',
  id: 'word-evenness',
  version: 1,
  snapshot(corpus): WordEvennessValue {
    const { types, documents } = countedTypes(corpus);
    const all = spectrumOfCounts(types.all);
    const most = MOST_TIMES_THE_SIZE * totalTokens(all);
    const replicates = replicatesOf(types, documents.byGroup, (spectrum, _, width) =>
      frequencyStatistics(spectrum, bandedSpectrum(spectrum, width), most),
    );
    const [concentration = null, entropy = null, yule = null, ...hill] = replicates;
    const [richness = null, shannon = null, simpson = null] = hill;
    const [incidence = null] = replicatesOf(documents, documents.byGroup, (spectrum, own) => [
      incidenceCoverage({ spectrum, documents: own }),
    ]);
    return {
      tokens: totalTokens(all),
      concentration,
      entropy,
      yuleK: yule,
      incidenceCoverage: incidence,
      richness,
      shannon,
      simpson,
    };
  },
});

function frequencyStatistics(
  spectrum: FrequencySpectrum,
  banded: FrequencySpectrum,
  mostTokens: number,
): readonly (number | null)[] {
  const numbers = hillNumbersAtCoverage(banded, COVERAGE);
  const known = numbers !== null && numbers.size <= mostTokens ? numbers : null;
  return [
    simpsonConcentration(spectrum),
    chaoJostEntropy(spectrum),
    yuleK(spectrum),
    known?.richness ?? null,
    known?.shannon ?? null,
    known?.simpson ?? null,
  ];
}

function replicatesOf(
  counts: GroupedCounts,
  byGroup: readonly number[],
  statistics: (spectrum: FrequencySpectrum, documents: number, width: number) => readonly (number | null)[],
): readonly (Replicated | null)[] {
  const documents = byGroup.reduce((sum, own) => sum + own, 0);
  const without = spectraWithoutGroups(counts).map((spectrum, group) => {
    const own = byGroup[group] ?? 0;
    return own === 0 ? [] : statistics(spectrum, documents - own, WIDTH_OF_REPLICATES);
  });
  return statistics(spectrumOfCounts(counts.all), documents, WIDTH).map((value, place) =>
    value === null
      ? null
      : { value, leaveOneOut: without.map((own) => own[place] ?? null), sizes: byGroup, documents },
  );
}

interface CountedTypes {
  /** By occurrences. */
  readonly types: GroupedCounts;
  /** By documents that have the type, with the documents of each group that have a word. */
  readonly documents: GroupedCounts & { readonly byGroup: readonly number[] };
}

/** The types of so many documents that their words are enough, by group. */
function countedTypes({ documents }: SampledCorpus): CountedTypes {
  const words = documents.reduce((sum, { high }) => sum + high.length, 0);
  const window = words <= MOST_WORDS ? Number.POSITIVE_INFINITY : WINDOW_WORDS;
  const chosen: SampledDocument[] = [];
  let room = 0;
  for (const document of documents) {
    if (room >= MOST_WORDS) break;
    if (document.high.length === 0) continue;
    chosen.push(document);
    room += Math.min(document.high.length, window);
  }
  const high = new Uint32Array(room);
  const low = new Uint32Array(room);
  let used = 0;
  for (const document of chosen) {
    const end = Math.min(document.high.length, window);
    high.set(document.high.subarray(0, end), used);
    low.set(document.low.subarray(0, end), used);
    used += end;
  }
  const members = Array.from({ length: GROUPS }, (): Span[] => []);
  let from = 0;
  for (const document of chosen) {
    const to = from + Math.min(document.high.length, window);
    members[document.group]?.push({ from, to });
    from = to;
  }
  const { numbers, count } = numberKeys(high, low);
  const scratch = {
    occurrences: new Uint32Array(count),
    documents: new Uint32Array(count),
    last: new Uint32Array(count),
  };
  const groups = members.map((spans) => countSpans(numbers, spans, scratch));
  return {
    types: grouped(
      groups.map(({ types, occurrences }) => ({ types, counts: occurrences })),
      count,
    ),
    documents: {
      ...grouped(
        groups.map(({ types, documents: own }) => ({ types, counts: own })),
        count,
      ),
      byGroup: members.map((spans) => spans.length),
    },
  };
}

/** The words of one document: from one place on, up to another. */
interface Span {
  readonly from: number;
  readonly to: number;
}

interface SpanCounts {
  readonly types: Uint32Array;
  readonly occurrences: Float64Array;
  readonly documents: Float64Array;
}

/** Cells by type, all 0 before and after a group is counted. */
interface Scratch {
  readonly occurrences: Uint32Array;
  readonly documents: Uint32Array;
  /** One more than the last document of the group that had the type. */
  readonly last: Uint32Array;
}

/** The types in some documents, how often they occur there, and in how many of them. */
function countSpans(numbers: Uint32Array, spans: readonly Span[], scratch: Scratch): SpanCounts {
  const { occurrences, documents, last } = scratch;
  const types: number[] = [];
  for (const [index, { from, to }] of spans.entries())
    for (let place = from; place < to; place++) {
      const type = numbers[place] as number;
      if (occurrences[type] === 0) types.push(type);
      occurrences[type] = (occurrences[type] as number) + 1;
      if (last[type] === index + 1) continue;
      last[type] = index + 1;
      documents[type] = (documents[type] as number) + 1;
    }
  const counted = {
    types: Uint32Array.from(types),
    occurrences: Float64Array.from(types, (type) => occurrences[type] as number),
    documents: Float64Array.from(types, (type) => documents[type] as number),
  };
  for (const type of types) {
    occurrences[type] = 0;
    documents[type] = 0;
    last[type] = 0;
  }
  return counted;
}

function grouped(groups: GroupedCounts['groups'], count: number): GroupedCounts {
  const all = new Float64Array(count);
  for (const { types, counts } of groups)
    for (let cell = 0; cell < types.length; cell++) {
      const type = types[cell] as number;
      all[type] = (all[type] as number) + (counts[cell] as number);
    }
  return { all, groups };
}
