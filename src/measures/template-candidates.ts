import { PAIR_SHARE } from './template-rules.ts';
import type { TemplateWords } from './template-words.ts';

/** Finds documents that may be of one template by the pairs of neighbouring words they share. */
export interface TemplateCandidates {
  /** Goes on to the next document. Documents are taken in order, and none is left out. */
  advance(document: number): void;
  /** The documents after the present one that share most pairs with it, rare pairs before common ones. */
  likeliest(document: number): readonly number[];
  /** Documents that have at least a share of the pairs that stand at some places of a document, in order. */
  having(document: number, places: readonly number[]): readonly number[];
}

/** Documents after a document that are looked at for each pair it has. */
const REACH = 32;
/** Likeliest documents. */
const MOST_LIKELIEST = 8;

/** Makes a finder of candidates among the documents that are free. */
export function createCandidates(
  { windows, pairs, holders, offsets }: TemplateWords,
  isFree: (document: number) => boolean,
): TemplateCandidates {
  const cursors = offsets.slice(0, -1);
  const scores = new Float64Array(windows.length);
  const touched: number[] = [];

  function addScores(pair: number, from: number, weight: number): void {
    for (let index = from; index < Math.min(offsets[pair + 1] as number, from + REACH); index++) {
      const other = holders[index] as number;
      if (!isFree(other)) continue;
      if (scores[other] === 0) touched.push(other);
      scores[other] = (scores[other] as number) + weight;
    }
  }

  function clear(): void {
    for (const other of touched) scores[other] = 0;
    touched.length = 0;
  }

  return {
    advance(document) {
      for (const pair of pairs.gramsOf(document)) cursors[pair] = (cursors[pair] as number) + 1;
    },
    likeliest(document) {
      for (const pair of pairs.gramsOf(document)) {
        const weight = Math.log(1 + windows.length / (pairs.frequencies[pair] as number));
        addScores(pair, cursors[pair] as number, weight);
      }
      const best = largest(touched, scores);
      clear();
      return best;
    },
    having(document, places) {
      const wanted = pairsAt(pairs, document, places);
      for (const pair of wanted)
        for (let from = offsets[pair] as number; from < (offsets[pair + 1] as number); from += REACH)
          addScores(pair, from, 1);
      const least = PAIR_SHARE * wanted.length;
      const having = touched.filter((other) => (scores[other] as number) >= least).toSorted((a, b) => a - b);
      clear();
      return having;
    },
  };
}

/** The shared pairs of a document whose two words stand at some of its places. */
function pairsAt(
  pairs: TemplateWords['pairs'],
  document: number,
  places: readonly number[],
): readonly number[] {
  const wanted = new Set(places);
  const firsts = pairs.placesOf(document);
  return [...pairs.gramsOf(document)].filter((_pair, index) => {
    const place = firsts[index] as number;
    return wanted.has(place) && wanted.has(place + 1);
  });
}

/** Those of highest score, of equal ones the first. */
function largest(touched: readonly number[], scores: Float64Array): readonly number[] {
  const best: number[] = [];
  let least = 0;
  for (const other of touched) {
    if ((scores[other] as number) < least) continue;
    best.push(other);
    if (best.length < 2 * MOST_LIKELIEST) continue;
    keepLargest(best, scores);
    least = scores[best[MOST_LIKELIEST - 1] as number] as number;
  }
  keepLargest(best, scores);
  return best;
}

function keepLargest(best: number[], scores: Float64Array): void {
  best.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
  best.length = Math.min(best.length, MOST_LIKELIEST);
}
