import { brotliCompressSync, constants } from 'node:zlib';

/** Bits of the largest window of plain Brotli, which is 16 MiB less 16 bytes. */
const PLAIN_WINDOW_BITS = 24;
const SMALLEST_WINDOW_BITS = 10;
/** Bits of the largest window of the variant "large window", which is 1 GiB less 16 bytes. */
const LARGE_WINDOW_BITS = 30;
const WINDOW_MARGIN = 16;
/** Of 11: 6 MB of prose take about half a second, and higher qualities gain little for much time. */
const QUALITY = 7;

/**
 * How many bytes of text stand for one byte of its compressed form; the more a corpus repeats itself, near or far,
 * the higher. Usual prose has 2.5 to 3.5. Null if the texts are empty.
 *
 * The texts are joined by line breaks, in the order of their indices in `order`, and compressed with Brotli. The window
 * is as large as the whole, up to 1 GiB, so that a copy at the far end of the sample is seen, unlike by gzip, which
 * looks back 32 kB. Copies of a few words may still be missed when megabytes lie between them.
 * The ratio grows with the size of the sample and changes a little with the order and the version of Brotli: compare
 * samples of equal size, in several orders, made by the same program.
 *
 * Throws a RangeError for an index without a text.
 *
 * Shaib, Barrow, Sun, Siu, Wallace and Nenkova 2024, "Standardizing the measurement of text diversity".
 */
export function compressionRatio(texts: readonly string[], order: ArrayLike<number>): number | null {
  const bytes = Buffer.from(Array.from(order, (index) => textAt(texts, index)).join('\n'));
  return bytes.length === 0 ? null : bytes.length / compressedSize(bytes);
}

/** Compression ratios of the same texts in several orders. */
export interface CompressionRatios {
  readonly mean: number;
  readonly lowest: number;
  readonly highest: number;
}

/**
 * The mean of the compression ratios of texts in several orders, and how far they lie apart.
 * Null if the texts are empty or there is no order. Throws a RangeError for an index without a text.
 */
export function compressionRatios(
  texts: readonly string[],
  orders: readonly ArrayLike<number>[],
): CompressionRatios | null {
  const ratios = orders.map((order) => compressionRatio(texts, order)).filter((ratio) => ratio !== null);
  if (ratios.length === 0) return null;
  const sum = ratios.reduce((total, ratio) => total + ratio, 0);
  return { mean: sum / ratios.length, lowest: Math.min(...ratios), highest: Math.max(...ratios) };
}

function textAt(texts: readonly string[], index: number): string {
  const text = texts[index];
  if (text === undefined) throw new RangeError('an order holds indices of texts');
  return text;
}

function compressedSize(bytes: Buffer): number {
  const neededBits = Math.ceil(Math.log2(bytes.length + WINDOW_MARGIN));
  const plain = neededBits <= PLAIN_WINDOW_BITS;
  const windowBits = plain
    ? Math.max(SMALLEST_WINDOW_BITS, neededBits)
    : Math.min(LARGE_WINDOW_BITS, neededBits);
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: QUALITY,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: Math.min(bytes.length, 2 ** 30),
      [constants.BROTLI_PARAM_LARGE_WINDOW]: plain ? 0 : 1,
      [constants.BROTLI_PARAM_LGWIN]: windowBits,
    },
  }).length;
}
