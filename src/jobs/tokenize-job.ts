import type { ReadingOptions } from '../engine/documents.ts';
import { readDocuments } from '../engine/documents.ts';
import type { ReadPlan } from '../engine/engine.ts';
import { contentHash } from '../text/content.ts';
import { segmentSentences } from '../text/sentence-boundaries.ts';
import { createTokenizer, wordAt } from '../text/tokenizer.ts';
import { segmentWords } from '../text/word-boundaries.ts';

/** How one document is cut. */
export interface TokenizedDocument {
  readonly id: string;
  /** The pieces between UAX #29 word boundaries; they join to the text. */
  readonly segments: readonly string[];
  /** The words that are counted, in their normal form. */
  readonly words: readonly string[];
  /** The pieces between UAX #29 sentence boundaries; they join to the text. */
  readonly sentences: readonly string[];
}

const ID_DIGITS = 16;

/**
 * Cuts the documents of the inputs, one after another, and tells `onEnd` what was lost.
 * Throws as `auditInputs` does, and where an input is a profile; a misspelt field is told after the last document.
 */
export async function* tokenizeInputs(
  plan: ReadPlan,
  options: ReadingOptions,
): AsyncGenerator<TokenizedDocument> {
  const tokenizer = createTokenizer();
  for await (const { id, text } of readDocuments(plan, options)) {
    const tokens = tokenizer.tokenize(text);
    yield {
      id: id ?? contentHash(text).hex.slice(0, ID_DIGITS),
      segments: segmentWords(text),
      words: Array.from({ length: tokens.count }, (_, index) => wordAt(tokens, index)),
      sentences: segmentSentences(text),
    };
  }
}
