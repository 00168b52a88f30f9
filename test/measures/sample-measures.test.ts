import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthDistance } from '../../src/statistics/grouped-lengths.ts';
import { valuesOfTexts } from '../support/profiles.ts';

describe('rhythm', () => {
  it('is the spread of sentence lengths over their mean', () => {
    const { rhythm } = valuesOfTexts(['One. One two three.', 'One two. One two three four five six.']);
    // Lengths 1, 3, 2, 6: mean 3, variance (4 + 0 + 1 + 9) / 3.
    expect(rhythm.sentences).toBe(4);
    expect(rhythm.meanLength?.value).toBe(3);
    expect(rhythm.variation?.value).toBeCloseTo(Math.sqrt(14 / 3) / 3, 12);
  });

  it('is absent where there is nothing to compare', () => {
    expect(valuesOfTexts([]).rhythm).toMatchObject({
      windowWords: 150,
      sentences: 0,
      meanLength: null,
      variation: null,
      autocorrelation: null,
      documentVariation: null,
    });
    expect(valuesOfTexts([]).rhythm.sentenceLengths.rows).toEqual([]);
    expect(valuesOfTexts(['...']).rhythm).toEqual({
      ...valuesOfTexts([]).rhythm,
      documentLengths: valuesOfTexts(['...']).rhythm.documentLengths,
    });
    expect(valuesOfTexts(['One sentence.']).rhythm.variation).toBeNull();
  });

  it('has the autocorrelation of neighbours in a document, of all documents together', () => {
    const { rhythm } = valuesOfTexts([
      'One. One two three. One.',
      'One two. One two three four five.',
      'One two.',
    ]);
    // Lengths 1 3 1, 2 5 and 2: mean 14 / 6. In thirds the distances are -4 2 -4, -1 8 and -1, of which the pairs
    // have products -8 - 8 - 8 and half sums of squares 10 + 10 + 32.5.
    expect(rhythm.autocorrelation?.value).toBeCloseTo(-24 / 52.5, 12);
    expect(rhythm.autocorrelation?.documents).toBe(2);
    expect(rhythm.autocorrelation?.leaveOneOut).toHaveLength(32);
  });

  it('has the autocorrelation that the documents outside a group have', () => {
    const texts = ['One. One two three. One.', 'One two. One two three four five. Six.', 'A b c. D e f g h.'];
    const { rhythm } = valuesOfTexts(texts);
    const others = texts.map(
      (_, left) =>
        valuesOfTexts(texts.filter((_text, index) => index !== left)).rhythm.autocorrelation?.value,
    );
    const groups = rhythm.autocorrelation?.leaveOneOut.filter((value) => value !== null) ?? [];
    expect(groups).toHaveLength(texts.length);
    for (const other of others)
      expect(groups.some((value) => Math.abs(value - (other ?? 9)) < 1e-12)).toBe(true);
  });

  it('has no autocorrelation where no document has two sentences, or all are of a length', () => {
    expect(valuesOfTexts(['One.', 'One two.']).rhythm.autocorrelation).toBeNull();
    expect(valuesOfTexts(['A b. C d.', 'E f. G h. I j.']).rhythm.autocorrelation).toBeNull();
  });

  it('has the spread of the lengths of whole documents', () => {
    const texts = [1, 2, 3, 6].map((words) =>
      Array.from({ length: words }, (_, index) => `w${words}of${index}`).join(' '),
    );
    expect(valuesOfTexts(texts).rhythm.documentVariation?.value).toBeCloseTo(Math.sqrt(14 / 3) / 3, 12);
    expect(valuesOfTexts(['a b', 'c d']).rhythm.documentVariation?.value).toBe(0);
    expect(valuesOfTexts(['a b']).rhythm.documentVariation).toBeNull();
    expect(valuesOfTexts(['...', '!']).rhythm.documentVariation).toBeNull();
  });
});

