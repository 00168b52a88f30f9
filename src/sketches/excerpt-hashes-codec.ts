import type { ByteReader, ByteWriter } from './bytes.ts';
import { readBytes, readInteger, readWord, writeBytes, writeInteger, writeWord } from './bytes.ts';
import type { ExcerptHashes, ExcerptPart } from './excerpt-hashes.ts';

const MARK_BYTES = 8;
/** Of the 64 bits of a hash, 53 fit a number. Words that agree in these are told apart by the rest. */
const KEY_RANGE = 2 ** 21;
const KEY_SHIFT = 11;

/** The words of a sample in the order they were first met: they recur, and a number is shorter than a hash. */
export interface WordList {
  readonly high: number[];
  readonly low: number[];
  /** Where a word stands in the list, by the upper bits of its hash. */
  readonly places: Map<number, number>;
}

export function createWordList(): WordList {
  return { high: [], low: [], places: new Map() };
}

/** Writes the words as numbers of the list, each new one followed by its hash, then marks and sentence lengths. */
export function encodeExcerptHashes(writer: ByteWriter, hashes: ExcerptHashes, list: WordList): void {
  const { high, low, short, whole } = hashes;
  writeInteger(writer, whole.words);
  for (let index = 0; index < whole.words; index++)
    writeListed(writer, high[index] as number, low[index] as number, list);
  writePart(writer, whole);
  const isLong = short.mark !== whole.mark;
  writeInteger(writer, isLong ? 1 : 0);
  if (!isLong) return;
  writeInteger(writer, short.words);
  writePart(writer, short);
}

/** Reads what `encodeExcerptHashes` wrote. Throws a RangeError where that cannot be. */
export function decodeExcerptHashes(reader: ByteReader, list: WordList): ExcerptHashes {
  const words = readLength(reader);
  const high = new Uint32Array(words);
  const low = new Uint32Array(words);
  for (let index = 0; index < words; index++) {
    const place = readListed(reader, list);
    high[index] = list.high[place] ?? 0;
    low[index] = list.low[place] ?? 0;
  }
  const whole = readPart(reader, words);
  const isLong = readInteger(reader);
  if (isLong > 1) throw new RangeError('an excerpt is neither short nor long');
  const short = isLong === 0 ? whole : readPart(reader, readInteger(reader));
  if (short.words > words) throw new RangeError('a short excerpt has more words than the long one');
  return { high, low, short, whole };
}

function writeListed(writer: ByteWriter, high: number, low: number, list: WordList): void {
  const key = high * KEY_RANGE + (low >>> KEY_SHIFT);
  const known = list.places.get(key);
  if (known !== undefined && list.low[known] === low) {
    writeInteger(writer, known);
    return;
  }
  const place = list.high.length;
  writeInteger(writer, place);
  writeWord(writer, high);
  writeWord(writer, low);
  list.high.push(high);
  list.low.push(low);
  list.places.set(key, place);
}

function readListed(reader: ByteReader, list: WordList): number {
  const place = readInteger(reader);
  if (place > list.high.length) throw new RangeError('a word is not in the list of words');
  if (place === list.high.length) {
    list.high.push(readWord(reader));
    list.low.push(readWord(reader));
  }
  return place;
}

function writePart(writer: ByteWriter, { mark, sentenceLengths }: ExcerptPart): void {
  writeBytes(writer, Buffer.from(mark, 'hex'));
  writeInteger(writer, sentenceLengths.length);
  for (const length of sentenceLengths) writeInteger(writer, length);
}

function readPart(reader: ByteReader, words: number): ExcerptPart {
  const mark = Buffer.from(readBytes(reader, MARK_BYTES)).toString('hex');
  const sentences = readLength(reader);
  return { mark, words, sentenceLengths: Array.from({ length: sentences }, () => readInteger(reader)) };
}

/** A number of things of a byte or more each, so that damage cannot ask for more memory than there are bytes. */
function readLength(reader: ByteReader): number {
  const length = readInteger(reader);
  if (length > reader.bytes.length - reader.offset) throw new RangeError('the bytes end too early');
  return length;
}
