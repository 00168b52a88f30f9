import { hashNgrams } from '../text/ngrams.ts';
import { replicatedGroupPairs } from './group-pairs.ts';
import type { Replicated } from './measure.ts';
import { sampleMeasure } from './measure.ts';
import type { SampledCorpus, SampledDocument } from './sampled-corpus.ts';
import { quoteOf } from './sampled-corpus.ts';
import type { SharedPhrase } from './shared-phrases.ts';

/** How often texts begin or end with the same words. Texts of fewer than six words are left out. */
export interface EdgesValue {
  /** Words that are compared at each edge. */
  readonly words: number;
  readonly openings: Edge;
  /** Of the texts that were kept whole alone, which are the shorter ones: of the others the end is not known. */
  readonly endings: Edge;
}

export interface Edge {
  /** Sampled texts whose edge is known. */
  readonly texts: number;
  /**
   * The chance, per million, that two different texts have the same words there: Σ c(c - 1) / (T(T - 1)), c the texts
   * of one opening or ending, T all of them. Null below two texts.
   */
  readonly perMillion: Replicated | null;
  /** Those that most texts have, at least two, at most ten, most texts first. */
  readonly commonest: readonly SharedPhrase[];
}

const WORDS = 3;
const FEWEST_WORDS = 6;
const MOST = 10;
const QUOTE_LIMIT = 200;
/** Of the 64 bits of a hash 53 fit a number: by chance, two of 20,000 texts agree once in fifty million corpora. */
const KEY_RANGE = 2 ** 21;

export const edges = sampleMeasure({
  kind: 'sample',
  id: 'edges',
  version: 1,
  explanation: {
    measures: 'How often documents begin or end with the same three words.',
    formula:
      'Per million: Σ c(c − 1) / T(T − 1), c the texts of one opening and T all texts of at least six words. Interval: a jackknife over 32 groups of documents, in which what pairs of groups have in common counts once.',
    reading:
      'Varied prose opens alike in 50 to 200 of a million pairs, statements of one institution in several hundred thousand.',
    moves:
      'Headings, datelines and salutations. Ends are known of documents that the sample keeps whole alone.',
    silence: 'Below two texts of six words; no interval below five documents.',
    source:
      'The probability that two draws agree (Simpson 1949, Nature 163); for the interval Efron & Stein 1981, Annals of Statistics 9.',
  },
  snapshot(corpus): EdgesValue {
    return {
      words: WORDS,
      openings: edgeOf(corpus, ({ high }) => (high.length < FEWEST_WORDS ? null : 0)),
      endings: edgeOf(corpus, ({ high, entry }) =>
        high.length < FEWEST_WORDS || entry.text.words !== high.length ? null : high.length - WORDS,
      ),
    };
  },
});

/** The texts that have the same words at one edge. */
interface Holders {
  readonly documents: SampledDocument[];
  /** How many of them each replicate group has. */
  readonly groups: Map<number, number>;
  /** Where the words stand in the first of them. */
  readonly place: number;
}

/** `placeOf` gives the first word of the edge, or null where the text is left out. */
function edgeOf(
  { documents, groupSizes }: SampledCorpus,
  placeOf: (document: SampledDocument) => number | null,
): Edge {
  const sharing = new Map<number, Holders>();
  const members = groupSizes.map(() => 0);
  for (const document of documents) {
    const place = placeOf(document);
    if (place === null) continue;
    const key = keyAt(document, place);
    const holders = sharing.get(key) ?? { documents: [], groups: new Map<number, number>(), place };
    holders.documents.push(document);
    holders.groups.set(document.group, (holders.groups.get(document.group) ?? 0) + 1);
    sharing.set(key, holders);
    members[document.group] = (members[document.group] ?? 0) + 1;
  }
  const all = [...sharing.values()];
  const texts = members.reduce((sum, own) => sum + own, 0);
  return { texts, perMillion: chance(all, members), commonest: commonestOf(all) };
}

function keyAt({ high, low }: SampledDocument, place: number): number {
  const words = {
    high: high.subarray(place, place + WORDS),
    low: low.subarray(place, place + WORDS),
    count: WORDS,
  };
  const ownHigh = new Uint32Array(WORDS);
  const ownLow = new Uint32Array(WORDS);
  hashNgrams(words, WORDS, ownHigh, ownLow);
  return (ownHigh[0] as number) * KEY_RANGE + ((ownLow[0] as number) >>> 11);
}

function chance(all: readonly Holders[], members: readonly number[]): Replicated | null {
  const coincident = new Float64Array(members.length ** 2);
  for (const { groups } of all)
    for (const [group, own] of groups)
      for (const [other, count] of groups) {
        const cell = group * members.length + other;
        const theirs = other === group ? own - 1 : count;
        coincident[cell] = (coincident[cell] as number) + own * theirs;
      }
  const sums = members.map((own) => (own === 0 ? null : { documents: own, size: own, squares: own }));
  return replicatedGroupPairs({ sums, coincident }, ({ documents, coincident: same }) =>
    documents < 2 ? null : (1e6 * same) / (documents * (documents - 1)),
  );
}

/** The edges of most texts; of equal ones that of the text of smaller hash comes first. */
function commonestOf(all: readonly Holders[]): readonly SharedPhrase[] {
  return all
    .filter(({ documents }) => documents.length > 1)
    .toSorted((a, b) => b.documents.length - a.documents.length)
    .slice(0, MOST)
    .map((holders) => ({
      quote: quoteOfFirst(holders),
      texts: holders.documents.length,
      documents: holders.documents.slice(0, MOST).map(({ entry }) => entry.text.id),
    }));
}

function quoteOfFirst({ documents: [first], place }: Holders): string {
  return first === undefined ? '' : quoteOf(first, place, place + WORDS - 1).slice(0, QUOTE_LIMIT);
}
