import type { ByteReader, ByteWriter } from './bytes.ts';
import { readInteger, readString, readWord, writeInteger, writeString, writeWord } from './bytes.ts';
import type { KeyTable, KeyTableSpec } from './key-table.ts';
import { addKeyCounts, createKeyTable, entryAt, expectKeys, sortedSlots, trimKeyTable } from './key-table.ts';

const LEAST_BYTES_OF_A_KEY = 6;

/** Writes a table in the order of its keys, so that equal tables are equal bytes. Trims it first. */
export function encodeKeyTable(writer: ByteWriter, table: KeyTable): void {
  trimKeyTable(table);
  writeInteger(writer, table.spec.capacity);
  writeInteger(writer, table.total);
  writeWord(writer, table.limitHigh);
  writeWord(writer, table.limitLow);
  writeInteger(writer, table.size);
  let previous = 0;
  for (const slot of sortedSlots(table)) {
    const entry = entryAt(table, slot);
    writeInteger(writer, entry.high - previous);
    previous = entry.high;
    writeWord(writer, entry.low);
    writeInteger(writer, entry.count);
    if (table.spec.documentFrequency) writeInteger(writer, entry.frequency);
    if (table.spec.texts) writeString(writer, entry.text ?? '');
  }
}

/** Reads what `encodeKeyTable` wrote. The capacity comes from the bytes, everything else from `spec`. */
export function decodeKeyTable(reader: ByteReader, spec: KeyTableSpec): KeyTable {
  const capacity = readInteger(reader);
  const total = readInteger(reader);
  const limitHigh = readWord(reader);
  const limitLow = readWord(reader);
  let remaining = readInteger(reader);
  // A key takes six bytes at least, so that damaged bytes cannot ask for more memory than they have.
  const left = reader.bytes.length - reader.offset;
  const table = createKeyTable({ ...spec, capacity });
  expectKeys(table, Math.min(remaining, left / LEAST_BYTES_OF_A_KEY));
  let high = 0;
  for (; remaining > 0; remaining--) {
    high += readInteger(reader);
    const low = readWord(reader);
    const count = readInteger(reader);
    const frequency = spec.documentFrequency ? readInteger(reader) : 0;
    const text = spec.texts ? readString(reader) : undefined;
    if (count === 0 || high > 0xffffffff) throw new RangeError('a key is out of range');
    addKeyCounts(table, { high, low, count, frequency, text });
  }
  return Object.assign(table, { total, limitHigh, limitLow });
}
