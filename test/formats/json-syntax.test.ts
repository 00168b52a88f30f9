import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BROKEN, CUT, isJson, valueEnd } from '../../src/formats/json-syntax.ts';
import { growthOf } from './growth.ts';

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const ANSWERS: readonly (readonly [string, boolean])[] = [
  ['{}', true],
  ['[]', true],
  [' \t\r\n{ "a" : [ 1 , -0.5e+10 , true , false , null , "\\u00e9\\"" ] } ', true],
  ['-0', true],
  ['0e1', true],
  ['"é\u2028"', true],
  ['', false],
  [' ', false],
  ['01', false],
  ['-', false],
  ['1.', false],
  ['.5', false],
  ['1e', false],
  ['+1', false],
  ['tru', false],
  ['truex', false],
  ['{"a"}', false],
  ['{"a":}', false],
  ['{"a":1,}', false],
  ['{a:1}', false],
  ["{'a':1}", false],
  ['[1,]', false],
  ['[,1]', false],
  ['[1 2]', false],
  ['[}', false],
  ['{]', false],
  ['{}}', false],
  ['{} {}', false],
  ['"a\nb"', false],
  ['"\\x"', false],
  ['"\\u12g4"', false],
  ['"a', false],
  ['\uFEFF{}', false],
  ['\u00a0{}', false],
  ['NaN', false],
];

const PIECES = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '"a"',
  '"a":',
  '\\',
  '\\u00',
  '1',
  '-',
  '0',
  '.',
  'e',
  ' ',
  '\n',
  'true',
  'null',
  '{}',
  '[]',
  '"\\ud83d"',
  'é',
  '\u0001',
];

describe('isJson', () => {
  it.each(ANSWERS)('says of %j: %s', (text, expected) => {
    expect(isJson(Buffer.from(text))).toBe(expected);
    expect(parses(text)).toBe(expected);
  });

  it('agrees with JSON.parse on what is nearly JSON', () => {
    const piece = fc.constantFrom(...PIECES);
    let valid = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        if (parses(text)) valid += 1;
        expect(isJson(Buffer.from(text))).toBe(parses(text));
      }),
      { seed: 3, numRuns: 20_000 },
    );
    expect(valid).toBeGreaterThan(100);
  });

  it('agrees with JSON.parse on JSON, and on JSON with one byte changed', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom(...'{}[],:"\\0-e. x'.split('')),
        (json, place, byte) => {
          const at = place % json.length;
          const changed = json.slice(0, at) + byte + json.slice(at + 1);
          expect(isJson(Buffer.from(json))).toBe(true);
          expect(isJson(Buffer.from(changed))).toBe(parses(changed));
        },
      ),
      { seed: 3, numRuns: 3_000 },
    );
  });

  it('takes a million brackets without a nested call', () => {
    const deep = '['.repeat(1_000_000) + ']'.repeat(1_000_000);
    expect(isJson(Buffer.from(deep))).toBe(true);
    expect(isJson(Buffer.from(deep.slice(1)))).toBe(false);
    expect(valueEnd(Buffer.from('{"a":'.repeat(1_000_000)), 0)).toBe(CUT);
    expect(valueEnd(Buffer.from(`${'['.repeat(1_000_000)}}`), 0)).toBe(BROKEN);
  });
});

describe('valueEnd', () => {
  it('calls every beginning of a value cut, but a number that may end there', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (json, place) => {
        const bytes = Buffer.from(json);
        const beginning = bytes.subarray(0, place % bytes.byteLength);
        const end = valueEnd(beginning, 0);
        expect(/^-?\d/u.test(json) && end >= 0 ? CUT : end).toBe(CUT);
        expect(valueEnd(bytes, 0)).toBe(bytes.byteLength);
      }),
      { seed: 9, numRuns: 2_000 },
    );
  });
});

describe('broken lines', () => {
  it.each(['{\n', '{a}\n', '{"a"}\n', '{"text":"\n', '[{},\n', 'x\n', '{}\n', '{"text":5}\n'])(
    'of %j take linear time',
    async (piece) => {
      const make = (size: number): string => piece.repeat(size / piece.length);
      expect(await growthOf(make, { format: 'jsonl' })).toBeLessThan(3);
    },
  );
});
