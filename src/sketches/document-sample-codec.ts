import type { ByteReader, ByteWriter } from './bytes.ts';
import { readInteger, readString, readWord, writeInteger, writeString, writeWord } from './bytes.ts';
import type { DocumentSample, SampledText } from './document-sample.ts';
import { createDocumentSample, placeEntry, sampledEntries, trimDocumentSample } from './document-sample.ts';

const HALF_DIGITS = 8;

/** Writes a sample in the order of its hashes, so that equal samples are equal bytes. Trims it first. */
export function encodeDocumentSample(writer: ByteWriter, sample: DocumentSample): void {
  trimDocumentSample(sample);
  const { spec } = sample;
  for (const number of [spec.capacity, spec.longCapacity, spec.shortWords, spec.longWords, sample.total])
    writeInteger(writer, number);
  writeWord(writer, sample.limitHigh);
  writeWord(writer, sample.limitLow);
  writeInteger(writer, sample.entries.size);
  for (const entry of sampledEntries(sample)) {
    writeWord(writer, entry.high);
    writeWord(writer, entry.low);
    writeInteger(writer, entry.count);
    writeText(writer, entry.text);
  }
}

/** Reads what `encodeDocumentSample` wrote. */
export function decodeDocumentSample(reader: ByteReader): DocumentSample {
  const sample = createDocumentSample({
    capacity: readInteger(reader),
    longCapacity: readInteger(reader),
    shortWords: readInteger(reader),
    longWords: readInteger(reader),
  });
  sample.total = readInteger(reader);
  sample.limitHigh = readWord(reader);
  sample.limitLow = readWord(reader);
  for (let remaining = readInteger(reader); remaining > 0; remaining--) {
    const high = readWord(reader);
    const low = readWord(reader);
    const hash = hexadecimal(high) + hexadecimal(low);
    placeEntry(sample, { hash, high, low, count: readInteger(reader), text: readText(reader) });
  }
  return sample;
}

function writeText(writer: ByteWriter, text: SampledText): void {
  for (const field of [text.id, text.source, text.date, text.label, text.excerpt]) writeString(writer, field);
  writeInteger(writer, text.shortLength);
  writeInteger(writer, text.words);
}

function readText(reader: ByteReader): SampledText {
  return {
    id: readString(reader),
    source: readString(reader),
    date: readString(reader),
    label: readString(reader),
    excerpt: readString(reader),
    shortLength: readInteger(reader),
    words: readInteger(reader),
  };
}

function hexadecimal(word: number): string {
  return word.toString(16).padStart(HALF_DIGITS, '0');
}
