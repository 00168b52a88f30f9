import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReader, createWriter, writtenBytes } from '../../src/sketches/bytes.ts';
import type { SignatureSpec, TextSignatures } from '../../src/sketches/text-signatures.ts';
import {
  createTextSignatures,
  fewerSignatures,
  holdsAllTexts,
  mergeTextSignatures,
  offerSignature,
  signedTexts,
  TEXT_CELLS,
  trimTextSignatures,
} from '../../src/sketches/text-signatures.ts';
import { decodeTextSignatures, encodeTextSignatures } from '../../src/sketches/text-signatures-codec.ts';

interface Offer {
  readonly text: number;
  readonly id: string;
}

const SMALL: SignatureSpec = { capacity: 6 * TEXT_CELLS, perKey: 2, shingles: 3 };
const LARGE: SignatureSpec = { capacity: 2 ** 20, perKey: 2, shingles: 3 };

/** Texts of one key in threes, with hashes that are in another order than their numbers. */
function offer(signatures: TextSignatures, { text, id }: Offer): void {
  const hash = ((text * 2_654_435_761) % 2 ** 32).toString(16).padStart(16, '0');
  offerSignature(signatures, { hash, rank: Math.floor(text / 3) * 1000 }, (most) => ({
    id,
    source: '__proto__',
    date: '',
    shingles: Uint32Array.of(text, text + 1, text + 2, 2 ** 32 - 1).slice(0, most),
    complete: most > 3,
    words: 6,
  }));
}

function made(offers: readonly Offer[], spec = SMALL): TextSignatures {
  const signatures = createTextSignatures(spec);
  for (const one of offers) offer(signatures, one);
  return signatures;
}

function bytesOf(signatures: TextSignatures): string {
  const writer = createWriter();
  encodeTextSignatures(writer, signatures);
  return Buffer.from(writtenBytes(writer)).toString('base64');
}

const offers = fc.array(fc.record({ text: fc.nat(40), id: fc.constantFrom('a', 'b', 'constructor') }), {
  maxLength: 60,
});

