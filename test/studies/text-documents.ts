import { readFileSync } from 'node:fs';
import { sampledCopies } from '../../src/measures/sampled-copies.ts';
import type { SampledDocument } from '../../src/measures/sampled-corpus.ts';
import { sampledCorpus, withoutTexts } from '../../src/measures/sampled-corpus.ts';
import { toEnd } from '../../src/profile/values.ts';
import { NO_BYTES } from '../../src/sketches/document-sample.ts';
import { replicateGroup } from '../../src/sketches/replicate-group.ts';
import { contentHash } from '../../src/text/content.ts';
import { sentenceLengths } from '../../src/text/sentences.ts';
import { createTokenizer } from '../../src/text/tokenizer.ts';

/** The texts of a JSON Lines file. */
export function textsOf(path: string): readonly string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => textOf(JSON.parse(line)));
}

/** How texts are cut before they are measured. */
export interface Cut {
  /** Words of a piece; what is longer is left out, or makes further pieces. */
  readonly words: number;
  /** Whether the rest of a text makes further pieces, of which the last one is left out where it is shorter. */
  readonly pieces: boolean;
}

/** Distinct texts as the document sample holds them, copies and near copies left out. */
export function documentsOf(texts: readonly string[], cut: Cut): readonly SampledDocument[] {
  const pieces = texts.flatMap((text) => cutText(text, cut));
  const documents = new Map<string, SampledDocument>();
  for (const text of pieces) {
    const document = documentOf(text);
    if (document.high.length > 0) documents.set(document.entry.hash, document);
  }
  return withoutNearCopies([...documents.values()]);
}

function withoutNearCopies(documents: readonly SampledDocument[]): readonly SampledDocument[] {
  const corpus = sampledCorpus(documents, true);
  return withoutTexts(corpus, toEnd(sampledCopies(corpus)).copies).documents;
}

const tokenizer = createTokenizer();

function cutText(text: string, { words, pieces }: Cut): readonly string[] {
  const { starts, ends, count } = tokenizer.tokenize(text);
  if (count <= words) return pieces && count < words ? [] : [text];
  const found: string[] = [];
  for (let first = 0; first + words <= count; first += words) {
    found.push(text.slice(starts[first], ends[first + words - 1]));
    if (!pieces) break;
  }
  return found;
}

function documentOf(text: string): SampledDocument {
  const tokens = tokenizer.tokenize(text);
  const { hex, high, low } = contentHash(text);
  const hash = hex.slice(0, 16);
  const described = { id: hash, source: '', date: '', label: '' };
  const beginning = new TextEncoder().encode(text);
  return {
    entry: {
      hash,
      high,
      low,
      count: 1,
      text: { ...described, beginning, rest: NO_BYTES, words: tokens.count },
    },
    group: replicateGroup(low),
    high: tokens.high.slice(0, tokens.count),
    low: tokens.low.slice(0, tokens.count),
    sentenceLengths: sentenceLengths(tokens),
  };
}

function textOf(record: unknown): string {
  if (typeof record !== 'object' || record === null || !('text' in record)) return '';
  return typeof record.text === 'string' ? record.text : '';
}
