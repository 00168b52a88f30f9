import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAligner } from '../../src/statistics/common-subsequence.ts';

/** By the table of all prefixes. */
function lengthByTable(a: readonly number[], b: readonly number[]): number {
  let row = b.map(() => 0);
  for (const one of a) {
    const next: number[] = [];
    for (const [index, other] of b.entries())
      next.push(one === other ? (row[index - 1] ?? 0) + 1 : Math.max(row[index] ?? 0, next[index - 1] ?? 0));
    row = next;
  }
  return row.at(-1) ?? 0;
}

const text = fc.array(fc.nat(6), { maxLength: 150 });

describe('createAligner', () => {
  it('finds the length that the table of all prefixes gives, forwards and backwards', () => {
    const aligner = createAligner(7);
    fc.assert(
      fc.property(text, text, (a, b) => {
        aligner.setReference(Uint32Array.from(a));
        expect(aligner.commonLength(Uint32Array.from(b))).toBe(lengthByTable(a, b));
        expect(aligner.reversedLength(Uint32Array.from(b))).toBe(lengthByTable(a, b.toReversed()));
      }),
    );
  });

  it('gives places of a common subsequence of that length', () => {
    const aligner = createAligner(7);
    fc.assert(
      fc.property(text, text, (a, b) => {
        aligner.setReference(Uint32Array.from(a));
        const { inReference, inText } = aligner.commonPlaces(Uint32Array.from(b));
        expect(inReference).toHaveLength(lengthByTable(a, b));
        for (const [index, place] of inReference.entries()) {
          expect(a[place]).toBe(b[inText[index] ?? -1]);
          if (index === 0) continue;
          expect(place).toBeGreaterThan(inReference[index - 1] ?? -1);
          expect(inText[index]).toBeGreaterThan(inText[index - 1] ?? -1);
        }
      }),
    );
  });

  it('has nothing in common with an empty text', () => {
    const aligner = createAligner(3);
    aligner.setReference(Uint32Array.of(0, 1, 2));
    expect(aligner.commonLength(new Uint32Array(0))).toBe(0);
    aligner.setReference(new Uint32Array(0));
    expect(aligner.commonPlaces(Uint32Array.of(0, 1)).inText).toHaveLength(0);
  });
});
