/** Gives the stem of a word, which is in lower case. */
export type Stem = (word: string) => string;

/** Words whose stems are remembered; then all are forgotten, so that memory is bounded. */
const MOST_WORDS = 2 ** 16;
/** UTF-16 units of the longest word that is stemmed. No English word comes near. */
const LONGEST = 64;

/**
 * A stemmer of English words by the algorithm of Porter (1980, An algorithm for suffix stripping, Program 14).
 * Words of other scripts, words of more than 64 units and words with less than three stay as they are.
 * It is loaded when it is asked for, and not before.
 */
export async function createEnglishStemmer(mostWords: number = MOST_WORDS): Promise<Stem> {
  const { PorterStemmer } = await import('natural/lib/natural/stemmers/index.js');
  const known = new Map<string, string>();
  return (word) => {
    if (word.length > LONGEST) return word;
    const found = known.get(word);
    if (found !== undefined) return found;
    const stem = PorterStemmer.stem(word);
    if (known.size >= mostWords) known.clear();
    known.set(word, stem);
    return stem;
  };
}
