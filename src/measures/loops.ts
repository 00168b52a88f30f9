import type { PeriodicRun } from '../statistics/periodic-run.ts';
import { longestPeriodicRun } from '../statistics/periodic-run.ts';
import type { Replicated } from './measure.ts';
import { sampleMeasure } from './measure.ts';
import { replicatedRatio } from './replication.ts';
import type { SampledDocument } from './sampled-corpus.ts';
import { longTexts, quoteOf } from './sampled-corpus.ts';

/** Documents in which the same words come round again and again: at least 20 words in at least three rounds. */
export interface LoopsValue {
  /** Share of documents that loop. Null where none has 20 words, since shorter ones cannot. */
  readonly share: Replicated | null;
  readonly loopingDocuments: number;
  /** Those with the longest loops, at most 10, longest first. */
  readonly longest: readonly LoopingDocument[];
}

interface LoopingDocument {
  readonly id: string;
  /** The words of one round, empty where the sample holds no text. */
  readonly quote: string;
  /** Words of a round. */
  readonly period: number;
  /** Whole rounds. */
  readonly repeats: number;
  /** Words in all rounds, with those of a last one that was broken off. */
  readonly words: number;
}

const LONGEST_PERIOD = 64;
const FEWEST_REPEATS = 3;
/**
 * About a sentence. Fewer words are often meant ("no, no, no"), and a share of the document would ask
 * more of a long one, whose loop the excerpt may cut off.
 */
const FEWEST_WORDS = 20;
const MOST_QUOTED = 10;

export const loops = sampleMeasure({
  kind: 'sample',
  id: 'loops',
  version: 1,
  explanation: {
    measures:
      'Documents in which the same words come round again and again, with the period and the number of rounds.',
    formula:
      'A loop is a period of at most 64 words in at least three rounds and at least 20 words. Share = documents with a loop / documents of at least 20 words.',
    reading: 'Any loop deserves a look: prose has next to none.',
    moves:
      'Tables, refrains, litanies and lists of numbers loop by intent; loops after the excerpt of a long document are not seen.',
    silence: 'Where no document has 20 words; no interval below five documents.',
    source:
      'Periodic runs as the Dolma toolkit looks for them (Soldaini et al. 2024, arXiv:2402.00159); the least lengths are ours.',
  },
  snapshot(corpus): LoopsValue {
    const found: { readonly document: SampledDocument; readonly run: PeriodicRun }[] = [];
    const share = replicatedRatio(longTexts(corpus), (document) => {
      if (document.high.length < FEWEST_WORDS) return null;
      const run = loopOf(document);
      if (run !== null) found.push({ document, run });
      return { part: run === null ? 0 : 1, whole: 1 };
    });
    const longest = found
      .toSorted((a, b) => wordsOf(b.run) - wordsOf(a.run) || (idOf(a.document) < idOf(b.document) ? -1 : 1))
      .slice(0, MOST_QUOTED)
      .map(({ document, run }) => ({
        id: idOf(document),
        quote: quoteOf(document, run.start, run.start + run.period - 1),
        period: run.period,
        repeats: run.repeats,
        words: wordsOf(run),
      }));
    return { share, loopingDocuments: found.length, longest };
  },
});

/**
 * Half of a hash tells words apart: in 2,000 words two different ones have the same with a chance of one in two
 * thousand, and a loop would take a dozen such accidents in a row.
 */
function loopOf({ low }: SampledDocument): PeriodicRun | null {
  return longestPeriodicRun(low, {
    longestPeriod: LONGEST_PERIOD,
    fewestRepeats: FEWEST_REPEATS,
    fewestWords: FEWEST_WORDS,
  });
}

function wordsOf({ start, end }: PeriodicRun): number {
  return end - start;
}

function idOf({ entry }: SampledDocument): string {
  return entry.text.id;
}
