import { isUtf8 } from 'node:buffer';
import { problemOf } from './finding.ts';
import type { FieldPaths, Format, ReadItem, ReadOptions } from './format.ts';
import { type Block, markdownBlocks } from './markdown-blocks.ts';
import { type Prose, readProse, wholeText } from './text.ts';

/**
 * The prose of Markdown: front matter, code blocks and comments are dropped, marks are taken off the words.
 * `source`, `date` and `label` are taken from simple lines of the front matter.
 */
export const markdown: Format = {
  id: 'markdown',
  extensions: ['.md', '.markdown', '.mdown', '.mkd'],
  async *read(bytes, options) {
    const items: ReadItem[] = [];
    const whole = await wholeText(bytes, options, items);
    if (!isUtf8(whole.bytes)) {
      items.push(problemOf('ENCODING_INVALID', options.uri, 'the file has bytes that are not UTF-8'));
    }
    const { blocks, matter } = markdownBlocks(whole.bytes.toString());
    const fields = fieldsOf(matter, options.fields);
    const before = items.length;
    for (const piece of piecesOf(blocks, options)) readProse({ ...piece, fields }, options, items);
    if (items.length === before) {
      items.push(problemOf('TEXT_EMPTY', options.uri, 'the file has no prose', { data: whole.bytes }));
    }
    yield items;
  },
};

function piecesOf(blocks: readonly Block[], { split }: ReadOptions): readonly Prose[] {
  switch (split) {
    case 'document':
      return blocks.length === 0
        ? []
        : [{ bytes: Buffer.from(blocks.map((block) => block.text).join('\n\n')) }];
    case 'paragraph':
      return blocks.map(({ text, line }) => ({ bytes: Buffer.from(text), line }));
    case 'line':
      return blocks.flatMap(({ text, line }) =>
        text
          .split('\n')
          .flatMap((words, index) =>
            words.trim() === '' ? [] : [{ bytes: Buffer.from(words), line: line + index }],
          ),
      );
  }
}

function fieldsOf(matter: ReadonlyMap<string, string>, paths: FieldPaths): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const name of ['source', 'date', 'label'] as const) {
    const value = matter.get(paths[name]);
    if (value !== undefined) fields.set(name, value);
  }
  return fields;
}
