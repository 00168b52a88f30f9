import { NO_BYTES } from '../sketches/document-sample.ts';
import { seededOrder } from '../statistics/seeded-order.ts';
import { compressionRatio, compressionRatios } from '../text/compression-ratio.ts';
import type { Draw } from './equal-size-draws.ts';
import { amountOutsideGroups, equalSizeDraws } from './equal-size-draws.ts';
import type { Replicated } from './measure.ts';
import { sampleMeasure } from './measure.ts';
import type { SampledDocument } from './sampled-corpus.ts';
import { longTexts } from './sampled-corpus.ts';

/** How well a sample of fixed size can be compressed. */
export interface CompressionValue {
  /** Bytes at the beginning of each text that are taken, a line break with them. */
  readonly windowBytes: number;
  /** Bytes of the sample that is compressed: texts in the order of their hashes, the last one in part. */
  readonly sampleBytes: number;
  /** Bytes that are left when the largest part of the documents is left out. */
  readonly available: number;
  /** Whether there is text to compress. */
  readonly holdsText: boolean;
  /**
   * Bytes of text to a byte of its compressed form, the mean of several orders. Its interval says where another sample
   * of this size would lie; it comes from eight leave-one-out values, each without four replicate groups, in the order
   * of the hashes. Null where `available` is less than `sampleBytes`.
   */
  readonly ratio: Replicated | null;
  /** The ratios in the orders that lie furthest apart. */
  readonly lowest: number | null;
  readonly highest: number | null;
  readonly orders: number;
}

const WINDOW_BYTES = 500;
/** Some 130 windows. More would take more time, and small corpora would have no figure. */
const SAMPLE_BYTES = 2 ** 16;
const SEEDS = [1, 2, 3];
/** Compressing is dear, so four of the 32 replicate groups are left out at a time. */
const PARTS = 8;
/** Bytes of what stands after each text. */
const LINE_BREAK = 1;
/** The first two bits of a byte that goes on with a character of UTF-8. */
const CONTINUATION_MASK = 0xc0;
const CONTINUATION = 0x80;

export const compression = sampleMeasure({
  kind: 'sample',
  id: 'compression',
  version: 1,
  ofLongTexts: true,
  explanation: {
    measures: 'How well a sample of 65,536 bytes of text can be compressed.',
    formula:
      'Bytes / bytes compressed by Brotli, the mean of three seeded orders of the documents, with the lowest and the highest. The window sees the whole sample. Interval: a jackknife over eight parts of the documents.',
    reading: 'Higher repeats itself more. Prose stands near 2.4, licences near 6.',
    moves: 'Language, script and markup; a little the order of documents and the version of Brotli.',
    silence:
      'Where a profile holds no text; below 65,536 bytes outside the largest part: about 150 documents of 500 bytes are enough.',
    source: 'Shaib et al. 2024, arXiv:2403.00553; Alakuijala and Szabadka 2016, RFC 7932.',
  },
  snapshot(corpus): CompressionValue {
    const { documents } = longTexts(corpus);
    const windows = documents.map(windowOf);
    const offers = windows.map(({ length }, index) => ({
      group: (documents[index]?.group ?? 0) % PARTS,
      amount: length === 0 ? 0 : length + LINE_BREAK,
    }));
    const available = amountOutsideGroups(offers);
    const fixed = {
      windowBytes: WINDOW_BYTES,
      sampleBytes: SAMPLE_BYTES,
      available,
      holdsText: documents.every(({ entry }) => entry.text.hashes === undefined),
      orders: SEEDS.length,
    };
    const draws = equalSizeDraws(offers, SAMPLE_BYTES, PARTS);
    if (draws === null) return { ...fixed, ratio: null, lowest: null, highest: null };
    const texts = textsOf(windows, draws.all);
    const ratios = compressionRatios(
      texts,
      SEEDS.map((seed) => seededOrder(texts.length, seed)),
    );
    if (ratios === null) return { ...fixed, ratio: null, lowest: null, highest: null };
    const leaveOneOut = draws.leaveOneOut.map((draw) => {
      const others = draw === null ? [] : textsOf(windows, draw);
      return compressionRatio(others, [...others.keys()]);
    });
    return {
      ...fixed,
      ratio: { value: ratios.mean, leaveOneOut, documents: texts.length },
      lowest: ratios.lowest,
      highest: ratios.highest,
    };
  },
});

/** The beginning of a text, and no part of a character at its end. */
function windowOf({ entry }: SampledDocument): Uint8Array {
  return wholeCharacters(entry.text.beginning, WINDOW_BYTES - LINE_BREAK);
}

function textsOf(windows: readonly Uint8Array[], draw: Draw): string[] {
  return draw.map(({ document, amount }) => {
    const window = wholeCharacters(windows[document] ?? NO_BYTES, amount - LINE_BREAK);
    return Buffer.from(window).toString();
  });
}

/** At most so many bytes of UTF-8, cut where a character begins. */
function wholeCharacters(bytes: Uint8Array, most: number): Uint8Array {
  let end = Math.min(bytes.length, most);
  while (end > 0 && end < bytes.length && ((bytes[end] ?? 0) & CONTINUATION_MASK) === CONTINUATION) end -= 1;
  return bytes.subarray(0, end);
}
