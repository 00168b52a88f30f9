import { describe, expect, it } from 'vitest';
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
    expect(valuesOfTexts(['...']).rhythm).toEqual({ sentences: 0, meanLength: null, variation: null });
    expect(valuesOfTexts(['One sentence.']).rhythm.variation).toBeNull();
  });
});

describe('repetition', () => {
  it('is the share of 4-grams that stood in the same document before', () => {
    const { repetition } = valuesOfTexts(['a b c d a b c d', 'a b c d e f g h']);
    // Five 4-grams in each; the first repeats one of its own, and what another document has does not count.
    expect(repetition.share?.value).toBeCloseTo(1 / 10, 12);
    expect(repetition.repetitiveDocuments).toBe(1);
    expect(repetition.worst[0]).toMatchObject({ share: 0.2, quote: 'a b c d', count: 2 });
  });

  it('is absent without a 4-gram', () => {
    expect(valuesOfTexts(['a b c']).repetition).toEqual({ share: null, repetitiveDocuments: 0, worst: [] });
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
