import { normalForm } from './normal-form.ts';
import type { TokenBuffers } from './token-buffers.ts';
import { createTokenBuffers, growTokens, noteTokens, prepareForText } from './token-buffers.ts';
import type { Tokenizer, Tokens } from './tokens.ts';
import { encodeUnitsInto } from './utf16.ts';
import type { Cut } from './word-cutter.ts';
import { createCut, cutWords, endRun } from './word-cutter.ts';

/** Names how words are cut, normalised and hashed; it changes whenever any text could give other hashes. */
export const TOKENIZER_ID = 'uax29-15.0/1';

/** An iteration of the cutter adds at most two words: a waiting lone character and the word after it. */
const SLACK = 2;

/**
 * Makes a tokenizer with its own buffers, which the `Tokens` it returns point into until the next call.
 *
 * Words are the UAX #29 segments (Unicode 15.0, no dictionary) that hold a letter or digit, in simple lower case,
 * then NFC. In Han, Hiragana, Thai, Lao, Khmer and Burmese, where segments are single characters with their marks,
 * the words are the pairs of neighbouring segments; a segment without such a neighbour is a word by itself.
 */
export function createTokenizer(): Tokenizer {
  const buffers = createTokenBuffers();
  return { tokenize: (text, limit = Number.POSITIVE_INFINITY) => tokenizeInto(buffers, text, limit) };
}

function tokenizeInto(buffers: TokenBuffers, text: string, limit: number): Tokens {
  prepareForText(buffers, text.length);
  encodeUnitsInto(text, buffers.bytes, buffers.units);
  const cut = createCut(text, buffers);
  while (cut.count < limit && cut.position < text.length) {
    if (cut.count + SLACK > cut.high.length) makeRoom(cut, buffers);
    cutWords(cut, Math.min(limit, cut.high.length - SLACK + 1));
  }
  if (cut.count < limit) {
    if (cut.count + SLACK > cut.high.length) makeRoom(cut, buffers);
    endRun(cut);
  }
  noteTokens(buffers, cut.count);
  const { high, low, starts, ends, unspaced } = cut;
  return { text, count: Math.min(cut.count, limit), high, low, starts, ends, unspaced };
}

function makeRoom(cut: Cut, buffers: TokenBuffers): void {
  growTokens(buffers);
  cut.high = buffers.high;
  cut.low = buffers.low;
  cut.starts = buffers.starts;
  cut.ends = buffers.ends;
}

/** The normal form of a word: what its hash is taken of, and what a report may show. */
export function wordAt(tokens: Tokens, index: number): string {
  return normalForm(tokens.text.slice(tokens.starts[index], tokens.ends[index]));
}

/** Whether pairs of characters stand for some of the words, which a report must say. */
export function hasUnspacedScript(tokens: Tokens): boolean {
  return tokens.unspaced > 0;
}
