/**
 * Short texts one after another in one buffer: for each the length in bytes (two bytes), then its UTF-8.
 * One buffer takes a fraction of the memory of as many strings, and moves between threads without a copy.
 * A text is known by its place, one more than the offset of its length; place 0 is no text.
 */
export interface KeyTexts {
  bytes: Uint8Array<ArrayBuffer>;
  /** Bytes in use. */
  length: number;
}

const FIRST_BYTES = 4096;
const LENGTH_BYTES = 2;
const MOST_UNITS = 200;
const MOST_BYTES = LENGTH_BYTES + 3 * MOST_UNITS;
const ASCII_END = 0x80;

export function createKeyTexts(bytes: number = FIRST_BYTES): KeyTexts {
  return { bytes: new Uint8Array(bytes), length: 0 };
}

/** Keeps the first 200 UTF-16 units of a text, never half a surrogate pair, and gives its place. */
export function addText(texts: KeyTexts, text: string): number {
  reserve(texts, MOST_BYTES);
  const place = texts.length + 1;
  const start = texts.length + LENGTH_BYTES;
  const { bytes } = texts;
  const cut = text.length > MOST_UNITS ? withoutHalfPair(text.slice(0, MOST_UNITS)) : text;
  let end = start;
  for (let index = 0; index < cut.length; index++) {
    const unit = cut.charCodeAt(index);
    if (unit >= ASCII_END) {
      end = start + new TextEncoder().encodeInto(cut, bytes.subarray(start)).written;
      break;
    }
    bytes[end++] = unit;
  }
  return close(texts, place, end);
}

/** Copies the text at a place of another store, and gives its place in this one. */
export function copyText(texts: KeyTexts, from: KeyTexts, place: number): number {
  const size = sizeAt(from, place);
  reserve(texts, LENGTH_BYTES + size);
  const target = texts.length + LENGTH_BYTES;
  const source = place - 1 + LENGTH_BYTES;
  for (let index = 0; index < size; index++)
    texts.bytes[target + index] = from.bytes[source + index] as number;
  return close(texts, texts.length + 1, target + size);
}

/** Takes back the text that was added last. */
export function dropText(texts: KeyTexts, place: number): void {
  texts.length = place - 1;
}

export function textAt(texts: KeyTexts, place: number): string {
  const start = place - 1 + LENGTH_BYTES;
  return Buffer.from(texts.bytes.buffer, texts.bytes.byteOffset + start, sizeAt(texts, place)).toString();
}

/** Below 0 where the first text stands before the second in the order of their bytes, 0 where they are the same. */
export function compareTexts(texts: KeyTexts, place: number, others: KeyTexts, otherPlace: number): number {
  const size = sizeAt(texts, place);
  const otherSize = sizeAt(others, otherPlace);
  const start = place - 1 + LENGTH_BYTES;
  const otherStart = otherPlace - 1 + LENGTH_BYTES;
  for (let index = 0; index < Math.min(size, otherSize); index++) {
    const difference = (texts.bytes[start + index] as number) - (others.bytes[otherStart + index] as number);
    if (difference !== 0) return difference;
  }
  return size - otherSize;
}

function close(texts: KeyTexts, place: number, end: number): number {
  const size = end - (place - 1) - LENGTH_BYTES;
  texts.bytes[place - 1] = size >>> 8;
  texts.bytes[place] = size;
  texts.length = end;
  return place;
}

function sizeAt({ bytes }: KeyTexts, place: number): number {
  return ((bytes[place - 1] as number) << 8) | (bytes[place] as number);
}

function reserve(texts: KeyTexts, more: number): void {
  if (texts.length + more <= texts.bytes.length) return;
  const grown = new Uint8Array(Math.max(2 * texts.bytes.length, texts.length + more));
  grown.set(texts.bytes.subarray(0, texts.length));
  texts.bytes = grown;
}

function withoutHalfPair(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? text.slice(0, -1) : text;
}
