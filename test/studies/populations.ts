import { join } from 'node:path';
import type { SampledDocument } from '../../src/measures/sampled-corpus.ts';
import { createLongRandom } from '../bench/long-random.ts';
import { madeDocuments } from './made-documents.ts';
import { documentsOf, textsOf } from './text-documents.ts';

/** Something to draw from, and how large the draws from it are. */
export interface Source {
  readonly name: string;
  /** What its documents are. */
  readonly what: string;
  readonly sizes: readonly number[];
  documents(folder: string): readonly SampledDocument[];
}

const SMALL = [25, 50, 100];
const MEDIUM = [...SMALL, 400];
const MOST_WORDS = 2_000;
const MADE_DOCUMENTS = 100_000;
const MADE_SEED = 5;

/** Draws are a tenth of the documents at most. */
export const SOURCES: readonly Source[] = [
  {
    name: 'abstracts',
    what: 'abstracts of three conferences',
    sizes: MEDIUM,
    documents: (folder) => read(folder, ['aistats', 'uai', 'colt'], { words: MOST_WORDS, pieces: false }),
  },
  {
    name: 'prose',
    what: 'pieces of 200 words of the Brown corpus',
    sizes: MEDIUM,
    documents: (folder) => read(folder, ['brown'], { words: 200, pieces: true }),
  },
  {
    name: 'manuals',
    what: 'pieces of 300 words of the Python enhancement proposals',
    sizes: MEDIUM,
    documents: (folder) => read(folder, ['peps'], { words: 300, pieces: true }),
  },
  {
    name: 'web',
    what: 'texts of the English Web Treebank, the first 2,000 words of each',
    sizes: SMALL,
    documents: (folder) => read(folder, ['ewt'], { words: MOST_WORDS, pieces: false }),
  },
  {
    name: 'licences',
    what: 'pieces of 100 words of licences',
    sizes: SMALL,
    documents: (folder) =>
      read(folder, ['google_licenseclassifier', 'choosealicense'], { words: 100, pieces: true }),
  },
  {
    name: 'made',
    what: 'made documents of 60 words on average, Zipfian and bursty, with topics and a stock of phrases',
    sizes: [1_000, 10_000],
    documents: () => madeDocuments(createLongRandom(MADE_SEED), MADE_DOCUMENTS),
  },
];

function read(
  folder: string,
  names: readonly string[],
  cut: { readonly words: number; readonly pieces: boolean },
): readonly SampledDocument[] {
  return documentsOf(
    names.flatMap((name) => textsOf(join(folder, `${name}.jsonl`))),
    cut,
  );
}
