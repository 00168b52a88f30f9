import fc from 'fast-check';

const AWKWARD = [
  ...Array.from('aBzéßİΣσǅﬁ01٣_\'".:,;!? \n\r\t'),
  ...Array.from('\u0301\u0323\u00ad\u200d\u200c\u200b\ufe0f\u2028\u0085\u00a0'),
  ...Array.from('’·״א׳カーｶﾞ한글중文東人々のをไทยก็ກຂស្ရမြ'),
  ...Array.from('\u1112\u1161\u11ab👩👧🇩ℹⓂ❤½²𝒜𐐀𠮷\ufb01\u0e33\u0e49\uf900'),
  ...Array.from('\u212b\u2126\u0344\uff9e\u{1f3fb}\u{e0100}\u1e9e'),
  '\ud800',
  '\udc00',
];

/** Texts of characters that the rules care about. */
const awkwardText: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...AWKWARD), { maxLength: 40 })
  .map((parts) => parts.join(''));

/** Texts of any code points, lone surrogates included. */
const anyText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0, max: 0x10ffff })), {
    maxLength: 40,
  })
  .map((codePoints) => codePoints.map((codePoint) => String.fromCodePoint(codePoint)).join(''));

export const someText: fc.Arbitrary<string> = fc.oneof(awkwardText, anyText, fc.string({ maxLength: 60 }));
