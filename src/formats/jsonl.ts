import { problemOf } from './finding.ts';
import type { Format, ReadItem, ReadOptions } from './format.ts';
import { type JsonRecordReader, jsonRecordReader } from './json-record.ts';
import { type LineBatch, splitLines } from './lines.ts';

/** JSON Lines: a record a line. Blank lines are nothing; a broken line costs that line. */
export const jsonl: Format = {
  id: 'jsonl',
  extensions: ['.jsonl', '.ndjson', '.jsonlines'],
  async *read(bytes, options) {
    const reader = jsonRecordReader(options);
    for await (const batch of splitLines(bytes, options.maximumRecordBytes)) {
      const items = readLines(batch, reader, options);
      if (items.length > 0) yield items;
    }
  },
};

function readLines(
  { bytes, valid, lines }: LineBatch,
  reader: JsonRecordReader,
  options: ReadOptions,
): ReadItem[] {
  const items: ReadItem[] = [];
  for (const { start, end, line, tooLong } of lines) {
    const record = bytes.subarray(start, end);
    if (tooLong) {
      const message = `the line is longer than ${options.maximumRecordBytes} bytes`;
      items.push(problemOf('RECORD_TOO_LONG', options.uri, message, { line, data: record }));
    } else if (!isBlank(record)) {
      reader.read({ bytes: record, line, valid }, items);
    }
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
