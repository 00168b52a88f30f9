import { keyInGroup } from '../measures/type-sample.ts';
import type { ByteReader, ByteWriter } from '../sketches/bytes.ts';
import {
  createReader,
  createWriter,
  readBytes,
  readInteger,
  readString,
  readWord,
  writeBytes,
  writeInteger,
  writeString,
  writeWord,
  writtenBytes,
} from '../sketches/bytes.ts';
import { GROUPS } from '../sketches/replicate-group.ts';
import type { Hash } from '../text/hash.ts';
import { hashWord } from '../text/hash.ts';
import { TOKENIZER_ID } from '../text/tokenizer.ts';
import type { GroupedVocabulary } from './grouped-vocabulary.ts';

/** Changes with the layout below. How words are cut and hashed is named beside it. */
const LAYOUT = 'grouped-vocabulary/1';

/**
 * The bytes of a vocabulary, independent of the measures of a profile.
 *
 * Layout: its name and that of the tokenizer; the bound; documents and words of each group; the number of types.
 * Then, with types in the order of the UTF-8 of their words: for each, how many bytes its word shares with the one
 * before, and the rest of it; for each, its documents less one; for each, its number of cells; for each cell, its
 * group less the one before it; for each cell, its occurrences less one. Hashes are not written but taken of the
 * words again; those of the few words for which that gives another one (cut at 200 units, or not Unicode) follow at the end.
 *
 * Throws a `RangeError` where a type has no word, as in a profile without text.
 */
export function encodeVocabulary(vocabulary: GroupedVocabulary): Uint8Array {
  const writer = createWriter();
  writeString(writer, LAYOUT);
  writeString(writer, TOKENIZER_ID);
  writeWord(writer, vocabulary.bound.high);
  writeWord(writer, vocabulary.bound.low);
  for (let group = 0; group < GROUPS; group++) writeInteger(writer, vocabulary.documents[group] ?? 0);
  for (let group = 0; group < GROUPS; group++) writeInteger(writer, vocabulary.tokens[group] ?? 0);
  writeTypes(writer, vocabulary, wordsOf(vocabulary));
  return writtenBytes(writer);
}

function writeTypes(writer: ByteWriter, vocabulary: GroupedVocabulary, words: readonly TypeWord[]): void {
  writeInteger(writer, words.length);
  writeWords(writer, words);
  for (const { type } of words) writeInteger(writer, (vocabulary.frequencies[type] ?? 1) - 1);
  for (const { type } of words) writeInteger(writer, cellsOf(vocabulary, type).length);
  for (const { type } of words) {
    let before = 0;
    for (const cell of cellsOf(vocabulary, type)) {
      const group = vocabulary.groups[cell] ?? 0;
      writeInteger(writer, group - before);
      before = group;
    }
  }
  for (const { type } of words)
    for (const cell of cellsOf(vocabulary, type)) writeInteger(writer, (vocabulary.counts[cell] ?? 1) - 1);
  writeStrangers(writer, vocabulary, words);
}

/**
 * Reads what `encodeVocabulary` wrote. Throws a `RangeError` where the bytes are of another layout or tokenizer, or
 * are damaged in a way that shows.
 */
export function decodeVocabulary(bytes: Uint8Array): GroupedVocabulary {
  const reader = createReader(bytes);
  if (readString(reader) !== LAYOUT) throw new RangeError('the counts are not of this layout');
  if (readString(reader) !== TOKENIZER_ID) throw new RangeError('the words were cut by another tokenizer');
  const bound = { high: readWord(reader), low: readWord(reader) };
  const documents = readIntegers(reader, GROUPS);
  const tokens = readIntegers(reader, GROUPS);
  const number = readInteger(reader);
  const words = readWords(reader, number);
  const frequencies = readIntegers(reader, number);
  const starts = startsOf(readIntegers(reader, number));
  const cells = starts[number] ?? 0;
  const groups = readGroups(reader, starts);
  const counts = readIntegers(reader, cells);
  const { high, low } = readKeys(reader, words);
  if (reader.offset < bytes.length) throw new RangeError('there are bytes after the end');
  const order = Uint32Array.from(words.keys()).toSorted(
    (a, b) => (high[a] as number) - (high[b] as number) || (low[a] as number) - (low[b] as number),
  );
  const cellOrder = cellsInOrder(order, starts);
  return {
    high: order.map((place) => high[place] as number),
    low: order.map((place) => low[place] as number),
    frequencies: oneMore(frequencies, order),
    starts: startsOf(order.map((place) => (starts[place + 1] as number) - (starts[place] as number))),
    groups: groupsInOrder(groups, cellOrder),
    counts: oneMore(counts, cellOrder),
    bound,
    documents: [...documents],
    tokens: [...tokens],
    wordOf: (type) => words[order[type] ?? -1] ?? null,
  };
}

interface TypeWord {
  readonly type: number;
  readonly bytes: Buffer;
}

function wordsOf(vocabulary: GroupedVocabulary): readonly TypeWord[] {
  const words = Array.from(vocabulary.high.keys(), (type) => {
    const word = vocabulary.wordOf(type);
    if (word === null) throw new RangeError('a vocabulary without its words cannot be written');
    return { type, bytes: Buffer.from(word) };
  });
  return words.toSorted((a, b) => Buffer.compare(a.bytes, b.bytes) || a.type - b.type);
}

