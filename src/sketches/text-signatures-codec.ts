import type { ByteReader, ByteWriter } from './bytes.ts';
import { readInteger, readString, readWord, writeInteger, writeString, writeWord } from './bytes.ts';
import type { TextSignature, TextSignatures } from './text-signatures.ts';
import { createTextSignatures, restoreGroup, trimTextSignatures } from './text-signatures.ts';

const DIGITS_OF_WORD = 8;
const HEXADECIMAL = 16;

/** Writes signatures by rank and content hash, so that equal ones are equal bytes. Trims them first. */
export function encodeTextSignatures(writer: ByteWriter, signatures: TextSignatures): void {
  trimTextSignatures(signatures);
  const { spec, total, capped, bound, groups } = signatures;
  for (const number of [spec.capacity, spec.perKey, spec.shingles, total, capped ? 1 : 0, bound, groups.size])
    writeInteger(writer, number);
  for (const [rank, group] of [...groups].toSorted(([a], [b]) => a - b)) {
    writeWord(writer, rank);
    writeInteger(writer, group.documents);
    writeHash(writer, group.limit);
    writeInteger(writer, group.entries.size);
    for (const entry of [...group.entries.values()].toSorted((a, b) => (a.hash < b.hash ? -1 : 1)))
      writeEntry(writer, entry);
  }
}

/** Reads what `encodeTextSignatures` wrote. */
export function decodeTextSignatures(reader: ByteReader): TextSignatures {
  const signatures = createTextSignatures({
    capacity: readInteger(reader),
    perKey: readInteger(reader),
    shingles: readInteger(reader),
  });
  signatures.total = readInteger(reader);
  signatures.capped = readInteger(reader) === 1;
  signatures.bound = readInteger(reader);
  for (let remaining = readInteger(reader); remaining > 0; remaining--) {
    const rank = readWord(reader);
    const documents = readInteger(reader);
    const limit = readHash(reader);
    const entries: TextSignature[] = [];
    for (let held = readInteger(reader); held > 0; held--) entries.push(readEntry(reader, rank));
    restoreGroup(signatures, rank, { documents, limit, entries });
  }
  return signatures;
}

function writeEntry(writer: ByteWriter, { hash, count, text }: TextSignature): void {
  writeHash(writer, hash);
  writeInteger(writer, count);
  for (const field of [text.id, text.source, text.date]) writeString(writer, field);
  writeInteger(writer, text.words);
  writeInteger(writer, text.complete ? 1 : 0);
  writeInteger(writer, text.shingles.length);
  let last = 0;
  for (const shingle of text.shingles) {
    writeInteger(writer, shingle - last);
    last = shingle;
  }
}

function readEntry(reader: ByteReader, rank: number): TextSignature {
  const hash = readHash(reader);
  const count = readInteger(reader);
  const [id, source, date] = [readString(reader), readString(reader), readString(reader)];
  const words = readInteger(reader);
  const complete = readInteger(reader) === 1;
  const shingles = new Uint32Array(boundedLength(reader, readInteger(reader)));
  let last = 0;
  for (let index = 0; index < shingles.length; index++) {
    last += readInteger(reader);
    shingles[index] = last;
  }
  return { hash, rank, count, text: { id, source, date, shingles, complete, words } };
}

/** Each takes a byte at least, so that damaged bytes cannot ask for memory that they do not fill. */
function boundedLength(reader: ByteReader, length: number): number {
  if (length > reader.bytes.length - reader.offset) throw new RangeError('the bytes end too early');
  return length;
}

function writeHash(writer: ByteWriter, hash: string): void {
  writeWord(writer, Number.parseInt(hash.slice(0, DIGITS_OF_WORD), HEXADECIMAL));
  writeWord(writer, Number.parseInt(hash.slice(DIGITS_OF_WORD), HEXADECIMAL));
}

function readHash(reader: ByteReader): string {
  const [high, low] = [readWord(reader), readWord(reader)];
  return [high, low].map((word) => word.toString(HEXADECIMAL).padStart(DIGITS_OF_WORD, '0')).join('');
}
