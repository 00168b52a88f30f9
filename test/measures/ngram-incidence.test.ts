import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FoundIncidence } from '../../src/measures/ngram-incidence.ts';
import { ngramIncidence } from '../../src/measures/ngram-incidence.ts';
import type { GroupedWords } from '../../src/measures/window-ngrams.ts';
import { hashWord } from '../../src/text/hash.ts';

/** Documents of few different words, so that many n-grams recur, some too short for any. */
const documents: fc.Arbitrary<readonly GroupedWords[]> = fc
  .array(fc.array(fc.constantFrom('a', 'b', 'constructor', '__proto__', 'é'), { maxLength: 14 }), {
    maxLength: 8,
  })
  .map((texts) => texts.map((words, index) => groupedWords(words, index)));

function groupedWords(words: readonly string[], group: number): GroupedWords {
  const hashes = words.map((word) => hashWord(word));
  return {
    high: Uint32Array.from(hashes, ({ high }) => high),
    low: Uint32Array.from(hashes, ({ low }) => low),
    group,
  };
}

/** What an incidence says, whatever the numbers of its n-grams. */
function meaningOf(incidence: FoundIncidence, count: number): unknown {
  const { frequencies, sizes, groups, recurrences } = incidence;
  const described = Array.from({ length: count }, (_, document) =>
    [...incidence.gramsOf(document)].map((gram, index) => ({
      place: incidence.placesOf(document)[index],
      documents: frequencies[gram],
      others: Array.from({ length: count }, (_other, other) => incidence.gramsOf(other).indexOf(gram)),
    })),
  );
  return { described, sizes, groups, types: frequencies.length, recurrences: [...recurrences] };
}

describe('the incidence of n-grams', () => {
  it('is the same with and without what is known of shorter ones', () => {
    fc.assert(
      fc.property(documents, fc.integer({ min: 1, max: 12 }), (texts, windowWords) => {
        let shorter = ngramIncidence(texts, 1, windowWords).recurrences;
        for (const n of [2, 3, 4, 5]) {
          const [plain, pruned] = [null, shorter].map((known) =>
            ngramIncidence(texts, n, windowWords, known),
          );
          if (plain === undefined || pruned === undefined) throw new Error('unreachable');
          expect(meaningOf(pruned, texts.length)).toEqual(meaningOf(plain, texts.length));
          shorter = pruned.recurrences;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('knows what recurs, in one document or in two', () => {
    const texts = [groupedWords(['a', 'b', 'a', 'b', 'c'], 0), groupedWords(['b', 'c', 'd'], 1)];
    const incidence = ngramIncidence(texts, 2, 150);
    const { recurrences, frequencies, sizes } = incidence;
    expect([...recurrences]).toEqual([1, 0, 1, 1, 1, 0]);
    expect([...frequencies]).toEqual([2]);
    expect(sizes).toEqual([3, 2]);
    expect(
      [0, 1].map((document) => [[...incidence.gramsOf(document)], [...incidence.placesOf(document)]]),
    ).toEqual([
      [[0], [3]],
      [[0], [0]],
    ]);
  });
});