function cellsOf({ starts }: GroupedVocabulary, type: number): readonly number[] {
  const start = starts[type] ?? 0;
  return Array.from({ length: (starts[type + 1] ?? start) - start }, (_, cell) => start + cell);
}

function writeWords(writer: ByteWriter, words: readonly TypeWord[]): void {
  let before: Buffer = Buffer.alloc(0);
  for (const { bytes } of words) {
    let shared = 0;
    while (shared < Math.min(before.length, bytes.length) && before[shared] === bytes[shared]) shared += 1;
    writeInteger(writer, shared);
    writeInteger(writer, bytes.length - shared);
    writeBytes(writer, bytes.subarray(shared));
    before = bytes;
  }
}

function readWords(reader: ByteReader, number: number): readonly string[] {
  const words: string[] = [];
  let word: Buffer = Buffer.alloc(256);
  let length = 0;
  for (let place = 0; place < number; place++) {
    const shared = readInteger(reader);
    const rest = readBytes(reader, readInteger(reader));
    if (shared > length) throw new RangeError('a word shares more than there is');
    length = shared + rest.length;
    if (length > word.length) word = Buffer.concat([word], 2 * length);
    word.set(rest, shared);
    words.push(word.toString('utf8', 0, length));
  }
  return words;
}

/** The words whose hash is not that of what is written for them, by place. */
function writeStrangers(
  writer: ByteWriter,
  { high, low }: GroupedVocabulary,
  words: readonly TypeWord[],
): void {
  const strangers = words.flatMap(({ type, bytes }, place) => {
    const key = { high: high[type] ?? 0, low: low[type] ?? 0 };
    const found = keyOf(bytes.toString());
    return found.high === key.high && found.low === key.low ? [] : [{ place, ...key }];
  });
  writeInteger(writer, strangers.length);
  for (const stranger of strangers) {
    writeInteger(writer, stranger.place);
    writeWord(writer, stranger.high);
    writeWord(writer, stranger.low);
  }
}

/** The keys of words: hashes of them, but for those that are written. */
interface Keys {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
}

function readKeys(reader: ByteReader, words: readonly string[]): Keys {
  const keys = { high: new Uint32Array(words.length), low: new Uint32Array(words.length) };
  for (const [place, word] of words.entries()) {
    const key = keyOf(word);
    keys.high[place] = key.high;
    keys.low[place] = key.low;
  }
  const strangers = readInteger(reader);
  for (let stranger = 0; stranger < strangers; stranger++) {
    const place = readInteger(reader);
    if (place >= words.length) throw new RangeError('a hash is of no word');
    keys.high[place] = readWord(reader);
    keys.low[place] = readWord(reader);
  }
  return keys;
}

function keyOf(word: string): Hash {
  const { high, low } = hashWord(word);
  return { high, low: keyInGroup(low, 0) };
}

function readIntegers(reader: ByteReader, number: number): Float64Array {
  // Each takes at least a byte, so that no damaged number asks for more memory than the bytes could fill.
  if (number > reader.bytes.length - reader.offset) throw new RangeError('the bytes end too early');
  const read = new Float64Array(number);
  for (let place = 0; place < number; place++) read[place] = readInteger(reader);
  return read;
}

function readGroups(reader: ByteReader, starts: Uint32Array): Uint8Array {
  const groups = new Uint8Array(starts.at(-1) ?? 0);
  for (let place = 0; place + 1 < starts.length; place++) {
    let group = 0;
    for (let cell = starts[place] as number; cell < (starts[place + 1] as number); cell++) {
      group += readInteger(reader);
      if (group >= GROUPS) throw new RangeError('there is no such group');
      groups[cell] = group;
    }
  }
  return groups;
}

/** Where the cells of each type start, and at the end how many there are. */
function startsOf(cells: Float64Array | Uint32Array): Uint32Array {
  const starts = new Uint32Array(cells.length + 1);
  for (let place = 0; place < cells.length; place++)
    starts[place + 1] = (starts[place] as number) + (cells[place] as number);
  return starts;
}

function cellsInOrder(order: Uint32Array, starts: Uint32Array): Uint32Array {
  const cells = new Uint32Array(starts.at(-1) ?? 0);
  let next = 0;
  for (let type = 0; type < order.length; type++) {
    const place = order[type] as number;
    for (let cell = starts[place] as number; cell < (starts[place + 1] as number); cell++)
      cells[next++] = cell;
  }
  return cells;
}

function groupsInOrder(groups: Uint8Array, order: Uint32Array): Uint8Array {
  const ordered = new Uint8Array(order.length);
  for (let cell = 0; cell < order.length; cell++) ordered[cell] = groups[order[cell] as number] as number;
  return ordered;
}

/** What was written as one less, in another order. */
function oneMore(numbers: Float64Array, order: Uint32Array): Float64Array {
  const ordered = new Float64Array(order.length);
  for (let place = 0; place < order.length; place++)
    ordered[place] = (numbers[order[place] as number] as number) + 1;
  return ordered;
}
