import { readDocuments } from '../engine/documents.ts';
import type { ReadPlan } from '../engine/engine.ts';
import { contentHash } from '../text/content.ts';
import { segmentSentences } from '../text/sentence-boundaries.ts';
import { createTokenizer, wordAt } from '../text/tokenizer.ts';
import { segmentWords } from '../text/word-boundaries.ts';
import type { JobOptions } from './audit-job.ts';

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

/** Cuts the documents of the inputs, one after another. Throws as `auditInputs` does. */
export async function* tokenizeInputs(
  plan: ReadPlan,
  { signal }: JobOptions,
): AsyncGenerator<TokenizedDocument> {
  const tokenizer = createTokenizer();
  for await (const { id, text } of readDocuments(plan, signal)) {
    const tokens = tokenizer.tokenize(text);
    yield {
      id: id ?? contentHash(text).hex.slice(0, ID_DIGITS),
      segments: segmentWords(text),
      words: Array.from({ length: tokens.count }, (_, index) => wordAt(tokens, index)),
      sentences: segmentSentences(text),
    };
  }
}
