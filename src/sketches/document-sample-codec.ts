import type { ByteReader, ByteWriter } from './bytes.ts';
import {
  readBytes,
  readInteger,
  readString,
  readWord,
  writeBytes,
  writeInteger,
  writeString,
  writeWord,
} from './bytes.ts';
import type { DocumentSample, SampledText } from './document-sample.ts';
import {
  createDocumentSample,
  NO_BYTES,
  placeEntry,
  sampledEntries,
  trimDocumentSample,
} from './document-sample.ts';
import type { WordList } from './excerpt-hashes-codec.ts';
import { createWordList, decodeExcerptHashes, encodeExcerptHashes } from './excerpt-hashes-codec.ts';

const HALF_DIGITS = 8;

type Fields = Pick<SampledText, 'id' | 'source' | 'date' | 'label'>;

/**
 * Writes a sample in the order of its hashes, so that equal samples are equal bytes. Trims it first.
 * Without text the hashes of excerpts stand in their place, which all entries must have.
 */
export function encodeDocumentSample(writer: ByteWriter, sample: DocumentSample, holdsText: boolean): void {
  trimDocumentSample(sample);
  const { spec } = sample;
  for (const number of [spec.capacity, spec.longCapacity, spec.shortWords, spec.longWords, sample.total])
    writeInteger(writer, number);
  writeWord(writer, sample.limitHigh);
  writeWord(writer, sample.limitLow);
  writeInteger(writer, sample.entries.size);
  const words = createWordList();
  for (const entry of sampledEntries(sample)) {
    writeWord(writer, entry.high);
    writeWord(writer, entry.low);
    writeInteger(writer, entry.count);
    if (holdsText) writeText(writer, entry.text);
    else writeHashes(writer, entry.text, words);
  }
}

/** Reads what `encodeDocumentSample` wrote. */
export function decodeDocumentSample(reader: ByteReader, holdsText: boolean): DocumentSample {
  const sample = createDocumentSample({
    capacity: readInteger(reader),
    longCapacity: readInteger(reader),
    shortWords: readInteger(reader),
    longWords: readInteger(reader),
  });
  sample.total = readInteger(reader);
  sample.limitHigh = readWord(reader);
  sample.limitLow = readWord(reader);
  const words = createWordList();
  for (let remaining = readInteger(reader); remaining > 0; remaining--) {
    const high = readWord(reader);
    const low = readWord(reader);
    const hash = hexadecimal(high) + hexadecimal(low);
    const count = readInteger(reader);
    const text = holdsText ? readText(reader) : readHashes(reader, words);
    placeEntry(sample, { hash, high, low, count, text });
  }
  return sample;
}

function writeText(writer: ByteWriter, text: SampledText): void {
  writeFields(writer, text);
  for (const bytes of [text.beginning, text.rest]) {
    writeInteger(writer, bytes.length);
    writeBytes(writer, bytes);
  }
  writeInteger(writer, text.words);
}

function readText(reader: ByteReader): SampledText {
  return {
    ...readFields(reader),
    beginning: readOwnBytes(reader),
    rest: readOwnBytes(reader),
    words: readInteger(reader),
  };
}

/** A copy, which does not keep all the bytes of the profile in memory; `slice` of a `Buffer` would. */
function readOwnBytes(reader: ByteReader): Uint8Array {
  return new Uint8Array(readBytes(reader, readInteger(reader)));
}

function writeHashes(writer: ByteWriter, text: SampledText, words: WordList): void {
  if (text.hashes === undefined) throw new Error('a sample without text has a text in it');
  writeFields(writer, text);
  writeInteger(writer, text.words);
  encodeExcerptHashes(writer, text.hashes, words);
}

function readHashes(reader: ByteReader, words: WordList): SampledText {
  return {
    ...readFields(reader),
    beginning: NO_BYTES,
    rest: NO_BYTES,
    words: readInteger(reader),
    hashes: decodeExcerptHashes(reader, words),
  };
}

function writeFields(writer: ByteWriter, { id, source, date, label }: Fields): void {
  for (const field of [id, source, date, label]) writeString(writer, field);
}

function readFields(reader: ByteReader): Fields {
  return {
    id: readString(reader),
    source: readString(reader),
    date: readString(reader),
    label: readString(reader),
  };
}

function hexadecimal(word: number): string {
  return word.toString(16).padStart(HALF_DIGITS, '0');
}
