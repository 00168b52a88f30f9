import { describe, expect, it } from 'vitest';
import type { AlignedText } from '../../src/measures/template-evidence.ts';
import { beyondChance, slotsOf } from '../../src/measures/template-evidence.ts';
import { createAligner } from '../../src/statistics/common-subsequence.ts';

const TYPES = 1000;

function aligned(frame: readonly number[], texts: readonly (readonly number[])[]): readonly AlignedText[] {
  const aligner = createAligner(TYPES);
  aligner.setReference(Uint32Array.from(frame));
  return texts.map((text) => {
    const window = Uint32Array.from(text);
    return { window, common: aligner.commonPlaces(window) };
  });
}

/** Words that stand nowhere else. */
function other(text: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => 100 + text * 40 + index);
}

/** So many texts that have the word 1 among others. */
function holding(count: number): readonly (readonly number[])[] {
  return Array.from({ length: count }, (_, text) => [...other(text, 10), 1, ...other(text, 10)]);
}

describe('beyondChance', () => {
  it('keeps a word that stands nowhere but in the frame, and drops one that stands everywhere', () => {
    const [rare, common] = [1, 2];
    const texts = Array.from({ length: 8 }, (_, text) => [
      rare,
      ...other(text, 5),
      common,
      ...other(text + 8, 5),
      common,
      common,
    ]);
    const frame = [rare, common];
    expect(beyondChance(Uint32Array.from(frame), aligned(frame, texts))).toEqual([0]);
  });

  it('keeps common words that stand together', () => {
    const run = [2, 3, 2, 3];
    const texts = Array.from({ length: 8 }, (_, text) => [
      ...other(text, 6),
      ...run,
      ...other(text + 8, 6),
      2,
      ...other(text + 16, 3),
      3,
    ]);
    expect(beyondChance(Uint32Array.from(run), aligned(run, texts))).toEqual([0, 1, 2, 3]);
  });

  it('asks more of a word that few texts have', () => {
    expect(beyondChance(Uint32Array.of(1), aligned([1], holding(2)))).toEqual([]);
    expect(beyondChance(Uint32Array.of(1), aligned([1], holding(20)))).toEqual([0]);
  });
});

describe('slotsOf', () => {
  it('are the gaps in which a tenth of the texts or more have words', () => {
    const frame = [1, 2, 3];
    expect(slotsOf(3, aligned(frame, [frame, frame]))).toEqual([false, false, false, false]);
    const nine = Array.from({ length: 9 }, () => frame);
    expect(slotsOf(3, aligned(frame, [...nine, [1, 9, 2, 3, 9]]))).toEqual([false, true, false, true]);
    expect(slotsOf(3, aligned(frame, [...nine, frame, frame, [9, 1, 2, 3]]))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('are not told by a text that lacks a word beside the gap', () => {
    const frame = [1, 2, 3];
    expect(slotsOf(3, aligned(frame, [frame, [1, 9, 9, 3]]))).toEqual([false, false, false, false]);
  });
});
