import { describe, expect, it } from 'vitest';
import type { Replicated } from '../../src/measures/measure.ts';
import type { MeasureValues } from '../../src/measures/registry.ts';
import { withoutText } from '../../src/profile/profile.ts';
import { valuesOf } from '../../src/profile/values.ts';
import { excerptOf, sampledEntries } from '../../src/sketches/document-sample.ts';
import { jackknifeInterval } from '../../src/statistics/jackknife.ts';
import { seededOrder, splitMix64 } from '../../src/statistics/seeded-order.ts';
import { compressionRatios } from '../../src/text/compression-ratio.ts';
import { profileOf, valuesOfTexts } from '../support/profiles.ts';

const LN_20_000 = Math.log(20_000);

/** Documents of words that no other has. */
function newWords(documents: number, words: number, beginning = ''): string[] {
  return Array.from({ length: documents }, (_, document) =>
    [...beginning.split(' '), ...Array.from({ length: words }, (__, index) => `w${document}x${index}`)]
      .filter((word) => word !== '')
      .join(' '),
  );
}

/** Documents of invented words of unequal frequency, one of twelve subjects each. */
function inventedDocuments(documents: number, seed: bigint): string[] {
  const random = splitMix64(seed);
  const chance = (): number => Number(random.next().value % 1_000_000n) / 1_000_000;
  return Array.from({ length: documents }, () => {
    const subject = Math.floor(12 * chance());
    return Array.from({ length: 200 }, () => {
      const rank = Math.floor(20_000 ** chance());
      return rank % 7 === 0 ? `s${subject}r${rank}` : `r${rank}`;
    }).join(' ');
  });
}

function textsInOrder(texts: readonly string[]): string[] {
  const { sample } = profileOf(texts.map((text) => ({ text })));
  return sampledEntries(sample).map(({ text }) => excerptOf(text));
}

function ngramsOf(texts: readonly string[]): MeasureValues['equal-size-ngrams'] {
  return valuesOfTexts(texts)['equal-size-ngrams'];
}

function repetitionOf(texts: readonly string[]): MeasureValues['self-repetition'] {
  return valuesOfTexts(texts)['self-repetition'];
}

const INVENTED = inventedDocuments(600, 11n);
const OF_INVENTED = valuesOfTexts(INVENTED);

describe('n-grams at equal size', () => {
  it('are all different where every word occurs once, however large the corpus', () => {
    for (const documents of [150, 300]) {
      const { byN, score } = ngramsOf(newWords(documents, 150));
      for (const { distinctShare, entropy, adjusted } of byN) {
        expect(distinctShare?.value).toBe(1);
        expect(entropy?.value).toBeCloseTo(LN_20_000, 10);
        expect(adjusted?.value).toBeCloseTo(20_000 / (50_000 * (1 - (1 - 1 / 50_000) ** 20_000)), 10);
        expect(new Set(distinctShare?.leaveOneOut)).toEqual(new Set([1]));
      }
      expect(score?.value).toBe(4);
    }
  });

  it('are one in 20,000 where there is one word', () => {
    const { byN, score } = ngramsOf(
      Array.from({ length: 150 }, (_, more) => '__proto__ '.repeat(150 + more)),
    );
    for (const { distinctShare, entropy } of byN) {
      expect(distinctShare?.value).toBe(1 / 20_000);
      expect(entropy?.value).toBe(0);
    }
    expect(score?.value).toBeCloseTo(4 / 20_000, 12);
  });

  it('are counted inside documents, in the first 150 words, the last document in part', () => {
    const texts = newWords(150, 20).map((end) => `${'a b '.repeat(75)}${end}`);
    const { byN } = ngramsOf(texts);
    expect(byN.map(({ distinctShare }) => (distinctShare?.value ?? 0) * 20_000)).toEqual([2, 2, 2, 2, 2]);
    // 133 windows with as many of one as of the other, and 50 words of the next.
    expect(byN[0]?.entropy?.value).toBeCloseTo(Math.LN2, 12);
    expect(byN[0]?.distinctShare?.documents).toBe(134);
    // Of 149 pairs 75 are `a b`: 134 windows, and 34 pairs of the next.
    const share = (134 * 75 + 17) / 20_000;
    expect(byN[1]?.entropy?.value).toBeCloseTo(
      -share * Math.log(share) - (1 - share) * Math.log(1 - share),
      12,
    );
  });

  it('are absent where there are too few, with how many there are', () => {
    const { byN, score } = ngramsOf(newWords(130, 150));
    expect(score).toBeNull();
    for (const { n, available, distinctShare, adjusted, entropy } of byN) {
      expect([distinctShare, adjusted, entropy]).toEqual([null, null, null]);
      expect(available % (151 - n)).toBe(0);
      expect(available).toBeLessThan(130 * (151 - n));
      expect(available).toBeGreaterThan(110 * (151 - n));
    }
  });
});

