import type { DocumentSample, SampledText } from '../sketches/document-sample.ts';
import { NO_BYTES, trimDocumentSample } from '../sketches/document-sample.ts';
import type { ExcerptPart } from '../sketches/excerpt-hashes.ts';
import { markOf } from '../sketches/excerpt-hashes.ts';
import { sentenceLengths } from '../text/sentences.ts';
import { createTokenizer } from '../text/tokenizer.ts';
import type { Tokenizer, Tokens } from '../text/tokens.ts';

/**
 * A document sample with the hashes of words and the lengths of sentences in the place of every excerpt.
 * The given one is trimmed to its capacities first, and keeps its excerpts. Linear in the length of the excerpts.
 */
export function hashedSample(sample: DocumentSample): DocumentSample {
  trimDocumentSample(sample);
  const tokenizer = createTokenizer();
  const entries = [...sample.entries].map(
    ([hash, entry]) => [hash, { ...entry, text: hashedText(entry.text, tokenizer) }] as const,
  );
  return { ...sample, entries: new Map(entries) };
}

/** The words of the short beginning are the first ones of the whole, because excerpts end behind a word. */
function hashedText(text: SampledText, tokenizer: Tokenizer): SampledText {
  if (text.hashes !== undefined) return text;
  const { beginning, rest } = text;
  const excerpt = Buffer.concat([beginning, rest]);
  const short = partOf(tokenizer.tokenize(Buffer.from(beginning).toString()), beginning);
  const tokens = tokenizer.tokenize(excerpt.toString());
  const whole = rest.length === 0 ? short : partOf(tokens, excerpt);
  const high = tokens.high.slice(0, tokens.count);
  const low = tokens.low.slice(0, tokens.count);
  return { ...text, beginning: NO_BYTES, rest: NO_BYTES, hashes: { high, low, short, whole } };
}

function partOf(tokens: Tokens, text: Uint8Array): ExcerptPart {
  return { mark: markOf(text), words: tokens.count, sentenceLengths: sentenceLengths(tokens) };
}
