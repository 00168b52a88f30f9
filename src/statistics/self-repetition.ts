/**
 * Self-repetition of a corpus: the mean over documents of ln(1 + Σ (df(g) - 1)), where g runs over the distinct
 * n-grams of the document (usually n = 4) and df(g) is the number of documents that have g. Natural logarithm.
 * From 0, where no two documents share an n-gram, without an upper bound; null without documents.
 * It grows with the number and the length of documents: compare equally many excerpts of equal length.
 *
 * `documents` holds for each document the numbers of its distinct n-grams, and `documentFrequencies` df(g) by that
 * number, at least 1. A document without n-grams repeats nothing and counts as 0.
 * Throws a RangeError for an n-gram that has no document frequency.
 *
 * Salkar, Trikalinos, Wallace and Nenkova 2022, "Self-repetition in abstractive neural summarizers".
 */
export function selfRepetition(
  documents: readonly Uint32Array[],
  documentFrequencies: Uint32Array,
): number | null {
  if (documents.length === 0) return null;
  let sum = 0;
  for (const ngrams of documents) {
    let others = 0;
    for (let index = 0; index < ngrams.length; index += 1)
      others += frequency(documentFrequencies, ngrams[index] as number) - 1;
    sum += Math.log1p(others);
  }
  return sum / documents.length;
}

function frequency(documentFrequencies: Uint32Array, ngram: number): number {
  const documents = documentFrequencies[ngram] ?? 0;
  if (documents === 0) throw new RangeError('every n-gram of a document is in at least one document');
  return documents;
}
