import type { TfIdf } from 'natural/lib/natural/tfidf/index.js';
import { loadPackage } from './deferred-package.ts';

/** Stands before each word, so that none is the name of a property that objects have. */
const MARK = '.';

/**
 * Names each text by the words that tell it from the others and from a background: at most `most` of highest tf-idf,
 * the first in the text where they are equal. Common English words are passed over unless there is nothing else.
 * `natural`, which weighs them, is loaded when it is first needed, and looks at every text for every word: this is
 * for some hundred texts.
 *
 * Spärck Jones 1972, A statistical interpretation of term specificity and its application in retrieval.
 */
export function distinctiveWords(
  texts: readonly (readonly string[])[],
  background: readonly (readonly string[])[],
  most: number,
): readonly (readonly string[])[] {
  if (texts.length === 0) return [];
  const natural = loadPackage('natural/lib/natural/tfidf/index.js') as { readonly TfIdf: typeof TfIdf };
  const { words } = loadPackage('natural/lib/natural/util/stopwords.js') as {
    readonly words: readonly string[];
  };
  const common = new Set(words);
  const weights = new natural.TfIdf();
  for (const text of [...texts, ...background]) weights.addDocument(text.map((word) => MARK + word));
  return texts.map((_, index) => {
    const terms = weights
      .listTerms(index)
      .map(({ term, tfidf }) => ({ word: term.slice(MARK.length), tfidf }));
    const telling = terms.filter(({ word }) => !common.has(word));
    return (telling.length > 0 ? telling : terms)
      .toSorted((a, b) => b.tfidf - a.tfidf)
      .slice(0, most)
      .map(({ word }) => word);
  });
}