describe('self-repetition', () => {
  it('is 0 where no two documents share four words', () => {
    const { repetition } = repetitionOf(newWords(140, 150, 'three words only'));
    expect(repetition?.value).toBe(0);
    expect(repetition?.documents).toBe(120);
  });

  it('is ln 120 where 120 documents share one run of four words, whatever the number of documents', () => {
    for (const documents of [150, 300]) {
      const { repetition } = repetitionOf(newWords(documents, 146, 'constructor __proto__ all alike'));
      expect(repetition?.value).toBeCloseTo(Math.log(120), 12);
      for (const other of repetition?.leaveOneOut ?? []) expect(other).toBeCloseTo(Math.log(120), 12);
    }
  });

  it('is that of the first 120 texts by hash, by the definition', () => {
    const sets = textsInOrder(INVENTED)
      .slice(0, 120)
      .map((text) => {
        const words = text.split(' ').slice(0, 150);
        return new Set(words.slice(3).map((_, index) => words.slice(index, index + 4).join(' ')));
      });
    const sum = sets.reduce((total, own) => {
      const others = [...own].map((gram) => sets.filter((set) => set.has(gram)).length - 1);
      return total + Math.log(1 + others.reduce((more, number) => more + number, 0));
    }, 0);
    expect(sum).toBeGreaterThan(0);
    expect(OF_INVENTED['self-repetition'].repetition?.value).toBeCloseTo(sum / 120, 12);
  });

  it('passes short documents over, and is absent where too few are long', () => {
    expect(repetitionOf(newWords(200, 149))).toMatchObject({ available: 0, repetition: null });
    const { available, repetition } = repetitionOf([...newWords(100, 150), ...newWords(100, 10, 'short')]);
    expect(repetition).toBeNull();
    expect(available).toBeGreaterThan(85);
    expect(available).toBeLessThan(100);
  });
});

describe('compression', () => {
  it('is that of 65,536 bytes of the first texts by hash, in three orders', () => {
    const texts = textsInOrder(INVENTED).map((text) => text.slice(0, 499));
    // 131 windows of 500 bytes, a line break with each, and 35 bytes with theirs.
    const sample = [...texts.slice(0, 131), texts[131]?.slice(0, 35) ?? ''];
    expect(Buffer.byteLength(sample.join('\n'))).toBe(2 ** 16 - 1);
    const expected = compressionRatios(
      sample,
      [1, 2, 3].map((seed) => seededOrder(sample.length, seed)),
    );
    const { ratio, lowest, highest } = OF_INVENTED.compression;
    expect({ mean: ratio?.value, lowest, highest }).toEqual(expected);
    expect(ratio?.leaveOneOut).toHaveLength(8);
    expect(new Set(ratio?.leaveOneOut).size).toBeGreaterThan(5);
  });

  it('is higher where documents say the same', () => {
    const alike = newWords(300, 2).map((name) => `${name} ${'and so it went on until the end '.repeat(20)}`);
    const [varied, same] = [INVENTED, alike].map(
      (texts) => valuesOfTexts(texts).compression.ratio?.value ?? 0,
    );
    expect(varied).toBeGreaterThan(1);
    expect(same).toBeGreaterThan(3 * (varied ?? 0));
  });

  it('takes whole characters of any length', () => {
    const texts = newWords(300, 1).map((name) => `x${'😀é語 '.repeat(80)}${name}`);
    const { ratio } = valuesOfTexts(texts).compression;
    expect(ratio?.value).toBeGreaterThan(10);
    expect(ratio?.leaveOneOut.every((other) => other !== null && Number.isFinite(other))).toBe(true);
  });

  it('is absent where there is too little text, and where there is none', () => {
    const absent = { ratio: null, lowest: null, highest: null };
    const few = valuesOfTexts(INVENTED.slice(0, 100)).compression;
    expect(few).toMatchObject({ ...absent, holdsText: true });
    expect(few.available).toBeLessThan(100 * 500);
    const hashed = valuesOf(withoutText(profileOf(INVENTED.map((text) => ({ text })))));
    expect(hashed.compression).toMatchObject({ ...absent, holdsText: false, available: 0 });
  });
});

function figuresOf(values: MeasureValues): readonly (Replicated | null)[] {
  return [
    ...values['equal-size-ngrams'].byN.flatMap((row) => [row.distinctShare, row.entropy]),
    values['equal-size-ngrams'].score,
    values['self-repetition'].repetition,
    values.compression.ratio,
    values['lexical-diversity'].movingAverageTtr,
    values['lexical-diversity'].textualLexicalDiversity,
    values['lexical-diversity'].yuleK,
  ];
}

describe('a corpus and its halves', () => {
  it.each([0, 1])('agree within their intervals: half %i', (half) => {
    const whole = figuresOf(OF_INVENTED);
    const part = figuresOf(valuesOfTexts(INVENTED.filter((_, index) => index % 2 === half)));
    for (const [index, one] of whole.entries()) {
      const other = part[index] ?? null;
      if (one === null || other === null) throw new Error('both are large enough');
      const [low, high] = jackknifeInterval(one) ?? [0, 0];
      const [otherLow, otherHigh] = jackknifeInterval(other) ?? [0, 0];
      expect(Math.max(low, otherLow)).toBeLessThanOrEqual(Math.min(high, otherHigh));
    }
  });
});
