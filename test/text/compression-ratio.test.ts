import { describe, expect, test } from 'vitest';
import { seededOrder, splitMix64 } from '../../src/statistics/seeded-order.ts';
import { compressionRatio, compressionRatios } from '../../src/text/compression-ratio.ts';

/** Invented words of unequal frequency, about `bytes` of them: a stand-in for prose that repeats only by chance. */
function inventedText(bytes: number, seed: bigint): string {
  const random = splitMix64(seed);
  const words: string[] = [];
  let length = 0;
  while (length < bytes) {
    const rank = Math.floor(20_000 ** (Number(random.next().value % 1_000_000n) / 1_000_000));
    const word = (rank * 7919).toString(26);
    words.push(word);
    length += word.length + 1;
  }
  return words.join(' ');
}

function ratioOf(...texts: string[]): number {
  return (
    compressionRatio(
      texts,
      texts.map((_, index) => index),
    ) ?? Number.NaN
  );
}

describe('compressionRatio', () => {
  test('doubles for a text that is there twice, far beyond the 32 kB of gzip', () => {
    const text = inventedText(365_000, 1n);
    expect(ratioOf(text, text) / ratioOf(text)).toBeGreaterThan(1.95);
    expect(ratioOf(text, text) / ratioOf(text)).toBeLessThan(2.05);
  });

  test('sees a copy with megabytes between', () => {
    const [text, other] = [inventedText(100_000, 1n), inventedText(3_000_000, 2n)];
    const bytes = text.length + other.length;
    const withCopy = (bytes + text.length) / ratioOf(text, other, text);
    const without = bytes / ratioOf(text, other);
    // The copy costs a few hundred bytes where the text itself costs tens of thousands.
    expect(withCopy - without).toBeLessThan(0.05 * (text.length / ratioOf(text)));
  });

  test('counts bytes of UTF-8 and the line breaks between texts', () => {
    // Brotli stores what is this short as it is, with a few bytes around it.
    const size = 5 / ratioOf('é', 'é');
    expect(Number.isInteger(size)).toBe(true);
    expect(size).toBeGreaterThanOrEqual(5);
  });

  test('takes the texts in the order given, and the same text as often as it is named', () => {
    const texts = ['one two three', 'four five six', 'seven eight nine'];
    expect(compressionRatio(texts, [2, 0])).toBe(ratioOf('seven eight nine', 'one two three'));
    expect(compressionRatio(texts, Uint32Array.of(1, 1))).toBe(ratioOf('four five six', 'four five six'));
  });

  test('is finite for a lone surrogate, and absent without text', () => {
    expect(Number.isFinite(ratioOf('\ud800'))).toBe(true);
    expect(compressionRatio([], [])).toBeNull();
    expect(compressionRatio([''], [0])).toBeNull();
    expect(compressionRatio(['a'], [])).toBeNull();
  });

  test('refuses an index without a text', () => {
    expect(() => compressionRatio(['a'], [1])).toThrow(RangeError);
  });
});

describe('compressionRatios', () => {
  test('has the mean and the ends of the ratios by order', () => {
    const texts = Array.from({ length: 30 }, (_, index) => inventedText(1000, BigInt(index % 20)));
    const orders = [1, 2, 3].map((seed) => seededOrder(texts.length, seed));
    const ratios = orders.map((order) => compressionRatio(texts, order) ?? Number.NaN);
    const all = compressionRatios(texts, orders);
    expect(all?.mean).toBeCloseTo(ratios.reduce((sum, ratio) => sum + ratio, 0) / 3, 12);
    expect(all?.lowest).toBe(Math.min(...ratios));
    expect(all?.highest).toBe(Math.max(...ratios));
    expect((all?.highest ?? 0) / (all?.lowest ?? 1)).toBeLessThan(1.05);
  });

  test('are absent without an order or a text', () => {
    expect(compressionRatios(['a'], [])).toBeNull();
    expect(compressionRatios([''], [[0]])).toBeNull();
  });
});
