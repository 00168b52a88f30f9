import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectFields, wantedFields } from '../../src/formats/json-selection.ts';

function select(json: string | Buffer, paths: readonly string[], cuttable: readonly string[] = []): unknown {
  const selected = selectFields(Buffer.from(json), wantedFields(paths, cuttable));
  return 'json' in selected ? [selected.state, selected.json.toString()] : selected.state;
}

describe('selectFields', () => {
  it.each<readonly [string, readonly string[], unknown]>([
    ['{"a":1,"b":2,"c":3}', ['b'], ['whole', '{"b":2}']],
    ['{"a":1,"b":2,"c":3}', ['c', 'a'], ['whole', '{"a":1,"c":3}']],
    [' { "a" : "x\\"}" , "b" : [ {} ] } ', ['a'], ['whole', '{"a":"x\\"}"}']],
    ['{}', ['a'], ['whole', '{}']],
    ['{"a":[1,[2]],"b":{"c":1}}', ['a', 'b'], ['whole', '{"a":[],"b":{}}']],
    ['{"m":{"x":1,"d":2,"n":{"e":[3]}},"d":4}', ['m.d', 'm.n.e'], ['whole', '{"m":{"d":2,"n":{"e":[]}}}']],
    ['{"m.d":1,"m":{"d":2}}', ['m.d'], ['whole', '{"m.d":1,"m":{"d":2}}']],
    ['{"m":[{"d":1}]}', ['m.d'], ['whole', '{"m":[]}']],
    [
      '{"\\u0061":1,"__proto__":2,"constructor":3}',
      ['a', '__proto__'],
      ['whole', '{"\\u0061":1,"__proto__":2}'],
    ],
    ['[1,2]', ['a'], 'no-object'],
    ['"a"', ['a'], 'no-object'],
    ['7 ', ['a'], 'no-object'],
    ['[1,2', ['a'], 'broken'],
    ['{"a":1}}', ['a'], 'broken'],
    ['{"a":1 "b":2}', ['a'], 'broken'],
    ['{"a":1,}', ['a'], 'broken'],
    ['{"x":[1,],"a":1}', ['a'], 'broken'],
    ['', ['a'], 'broken'],
  ])('of %j with %j', (json, paths, expected) => {
    expect(select(json, paths)).toEqual(expected);
  });

  it.each<readonly [string, unknown]>([
    ['{"id":1,"text":"ab', ['cut', '{"id":1,"text":"ab"}']],
    ['{"text":"ab","id":"x', ['cut', '{"text":"ab"}']],
    ['{"text":"ab","id":12', ['cut', '{"text":"ab"}']],
    ['{"text":"ab","id":12,', ['cut', '{"text":"ab","id":12}']],
    ['{"id":1,"text":', ['cut', '{"id":1}']],
    ['{"id":1,"te', ['cut', '{"id":1}']],
    ['{"text":["a', ['cut', '{}']],
    ['{"m":{"x":1,"text":"ab', ['cut', '{"m":{"text":"ab"}}']],
    ['{"text":"ab\\', ['cut', '{"text":"ab"}']],
    ['{"text":"ab\\u00e', ['cut', '{"text":"ab"}']],
    ['{"text":"ab\\u00e9', ['cut', '{"text":"ab\\u00e9"}']],
    ['{"text":"ab\\ud83d', ['cut', '{"text":"ab"}']],
    ['{"text":"ab\\ud83d\\ude', ['cut', '{"text":"ab"}']],
    ['{"text":"ab\\ud83d\\ude00', ['cut', '{"text":"ab\\ud83d\\ude00"}']],
    ['{"text":"ab\\ud83dc', ['cut', '{"text":"ab\\ud83dc"}']],
    ['{"text":"ab\\\\ud83d', ['cut', '{"text":"ab\\\\ud83d"}']],
    ['{"text":"a\u0001', 'broken'],
    ['{"text":"a\\x', 'broken'],
  ])('of the beginning %j', (json, expected) => {
    expect(select(json, ['id'], ['text', 'm.text'])).toEqual(expected);
  });

  it('cuts between the bytes of no character', () => {
    const bytes = Buffer.from('{"text":"a😀');
    for (const [lost, text] of [
      [0, 'a😀'],
      [1, 'a'],
      [2, 'a'],
      [3, 'a'],
      [4, 'a'],
    ] as const)
      expect(select(bytes.subarray(0, bytes.byteLength - lost), [], ['text'])).toEqual([
        'cut',
        `{"text":"${text}"}`,
      ]);
  });

  it('gives the fields that JSON.parse gives', () => {
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.boolean(), fc.constant(null));
    const record = fc.dictionary(
      fc.constantFrom('a', 'b', 'é"\\', '__proto__', 'constructor', 'm'),
      fc.oneof(value, fc.dictionary(fc.constantFrom('a', 'é"\\'), value)),
    );
    fc.assert(
      fc.property(record, fc.constantFrom(undefined, 2), (object, indent) => {
        const wanted = wantedFields(['a', 'é"\\', '__proto__', 'm.a'], []);
        const selected = selectFields(Buffer.from(JSON.stringify(object, null, indent)), wanted);
        const found = 'json' in selected ? JSON.parse(selected.json.toString()) : {};
        expect(new Map(Object.entries(found))).toEqual(expectedOf(JSON.parse(JSON.stringify(object))));
      }),
      { seed: 4, numRuns: 1_000 },
    );
  });

  it('gives a beginning of the text and no broken JSON, wherever the record is cut', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        fc.string({ unit: 'binary' }),
        (text, other) => {
          const escaped = text.replace(
            /[^a-z]/g,
            (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
          );
          for (const written of [JSON.stringify(text).slice(1, -1), escaped]) {
            const bytes = Buffer.from(`{"x":${JSON.stringify(other)},"text":"${written}","y":[1]}`);
            for (let length = 0; length < bytes.byteLength; length += 1) {
              const selected = selectFields(bytes.subarray(0, length), wantedFields([], ['text']));
              const found: unknown = 'json' in selected ? JSON.parse(selected.json.toString()) : {};
              const kept = (found as { readonly text?: string }).text ?? '';
              expect(text.startsWith(kept)).toBe(true);
              expect(Buffer.from(kept).toString()).toBe(kept);
            }
          }
        },
      ),
      { seed: 8, numRuns: 100 },
    );
  });
});

/** What is wanted of a record: values as they are, lists and objects emptied. */
function expectedOf(object: Readonly<Record<string, unknown>>): ReadonlyMap<string, unknown> {
  const expected = new Map<string, unknown>();
  for (const [name, value] of Object.entries(object)) {
    if (name === 'm') expected.set(name, isObject(value) ? onlyA(value) : value);
    else if (name !== 'b' && name !== 'constructor') expected.set(name, emptied(value));
  }
  return expected;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function onlyA(value: Readonly<Record<string, unknown>>): unknown {
  return Object.hasOwn(value, 'a') ? { a: value['a'] } : {};
}

function emptied(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? {} : value;
}
