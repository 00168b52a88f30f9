import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addText,
  compareTexts,
  copyText,
  createKeyTexts,
  dropText,
  textAt,
} from '../../src/sketches/key-texts.ts';

const someText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.constantFrom('', 'constructor', '__proto__', 'é', '𝄞'.repeat(150), 'a'.repeat(199) + '𝄞'),
);

/** The first 200 units without half a pair. */
function kept(text: string): string {
  const cut = text.slice(0, 200);
  return text.length > 200 && !cut.isWellFormed() ? cut.slice(0, -1) : cut;
}

describe('key texts', () => {
  it('are given back cut at 200 units, also after copying', () => {
    fc.assert(
      fc.property(fc.array(someText, { maxLength: 60 }), (all) => {
        const texts = createKeyTexts(8);
        const places = all.map((text) => addText(texts, text));
        const copies = createKeyTexts(1);
        const copied = places.map((place) => copyText(copies, texts, place));
        expect(places.map((place) => textAt(texts, place))).toEqual(all.map(kept));
        expect(copied.map((place) => textAt(copies, place))).toEqual(all.map(kept));
      }),
    );
  });

  it('are in the order of their bytes', () => {
    fc.assert(
      fc.property(someText, someText, (a, b) => {
        const texts = createKeyTexts();
        const others = createKeyTexts();
        const order = compareTexts(texts, addText(texts, a), others, addText(others, b));
        expect(Math.sign(order)).toBe(Buffer.compare(Buffer.from(kept(a)), Buffer.from(kept(b))));
      }),
    );
  });

  it('can be taken back', () => {
    const texts = createKeyTexts();
    const first = addText(texts, 'first');
    dropText(texts, addText(texts, 'second'));
    const third = addText(texts, 'third');
    expect([textAt(texts, first), textAt(texts, third)]).toEqual(['first', 'third']);
    expect(third).toBe(first + 2 + 'first'.length);
  });
});
