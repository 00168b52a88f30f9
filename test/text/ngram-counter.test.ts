import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashWord } from '../../src/text/hash.ts';
import { createNgramCounter } from '../../src/text/ngram-counter.ts';

const texts = fc.array(
  fc.array(fc.constantFrom('a', 'b', 'c', 'constructor', '__proto__'), { maxLength: 40 }),
  {
    minLength: 1,
    maxLength: 6,
  },
);

describe('a counter of n-grams', () => {
  it('counts as a set of strings does, whatever it counted before', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 5 }), (documents, n) => {
        const count = createNgramCounter(40);
        for (const words of documents) {
          const hashes = words.map((word) => hashWord(word));
          const high = Uint32Array.from(hashes, (hash) => hash.high);
          const low = Uint32Array.from(hashes, (hash) => hash.low);
          const grams = words
            .map((_, index) => words.slice(index, index + n).join(' '))
            .slice(0, Math.max(0, words.length - n + 1));
          expect(count({ high, low, count: words.length }, n)).toEqual({
            total: grams.length,
            distinct: new Set(grams).size,
          });
        }
      }),
    );
  });
});
