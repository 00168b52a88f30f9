import type { SampledDocument } from '../../src/measures/sampled-corpus.ts';
import { NO_BYTES } from '../../src/sketches/document-sample.ts';
import { replicateGroup } from '../../src/sketches/replicate-group.ts';
import type { LongRandom } from '../bench/long-random.ts';
import { drawRank } from '../bench/words.ts';
import { drawNormal } from './random-choice.ts';

const MEDIAN_WORDS = 60;
const SPREAD_OF_WORDS = 0.6;
const FEWEST_WORDS = 10;
const MOST_WORDS = 400;
/** Chances at each word: that one of this document comes back, that one of its topic comes, that a phrase begins. */
const BURST = 0.15;
const TOPIC = 0.1;
const PHRASE = 0.008;
/** The most frequent words do not come in bursts. */
const FREQUENT = 60;
const TOPICS = 60;
const TOPIC_WORDS = 400;
const TOPIC_SPACE = 2 ** 31;
const PHRASES = 3_000;

/**
 * Documents of words without letters, by Zipf's and Heaps' laws. Words come back inside a document, each document has
 * a topic with words of its own, and all draw on a stock of phrases of which few are common.
 */
export function madeDocuments(random: LongRandom, count: number): readonly SampledDocument[] {
  const phrases = Array.from({ length: PHRASES }, () =>
    Array.from({ length: random.between(3, 9) }, () => drawRank(random)),
  );
  return Array.from({ length: count }, (_, number) => madeDocument(random, phrases, number));
}

function madeDocument(
  random: LongRandom,
  phrases: readonly (readonly number[])[],
  number: number,
): SampledDocument {
  const length = Math.round(MEDIAN_WORDS * Math.exp(SPREAD_OF_WORDS * drawNormal(random)));
  const words = drawWords(random, phrases, Math.min(MOST_WORDS, Math.max(FEWEST_WORDS, length)));
  const low = mixed(number, 77);
  return {
    entry: {
      hash: String(number),
      high: mixed(number, 78),
      low,
      count: 1,
      text: {
        id: String(number),
        source: '',
        date: '',
        label: '',
        beginning: NO_BYTES,
        rest: NO_BYTES,
        words: words.length,
      },
    },
    group: replicateGroup(low),
    high: Uint32Array.from(words, (word) => mixed(word, 1)),
    low: Uint32Array.from(words, (word) => mixed(word, 2)),
    sentenceLengths: drawSentences(random, words.length),
  };
}

function drawWords(
  random: LongRandom,
  phrases: readonly (readonly number[])[],
  length: number,
): readonly number[] {
  const topic = Math.floor(TOPICS * random.next() ** 2);
  const words: number[] = [];
  while (words.length < length) {
    const chance = random.next();
    if (chance < PHRASE) words.push(...(phrases[Math.floor(PHRASES ** random.next()) - 1] ?? []));
    else if (chance < PHRASE + TOPIC)
      words.push(TOPIC_SPACE + topic * TOPIC_WORDS + Math.floor(TOPIC_WORDS ** random.next()));
    else words.push(chance < PHRASE + TOPIC + BURST ? earlierWord(random, words) : drawRank(random));
  }
  return words.slice(0, length);
}

function earlierWord(random: LongRandom, words: readonly number[]): number {
  const word = words[Math.floor(random.next() * words.length)] ?? 0;
  return word < FREQUENT ? drawRank(random) : word;
}

/** Lengths of sentences, which are alike within a document. */
function drawSentences(random: LongRandom, words: number): readonly number[] {
  const mean = 15 * Math.exp(0.3 * drawNormal(random));
  const lengths: number[] = [];
  for (let left = words; left > 0; ) {
    const length = Math.min(left, Math.max(2, Math.round(mean * Math.exp(0.5 * drawNormal(random)))));
    lengths.push(length);
    left -= length;
  }
  return lengths;
}

/** 32 bits that look like chance, of a number below 2⁵³. */
function mixed(number: number, salt: number): number {
  let state = Math.imul(
    ((number % 2 ** 32) ^ Math.floor(number / 2 ** 32)) + Math.imul(salt, 0x9e3779b9),
    0x85ebca6b,
  );
  state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
  state = Math.imul(state ^ (state >>> 12), 0x297a2d39);
  return (state ^ (state >>> 15)) >>> 0;
}
