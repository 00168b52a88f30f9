import type { Format, ReadItem } from './format.ts';
import { type JsonRecordReader, jsonRecordReader } from './json-record.ts';
import { type LineBatch, splitLines } from './lines.ts';

/** JSON Lines: a record a line. Blank lines are nothing; a broken line costs that line. */
export const jsonl: Format = {
  id: 'jsonl',
  extensions: ['.jsonl', '.ndjson', '.jsonlines'],
  async *read(bytes, options) {
    const reader = jsonRecordReader(options);
    for await (const batch of splitLines(bytes, options.maximumRecordBytes)) {
      const items = readLines(batch, reader);
      if (items.length > 0) yield items;
    }
  },
};

function readLines({ bytes, valid, lines }: LineBatch, reader: JsonRecordReader): ReadItem[] {
  const items: ReadItem[] = [];
  for (const { start, end, line, tooLong } of lines) {
    const record = bytes.subarray(start, end);
    if (tooLong || !isBlank(record)) reader.read({ bytes: record, line, valid, tooLong }, items);
  }
  return items;
}

/** Whether there is nothing but JSON's white space. */
function isBlank(bytes: Buffer): boolean {
  for (const byte of bytes) {
    if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0d) return false;
  }
  return true;
}
