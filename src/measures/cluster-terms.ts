import { loadPackage } from '../text/deferred-package.ts';
import { createTokenizer, wordAt } from '../text/tokenizer.ts';

/** What is used of natural's TF-IDF: idf = 1 + ln(N / (1 + df)), tf the number of times in the document. */
interface TermWeights {
  addDocument(terms: string[]): void;
  listTerms(document: number): readonly { readonly term: string; readonly tfidf: number }[];
}

const MOST_TERMS = 5;
const MOST_WORDS = 300;
const LONGEST_WORD = 40;
/** In fewer texts of the background no word is common. */
const FEWEST_COMMON = 10;
/** Stands before each word, so that none is the name of something that every object has. */
const MARK = '-';

/**
 * For each text the words that tell it best from the others and from those of the background, at most five: those of
 * highest TF-IDF, without those that most texts of the background have. No words for an empty text. Only the first 300 words of a text are looked at.
 */
export function clusterTerms(
  texts: readonly string[],
  background: readonly string[],
): readonly (readonly string[])[] {
  if (texts.every((text) => text === '')) return texts.map(() => []);
  const { TfIdf } = loadPackage('natural/lib/natural/tfidf/index.js') as { TfIdf: new () => TermWeights };
  const weights = new TfIdf();
  const mostTexts = Math.max(FEWEST_COMMON, background.length / 2);
  const common = new Map<string, number>();
  for (const text of background) {
    const terms = wordsOf(text);
    weights.addDocument(terms);
    for (const term of new Set(terms)) common.set(term, (common.get(term) ?? 0) + 1);
  }
  for (const text of texts) weights.addDocument(wordsOf(text));
  return texts.map((_, index) =>
    weights
      .listTerms(background.length + index)
      .filter(({ term }) => term.startsWith(MARK) && (common.get(term) ?? 0) <= mostTexts)
      .toSorted((a, b) => b.tfidf - a.tfidf || (a.term < b.term ? -1 : 1))
      .slice(0, MOST_TERMS)
      .map(({ term }) => term.slice(MARK.length)),
  );
}

function wordsOf(text: string): string[] {
  const tokens = createTokenizer().tokenize(text, MOST_WORDS);
  return Array.from({ length: tokens.count }, (_, index) => wordAt(tokens, index))
    .filter((word) => word.length <= LONGEST_WORD)
    .map((word) => `${MARK}${word}`);
}
