import type { Stemmer } from 'natural/lib/natural/stemmers/index.js';
import { loadPackage } from './deferred-package.ts';

/** Gives the stem of a word, which is in lower case. */
export type Stem = (word: string) => string;

/** The stemmer of each language, by its ISO 639-1 code, in `natural`. */
const STEMMERS: ReadonlyMap<string, string> = new Map([
  ['de', 'porter_stemmer_de'],
  ['en', 'porter_stemmer'],
  ['es', 'porter_stemmer_es'],
  ['fr', 'porter_stemmer_fr'],
  ['it', 'porter_stemmer_it'],
  ['nl', 'porter_stemmer_nl'],
  ['no', 'porter_stemmer_no'],
  ['pt', 'porter_stemmer_pt'],
  ['ru', 'porter_stemmer_ru'],
  ['sv', 'porter_stemmer_sv'],
]);

/** Words whose stems are remembered; then all are forgotten, so that memory is bounded. */
const MOST_WORDS = 2 ** 16;
/** UTF-16 units of the longest word that is stemmed. No ordinary word comes near. */
const LONGEST = 64;

/** Whether words of a language, given by its ISO 639-1 code, can be stemmed. */
export function hasStemmer(language: string): boolean {
  return STEMMERS.has(language);
}

/**
 * Makes a stemmer of a language's words by the algorithm of Porter (1980, An algorithm for suffix stripping, Program
 * 14) or its kin for that language, as `natural` has them. Null for a language without one.
 * Words of more than 64 units and words without letters of the language stay as they are.
 * The stemmer of a language is loaded when it is asked for, and not before, in some milliseconds.
 */
export function createStemmer(language: string, mostWords: number = MOST_WORDS): Stem | null {
  const name = STEMMERS.get(language);
  if (name === undefined) return null;
  const stemmer = loadPackage(`natural/lib/natural/stemmers/${name}.js`) as Pick<Stemmer, 'stem'>;
  const known = new Map<string, string>();
  return (word) => {
    if (word === '' || word.length > LONGEST) return word;
    const found = known.get(word);
    if (found !== undefined) return found;
    const stem = stemmer.stem(word);
    if (known.size >= mostWords) known.clear();
    known.set(word, stem);
    return stem;
  };
}