describe('text signatures of texts of very different length', () => {
  const spec: SignatureSpec = { capacity: 20 * TEXT_CELLS, perKey: 2, shingles: 300 };
  const long = Uint32Array.from({ length: 300 }, (_, index) => index);

  function offerLong(signatures: TextSignatures, text: number): void {
    const hash = ((text * 2_654_435_761) % 2 ** 32).toString(16).padStart(16, '0');
    offerSignature(signatures, { hash, rank: (text % 9) * 1000 }, () => ({
      id: 'a',
      source: '',
      date: '',
      shingles: text % 2 === 0 ? long : long.slice(0, 1),
      complete: true,
      words: 6,
    }));
  }

  it('are the same for any order and trimmed at any moment, though short texts take the place of long ones', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(400), { minLength: 60, maxLength: 120 }),
        fc.nat(60),
        (texts, trimAt) => {
          const inOrder = createTextSignatures(spec);
          for (const [index, text] of texts.entries()) {
            offerLong(inOrder, text);
            if (index === trimAt) trimTextSignatures(inOrder);
          }
          const reversed = createTextSignatures(spec);
          for (const text of texts.toReversed()) offerLong(reversed, text);
          expect(bytesOf(inOrder)).toBe(bytesOf(reversed));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe.each([
  ['that hold all texts', LARGE],
  ['that overflow', SMALL],
])('text signatures %s', (_, spec) => {
  it('are the same for any order, and for the parts as for the whole', () => {
    fc.assert(
      fc.property(offers, offers, offers, (a, b, c) => {
        const whole = bytesOf(made([...a, ...b, ...c], spec));
        expect(bytesOf(made([...c, ...b, ...a].toReversed(), spec))).toBe(whole);
        const left = mergeTextSignatures(mergeTextSignatures(made(a, spec), made(b, spec)), made(c, spec));
        expect(bytesOf(left)).toBe(whole);
        const trimmed = made(b, spec);
        trimTextSignatures(trimmed);
        const right = mergeTextSignatures(made(c, spec), mergeTextSignatures(trimmed, made(a, spec)));
        expect(bytesOf(right)).toBe(whole);
      }),
    );
  });

  it('survive being written and read', () => {
    fc.assert(
      fc.property(offers, (texts) => {
        const written = bytesOf(made(texts, spec));
        const read = decodeTextSignatures(createReader(Buffer.from(written, 'base64')));
        expect(bytesOf(read)).toBe(written);
      }),
    );
  });
});

describe('text signatures', () => {
  it('of different capacities add up to what the smaller ones would have been', () => {
    fc.assert(
      fc.property(offers, offers, (a, b) => {
        const large = { capacity: 2 ** 20, perKey: 9, shingles: 4 };
        const whole = bytesOf(made([...a, ...b]));
        expect(bytesOf(mergeTextSignatures(made(a, large), made(b)))).toBe(whole);
        expect(bytesOf(mergeTextSignatures(made(b), made(a, large)))).toBe(whole);
      }),
    );
  });

  it('keep whole keys within the capacity, with the number of all their documents', () => {
    const texts = Array.from({ length: 120 }, (_, index) => ({ text: index % 60, id: 'a' }));
    const signatures = made(texts);
    trimTextSignatures(signatures);
    expect(holdsAllTexts(signatures)).toBe(false);
    expect(signatures.total).toBe(120);
    expect(signatures.cells).toBeLessThanOrEqual(SMALL.capacity);
    expect(signedTexts(signatures).map(({ count }) => count)).toEqual([2, 2, 2, 2]);
    expect([...signatures.groups].map(([rank, { documents }]) => [rank, documents])).toEqual([
      [0, 6],
      [1000, 6],
    ]);
  });

  it('hold one text a million times in one entry', () => {
    const signatures = createTextSignatures(SMALL);
    for (let index = 0; index < 1_000_000; index++) offer(signatures, { text: 7, id: 'a' });
    expect(signedTexts(signatures).map(({ count }) => count)).toEqual([1_000_000]);
    expect(holdsAllTexts(signatures)).toBe(true);
  });

  it('stay bounded where all texts have one key', () => {
    const signatures = createTextSignatures({ ...LARGE, capacity: 2 ** 12 });
    for (let index = 0; index < 20_000; index++)
      offerSignature(signatures, { hash: index.toString(16).padStart(16, '0'), rank: 5 }, () => ({
        id: 'a',
        source: '',
        date: '',
        shingles: Uint32Array.of(1, index + 2),
        complete: true,
        words: 4,
      }));
    trimTextSignatures(signatures);
    expect(signedTexts(signatures)).toHaveLength(LARGE.perKey);
    expect(signatures.groups.get(5)?.documents).toBe(20_000);
  });
});

describe('fewerSignatures', () => {
  const sixty = Array.from({ length: 60 }, (_, text) => ({ text, id: `d${text}` }));

  it('keeps those of the smallest ranks, and leaves the others as they were', () => {
    const signatures = made(sixty, { ...LARGE, capacity: 40 * TEXT_CELLS });
    trimTextSignatures(signatures);
    const before = bytesOf(signatures);
    const all = signedTexts(signatures).length;
    const fewer = fewerSignatures(signatures, 6);
    const kept = signedTexts(fewer);
    expect(kept.length).toBeGreaterThanOrEqual(6);
    expect(kept.length).toBeLessThan(all);
    const left = signedTexts(signatures).filter(({ hash }) => !kept.some((own) => own.hash === hash));
    expect(Math.max(...kept.map(({ rank }) => rank))).toBeLessThan(Math.min(...left.map(({ rank }) => rank)));
    expect(fewer.bound).toBe(Math.min(...left.map(({ rank }) => rank)));
    expect(bytesOf(signatures)).toBe(before);
  });

  it('keeps all while all texts are known', () => {
    const signatures = made(sixty, LARGE);
    expect(fewerSignatures(signatures, 1)).toBe(signatures);
  });
});
