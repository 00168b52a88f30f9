import { numberKeys } from '../../src/measures/key-numbers.ts';
import { lexicalDiversity } from '../../src/measures/lexical-diversity.ts';
import type { NgramIncidence } from '../../src/measures/ngram-incidence.ts';
import { ngramIncidence } from '../../src/measures/ngram-incidence.ts';
import { repetition } from '../../src/measures/repetition.ts';
import type { SampledCorpus, SampledDocument } from '../../src/measures/sampled-corpus.ts';
import { WINDOW_WORDS } from '../../src/measures/sampled-corpus.ts';
import { GROUPS } from '../../src/sketches/replicate-group.ts';

/** What documents are drawn from. What each document adds to a figure is found once. */
export interface Population {
  readonly documents: readonly StudyDocument[];
  /** Word types of all documents, which are numbered from 0. */
  readonly types: number;
  /** N-grams that several documents have: their numbers are below this. */
  readonly sharedGrams: ReadonlyMap<number, number>;
}

export interface StudyDocument {
  readonly sampled: SampledDocument;
  /** The different words by number, and how often the document has each. */
  readonly types: Uint32Array;
  readonly counts: Uint32Array;
  readonly grams: ReadonlyMap<number, OwnGrams>;
  readonly own: OwnFigures;
}

interface OwnGrams {
  /** Different n-grams that another document of the population has too. */
  readonly shared: Uint32Array;
  /** Different n-grams. */
  readonly size: number;
}

/** Figures of one document, null where it is too short for one. */
export interface OwnFigures {
  readonly movingAverageTtr: number | null;
  readonly textualLexicalDiversity: number | null;
  readonly hypergeometricDiversity: number | null;
  readonly yuleK: number | null;
  readonly repetition: number | null;
}

export const LENGTHS = [2, 3, 4, 5] as const;

export function populationOf(sampled: readonly SampledDocument[]): Population {
  const words = typesOf(sampled);
  const grams = new Map(
    LENGTHS.map((n) => [n, sharedGramsOf(sampled, ngramIncidence(sampled, n, WINDOW_WORDS))]),
  );
  const documents = sampled.map((document, index) => ({
    sampled: document,
    types: words.types[index] ?? new Uint32Array(0),
    counts: words.counts[index] ?? new Uint32Array(0),
    grams: new Map(
      [...grams].map(([n, { own }]) => [n, own[index] ?? { shared: new Uint32Array(0), size: 0 }]),
    ),
    own: ownFigures(document),
  }));
  return {
    documents,
    types: words.count,
    sharedGrams: new Map([...grams].map(([n, { shared }]) => [n, shared])),
  };
}

function typesOf(sampled: readonly SampledDocument[]): {
  readonly types: readonly Uint32Array[];
  readonly counts: readonly Uint32Array[];
  readonly count: number;
} {
  const room = sampled.reduce((sum, { high }) => sum + high.length, 0);
  const high = new Uint32Array(room);
  const low = new Uint32Array(room);
  let used = 0;
  for (const document of sampled) {
    high.set(document.high, used);
    low.set(document.low, used);
    used += document.high.length;
  }
  const { numbers, count } = numberKeys(high, low);
  used = 0;
  const rows = sampled.map((document) => {
    const own = numbers.subarray(used, used + document.high.length).toSorted();
    used += document.high.length;
    const types = own.filter((type, place) => type !== own[place - 1]);
    const counts = new Uint32Array(types.length);
    let place = -1;
    for (const [index, type] of own.entries()) {
      if (type !== own[index - 1]) place += 1;
      counts[place] = (counts[place] as number) + 1;
    }
    return { types, counts };
  });
  return { types: rows.map(({ types }) => types), counts: rows.map(({ counts }) => counts), count };
}

function sharedGramsOf(
  sampled: readonly SampledDocument[],
  incidence: NgramIncidence,
): { readonly own: readonly OwnGrams[]; readonly shared: number } {
  const own = sampled.map((_, document) => ({
    shared: incidence.gramsOf(document),
    size: incidence.sizes[document] ?? 0,
  }));
  return { own, shared: incidence.frequencies.length };
}

function ownFigures(document: SampledDocument): OwnFigures {
  const alone: SampledCorpus = {
    documents: [document],
    groupSizes: Array.from({ length: GROUPS }, (_, group) => (group === document.group ? 1 : 0)),
    complete: true,
    incidenceOf: (n) => ngramIncidence([document], n, WINDOW_WORDS),
    languages: () => [null],
    templatesAmong: () => [],
  };
  const { movingAverageTtr, textualLexicalDiversity, hypergeometricDiversity, yuleK } =
    lexicalDiversity.snapshot(alone);
  return {
    movingAverageTtr: movingAverageTtr?.value ?? null,
    textualLexicalDiversity: textualLexicalDiversity?.value ?? null,
    hypergeometricDiversity: hypergeometricDiversity?.value ?? null,
    yuleK: yuleK?.value ?? null,
    repetition: repetition.snapshot(alone).share?.value ?? null,
  };
}
