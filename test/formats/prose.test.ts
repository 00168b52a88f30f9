import { describe, expect, it } from 'vitest';
import { outline, read } from './reading.ts';

describe('text', () => {
  const text = 'First line,\r\nsecond line.\r\n \t\r\n\r\nSecond paragraph.\n';

  it('is one document, or one a line, or one a paragraph', async () => {
    expect(await read(text, { format: 'text' })).toEqual([{ kind: 'document', document: { text } }]);
    expect(await read(text, { format: 'text', split: 'line' })).toEqual([
      { kind: 'document', document: { text: 'First line,' }, line: 1 },
      { kind: 'document', document: { text: 'second line.' }, line: 2 },
      { kind: 'document', document: { text: 'Second paragraph.' }, line: 5 },
    ]);
    expect(await read(text, { format: 'text', split: 'paragraph' })).toEqual([
      { kind: 'document', document: { text: 'First line,\nsecond line.' }, line: 1 },
      { kind: 'document', document: { text: 'Second paragraph.' }, line: 5 },
    ]);
  });

  it('is cut at the limit between two characters, and says so', async () => {
    const items = await read('ab€€€', { format: 'text', maximumTextBytes: 7 });
    expect(outline(items)).toEqual(['DOCUMENT_CUT', 'ab€']);
  });

  it('keeps the beginning of lines and paragraphs that are longer than the limit', async () => {
    const long = `a\n\n${'x'.repeat(30)}\n\nb\nc\n\n${'y\n'.repeat(10)}\nd`;
    const options = { format: 'text' as const, maximumRecordBytes: 10 };
    expect(outline(await read(long, { ...options, split: 'paragraph' }))).toEqual([
      'a',
      'DOCUMENT_CUT',
      'x'.repeat(10),
      'b\nc',
      'DOCUMENT_CUT',
      'y\n'.repeat(5),
      'd',
    ]);
    expect(outline(await read(`a\n€€${'x'.repeat(3)}€\nb`, { ...options, split: 'line' }))).toEqual([
      'a',
      'DOCUMENT_CUT',
      '€€xxx',
      'b',
    ]);
    expect(outline(await read(`${' '.repeat(11)}a`, { ...options, split: 'line' }))).toEqual([
      'RECORD_TOO_LONG',
    ]);
  });

  it('without a word is a problem', async () => {
    expect(outline(await read(' \n\n', { uri: 'a.txt' }))).toEqual(['TEXT_EMPTY']);
  });
});

const prose = async (markdown: string): Promise<string> => {
  const [item] = await read(markdown, { format: 'markdown' });
  return item?.kind === 'document' ? item.document.text : '';
};

describe('markdown', () => {
  it.each([
    ['# One *two* `three` #', 'One two three'],
    ['Title\n=====\n\nbody', 'Title\n\nbody'],
    ['a [link](http://x/(y) "t") b', 'a link b'],
    ['[![badge](b.svg)](http://x) word', 'badge word'],
    ['[text][ref] [alone] [^1]\n\n[ref]: http://x', 'text [alone]'],
    ['AT&amp;T &lt;b&gt; &#65;&#x42; &eacute; &nope; `&amp;` R&D', 'AT&T <b> AB é &nope; &amp; R&D'],
    ['so[^1] it[^note] is [^a-z]\n\n[^1]: The note.', 'so it is [^a-z]\n\nThe note.'],
    ['**bold** __bold__ _it_ ~~gone~~ snake_case 2 * 3', 'bold bold it gone snake_case 2 * 3'],
    ['`` a ` b `` and `c*d*e`', 'a ` b  and c*d*e'],
    ['unclosed ` tick and \\*stars\\*', 'unclosed ` tick and *stars*'],
    ['a\n\n```js\ncode\n```\nb\n~~~\n```\n~~~\nc', 'a\n\nb\n\nc'],
    ['a\n\n    code\n    code\n\nb', 'a\n\nb'],
    ['- a\n\n    still a\n- b', 'a\n\nstill a\nb'],
    ['a <!-- x\n\ny --> b', 'a\nb'],
    ['a <!-- never closed', 'a <!-- never closed'],
    ['a <b>bold</b> <https://x.y> 1 < 2', 'a bold https://x.y 1 < 2'],
    ['> quoted\n> words', 'quoted\nwords'],
    ['a | b\n--|--\nc | d', 'a  b\nc  d'],
    ['- [x] done\n1. one', 'done\none'],
    ['---\n\nA break, not front matter\n\n---', 'A break, not front matter'],
  ])('%j', async (markdown, expected) => {
    expect(await prose(markdown)).toBe(expected);
  });

  it('takes source, date and label from the front matter, of either kind', async () => {
    const yaml = '---\ndate: 2020-01-02\nsource: "s"\ntags: [a]\nlabel:\n  - b\n---\ntext';
    expect(await read(yaml, { uri: 'a.md' })).toEqual([
      { kind: 'document', document: { text: 'text', date: '2020-01-02', source: 's' } },
    ]);
    expect(await read("+++\nlabel = 'human'\n+++\ntext", { uri: 'a.md' })).toEqual([
      { kind: 'document', document: { text: 'text', label: 'human' } },
    ]);
  });

  it('is cut into paragraphs and lines that know their place', async () => {
    const items = await read('# A\n\nb\nc\n', { format: 'markdown', split: 'paragraph' });
    expect(items.map((item) => item.kind === 'document' && [item.document.text, item.line])).toEqual([
      ['A', 1],
      ['b\nc', 3],
    ]);
    const lines = await read('# A\n\nb\nc\n', { format: 'markdown', split: 'line' });
    expect(lines.map((item) => item.kind === 'document' && item.line)).toEqual([1, 3, 4]);
  });

  it('with nothing but code is a problem', async () => {
    expect(outline(await read('```\ncode\n```\n', { format: 'markdown' }))).toEqual(['TEXT_EMPTY']);
  });

  const hostile = [
    '`',
    '[',
    '[](',
    '](',
    '<a ',
    '*a',
    '~',
    '`a``b```c',
    '<!--',
    '\n- ',
    '] [',
    '#',
    '\\',
    '> ',
    '![',
    '|',
    '[a](b',
    '---\n',
  ];
  it.each(hostile)(
    'takes linear time on a million characters of %j',
    async (piece) => {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
      const options = { format: 'markdown' as const, maximumRecordBytes: 10_000_000 };
      expect((await read(`${text}\``, options)).length).toBeGreaterThan(0);
    },
    3_000,
  );
});