describe('the lengths that rhythm keeps', () => {
  it('are those of sentences and of whole documents, by replicate group', () => {
    const texts = [
      'One. One two three.',
      'One two. One two three four five six.',
      'constructor '.repeat(3000),
    ];
    const { sentenceLengths, documentLengths } = valuesOfTexts(texts).rhythm;
    const totals = ({ rows }: typeof sentenceLengths) =>
      rows.map(({ length, counts }) => [length, counts.reduce((sum, own) => sum + own, 0)]);
    // A sentence counts 150 words at most, in a class of 4; the last document has 3,000, in one of 64.
    expect(totals(sentenceLengths)).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
      [6, 1],
      [149.5, 1],
    ]);
    expect(totals(documentLengths)).toEqual([
      [4, 1],
      [8, 1],
      [2975.5, 1],
    ]);
    expect(documentLengths.rows.map(({ counts }) => counts.length)).toEqual([32, 32, 32]);
  });

  it('tell how far two corpora lie apart', () => {
    const [first, second] = ['A. A b c.', 'A b. A b c d e.'].map((text) => valuesOfTexts([text]).rhythm);
    if (first === undefined || second === undefined) throw new Error('there are two');
    expect(lengthDistance(first.sentenceLengths, second.sentenceLengths)?.value).toBeCloseTo(1.5, 12);
  });
});
/** What a text says most often. */
function repeatedIn(text: string): string | undefined {
  return valuesOfTexts([text]).repetition.worst[0]?.quote;
}

describe('repetition', () => {
  it('is the share of 4-grams that stood in the same document before', () => {
    const { repetition } = valuesOfTexts(['a b c d a b c d', 'a b c d e f g h']);
    // Five 4-grams in each; the first repeats one of its own, and what another document has does not count.
    expect(repetition.share?.value).toBeCloseTo(1 / 10, 12);
    expect(repetition.repetitiveDocuments).toBe(1);
    expect(repetition.worst[0]).toMatchObject({ share: 0.2, quote: 'a b c d', count: 2 });
  });

  it('quotes all that comes back, and one round of a loop', () => {
    expect(repeatedIn('one a b c d e f two a b c d e f three')).toBe('a b c d e f');
    expect(repeatedIn(`so ${'la di da, '.repeat(9)}and out`)).toBe('la di da');
    expect(repeatedIn('no '.repeat(40))).toBe('no');
  });

  it('is absent without a 4-gram', () => {
    for (const texts of [[], ['a b c'], ['a', 'b c']])
      expect(valuesOfTexts(texts).repetition).toMatchObject({
        share: null,
        meanShare: null,
        repetitiveDocuments: 0,
        worst: [],
      });
    const rows = valuesOfTexts(['a b']).repetition.byN.map(({ n, meanShare }) => [n, meanShare?.value]);
    expect(rows).toEqual([
      [1, 0],
      [2, 0],
      [3, undefined],
      [4, undefined],
    ]);
  });

  it('has the mean of the shares of documents, in which each counts alike', () => {
    // 4 of 5 4-grams stood before, none of 1, and one without any does not count.
    const { repetition } = valuesOfTexts(['a a a a a a a a', 'a b c d', 'a b c']);
    expect(repetition.share?.value).toBeCloseTo(4 / 6, 12);
    expect(repetition.meanShare?.value).toBeCloseTo(2 / 5, 12);
    expect(repetition.meanShare?.documents).toBe(2);
  });
});

describe('rep-n', () => {
  it('is one less the share of different n-grams of each document, for one to four words', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.array(fc.constantFrom('a', 'b', 'constructor'), { maxLength: 12 }), {
          maxLength: 6,
          selector: String,
        }),
        (texts) => {
          for (const { n, meanShare } of valuesOfTexts(texts.map((words) => words.join(' '))).repetition
            .byN) {
            const shares = texts.flatMap((words) => {
              const grams = words.slice(n - 1).map((_, start) => words.slice(start, start + n).join(' '));
              return grams.length === 0 ? [] : [1 - new Set(grams).size / grams.length];
            });
            const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
            if (shares.length === 0) expect(meanShare).toBeNull();
            else expect(meanShare?.value).toBeCloseTo(mean, 12);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('copied texts', () => {
  it('quotes the texts that several documents have, most copied first', () => {
    const texts = ['once', 'twice it is', 'twice it is', 'thrice', 'thrice', ' thrice '];
    expect(
      valuesOfTexts(texts)['copied-texts'].texts.map(({ quote, documents }) => [quote.trim(), documents]),
    ).toEqual([
      ['thrice', 3],
      ['twice it is', 2],
    ]);
  });
});
