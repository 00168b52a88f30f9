import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { outline, read } from './reading.ts';

const sentences: readonly (readonly [encoding: string, text: string])[] = [
  ['windows-1252', 'Das ist für Bücher und Straße schön, “très” joli à côté de l’église.'],
  ['Shift_JIS', 'これは日本語の文章です。とても良い天気ですね。'],
  ['EUC-JP', 'これは日本語の文章です。とても良い天気ですね。'],
  ['GB18030', '这是一个中文句子。今天天气很好，我们去公园。'],
  ['Big5', '這是一個中文句子。今天天氣很好，我們去公園。'],
  ['EUC-KR', '이것은 한국어 문장입니다. 오늘 날씨가 좋네요.'],
  ['KOI8-R', 'Это предложение на русском языке, и погода хорошая.'],
  ['windows-1251', 'Это предложение на русском языке, и погода хорошая.'],
];

describe('encoding', () => {
  it.each(sentences)('%s is detected', async (encoding, text) => {
    expect(outline(await read(iconv.encode(text, encoding), { uri: 'a.txt' }))).toEqual([text]);
  });

  it.each(['utf-16le', 'utf-16be', 'utf-32le', 'utf-8'])(
    '%s with a byte order mark is read in any format',
    async (encoding) => {
      const lines = '{"text":"Ünï 😀"}\n{"text":"zwei"}\n';
      expect(outline(await read(iconv.encode(lines, encoding, { addBOM: true })))).toEqual([
        'Ünï 😀',
        'zwei',
      ]);
      const rows = 'id,text\n1,Ünï 😀\n';
      expect(outline(await read(iconv.encode(rows, encoding, { addBOM: true }), { uri: 'a.csv' }))).toEqual([
        'Ünï 😀',
      ]);
    },
  );

  it.each(['utf-16le', 'utf-16be'])('%s without a mark is told by its NUL bytes', async (encoding) => {
    const files = [
      ['a.txt', 'Grüße – and words'],
      ['a.jsonl', '{"text":"Grüße – and words"}\n'],
      ['a.csv', 'id,text\n1,Grüße – and words\n'],
    ] as const;
    for (const [uri, text] of files)
      expect(outline(await read(iconv.encode(text, encoding), { uri }))).toEqual(['Grüße – and words']);
  });

  it('takes other bytes with many a NUL for what they are', async () => {
    expect(outline(await read(new Uint8Array(64), { uri: 'a.txt' }))).toEqual(['FORMAT_UNKNOWN']);
  });

  it('counts half surrogate pairs and an odd byte in UTF-16', async () => {
    const bytes = Buffer.concat([
      Buffer.from('\uFEFFone\ntwo \uD800 three \uFFFD', 'utf16le'),
      Buffer.from([0x41]),
    ]);
    const items = await read(bytes, { uri: 'a.txt' });
    expect(outline(items)).toEqual(['one\ntwo \uFFFD three \uFFFD\uFFFD', 'ENCODING_INVALID']);
    expect(items[1]).toMatchObject({ problem: { line: 2, message: expect.stringContaining('2 places') } });
    const single = await read(Buffer.from('\uFEFFone \uD800 two', 'utf16le'), { uri: 'a.txt' });
    expect(single[1]).toMatchObject({
      problem: { line: 1, message: expect.stringMatching(/^1 place is not valid utf-16le, on this line$/u) },
    });
  });

  it('takes UTF-8 with a few broken bytes for UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Ünïcödé wörds '),
      Buffer.from([0xff, 0x20]),
      Buffer.from('möre'),
    ]);
    expect(outline(await read(bytes, { uri: 'a.txt' }))).toEqual([
      'ENCODING_INVALID',
      'Ünïcödé wörds \uFFFD möre',
    ]);
  });

  it('knows UTF-8 whose sample ends inside a character', async () => {
    const text = `a${'€'.repeat(40_000)}`;
    expect(outline(await read(text, { uri: 'a.txt' }))).toEqual([text]);
  });

  it('counts what a legacy encoding has no character for', async () => {
    const bytes = Buffer.concat([
      iconv.encode('Das ist für Bücher und Straße schön, très joli à côté ', 'windows-1252'),
      Buffer.from([0x81]),
    ]);
    expect(outline(await read(bytes, { uri: 'a.txt' })).at(-1)).toBe('ENCODING_INVALID');
  });
});
