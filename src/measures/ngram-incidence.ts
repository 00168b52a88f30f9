import type { CandidateNgrams } from './candidate-ngrams.ts';
import { candidateNgrams } from './candidate-ngrams.ts';
import { numberKeys } from './key-numbers.ts';
import type { GroupedWords } from './window-ngrams.ts';

/** Which documents have which n-grams in common. N-grams that several documents have are numbered from 0. */
export interface NgramIncidence {
  readonly n: number;
  readonly windowWords: number;
  /** Documents that have each n-gram, at least 2. */
  readonly frequencies: Uint32Array;
  /** Different n-grams of each document, those that no other has among them. */
  readonly sizes: readonly number[];
  /** Replicate group of each document. */
  readonly groups: readonly number[];
  /** The different n-grams that a document has in common with others, in the order of their first places. */
  gramsOf(document: number): Uint32Array;
  /** The word at which each of them first stands. */
  placesOf(document: number): Uint32Array;
}

/** An incidence, and what it tells of longer n-grams. */
export interface FoundIncidence extends NgramIncidence {
  /** For each n-gram of each document, repeated ones too: 1 where it stands at another place as well, else 0. */
  readonly recurrences: Uint8Array;
}

/**
 * Finds the different n-grams in the first `windowWords` words of each document. With the recurrences of those that are
 * one word shorter, of the same documents and words, it looks at few of the n-grams that stand at one place.
 */
export function ngramIncidence(
  documents: readonly GroupedWords[],
  n: number,
  windowWords: number,
  shorterRecurrences: Uint8Array | null = null,
): FoundIncidence {
  const candidates = candidateNgrams(documents, { n, windowWords }, shorterRecurrences);
  const { numbers, count } = numberKeys(candidates.high, candidates.low);
  const { firsts, offsets, frequencies, recurs } = firstPlaces(candidates, numbers, count);
  const { totals, ends } = candidates;
  const sizes = totals.map(
    (total, document) =>
      total - between(ends, document) + (offsets[document + 1] as number) - (offsets[document] as number),
  );
  return {
    n,
    windowWords,
    sizes,
    groups: documents.map(({ group }) => group),
    ...sharedOnly({ candidates, numbers, firsts, offsets, frequencies }),
    recurrences: recurrencesOf(candidates, numbers, recurs),
  };
}

/** How many candidates a document has. */
function between(ends: readonly number[], document: number): number {
  return (ends[document] as number) - (ends[document - 1] ?? 0);
}

interface FirstPlaces {
  /** The candidates that are the first of their kind in their document, by their index. */
  readonly firsts: Uint32Array;
  /** Where those of each document begin, and where the last ones end. */
  readonly offsets: Uint32Array;
  /** Documents that have each n-gram. */
  readonly frequencies: Uint32Array;
  /** Whether each n-gram stands at several places. */
  readonly recurs: Uint8Array;
}

function firstPlaces({ ends }: CandidateNgrams, numbers: Uint32Array, count: number): FirstPlaces {
  const firsts = new Uint32Array(numbers.length);
  const offsets = new Uint32Array(ends.length + 1);
  const frequencies = new Uint32Array(count);
  const lastDocuments = new Int32Array(count).fill(-1);
  const recurs = new Uint8Array(count);
  let used = 0;
  let start = 0;
  for (const [document, end] of ends.entries()) {
    for (let index = start; index < end; index++) {
      const gram = numbers[index] as number;
      const last = lastDocuments[gram] as number;
      if (last !== -1) recurs[gram] = 1;
      if (last === document) continue;
      lastDocuments[gram] = document;
      frequencies[gram] = (frequencies[gram] as number) + 1;
      firsts[used++] = index;
    }
    offsets[document + 1] = used;
    start = end;
  }
  return { firsts: firsts.subarray(0, used), offsets, frequencies, recurs };
}

interface Found extends Pick<FirstPlaces, 'firsts' | 'offsets' | 'frequencies'> {
  readonly candidates: CandidateNgrams;
  readonly numbers: Uint32Array;
}

/** Numbers anew the n-grams of several documents, and leaves out the others: few are left, side by side. */
function sharedOnly({
  candidates,
  numbers,
  firsts,
  offsets: all,
  frequencies,
}: Found): Pick<NgramIncidence, 'frequencies' | 'gramsOf' | 'placesOf'> {
  let shared = 0;
  const anew = frequencies.map((frequency) => (frequency > 1 ? shared++ : 0));
  const grams = new Uint32Array(firsts.length);
  const places = new Uint32Array(firsts.length);
  const offsets = new Uint32Array(all.length);
  let used = 0;
  for (let document = 0; document + 1 < all.length; document++) {
    for (let index = all[document] as number; index < (all[document + 1] as number); index++) {
      const candidate = firsts[index] as number;
      const gram = numbers[candidate] as number;
      if ((frequencies[gram] as number) < 2) continue;
      grams[used] = anew[gram] as number;
      places[used++] = candidates.places[candidate] as number;
    }
    offsets[document + 1] = used;
  }
  // What is kept should not hold the room of what is not.
  const [keptGrams, keptPlaces] = [grams.slice(0, used), places.slice(0, used)];
  return {
    frequencies: frequencies.filter((frequency) => frequency > 1),
    gramsOf: (document) => keptGrams.subarray(offsets[document], offsets[document + 1]),
    placesOf: (document) => keptPlaces.subarray(offsets[document], offsets[document + 1]),
  };
}

function recurrencesOf(
  { places, ends, totals }: CandidateNgrams,
  numbers: Uint32Array,
  recurs: Uint8Array,
): Uint8Array {
  const recurrences = new Uint8Array(totals.reduce((sum, total) => sum + total, 0));
  let start = 0;
  let index = 0;
  for (const [document, end] of ends.entries()) {
    for (; index < end; index++)
      recurrences[start + (places[index] as number)] = recurs[numbers[index] as number] as number;
    start += totals[document] as number;
  }
  return recurrences;
}
