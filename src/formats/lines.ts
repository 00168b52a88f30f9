import { isUtf8 } from 'node:buffer';
import { asBuffer, type Collected, collect, nothingCollected, takeCollected } from './bytes.ts';

const NEWLINE = 10;
const RETURN = 13;
/** What is kept of a line that is too long, to quote. */
const QUOTED_BYTES = 320;

/** Where one line stands in the bytes of its batch, without its line ending. */
export interface LineSpan {
  readonly start: number;
  readonly end: number;
  /** 1-based. */
  readonly line: number;
  /** The line is longer than the limit; the span holds only its beginning. */
  readonly tooLong: boolean;
}

/** Lines that were found together. */
export interface LineBatch {
  readonly bytes: Buffer;
  /** Whether all the bytes are valid UTF-8, which is much cheaper to ask of a batch than of each line. */
  readonly valid: boolean;
  readonly lines: readonly LineSpan[];
}

/** The line that has begun and not yet ended. */
interface OpenLine {
  readonly bytes: Collected;
  line: number;
}

/**
 * Cuts a stream at its newlines, `\n` or `\r\n`, a batch for each chunk.
 * Memory is bounded by the chunk and the limit: of a longer line only the beginning is kept.
 */
export async function* splitLines(
  bytes: AsyncIterable<Uint8Array>,
  maximumLineBytes: number,
): AsyncGenerator<LineBatch> {
  const open: OpenLine = { bytes: nothingCollected(), line: 1 };
  for await (const piece of bytes) {
    const chunk = asBuffer(piece);
    const first = chunk.indexOf(NEWLINE);
    if (first === -1) {
      collect(open.bytes, chunk, maximumLineBytes + 1);
      continue;
    }
    let rest = 0;
    if (open.bytes.size > 0) {
      collect(open.bytes, chunk.subarray(0, first), maximumLineBytes + 1);
      yield closeLine(open, maximumLineBytes);
      rest = first + 1;
    }
    const batch = cut(chunk, rest, open, maximumLineBytes);
    if (batch !== null) yield batch;
  }
  if (open.bytes.size > 0) yield closeLine(open, maximumLineBytes);
}

/** The whole lines of a chunk from an offset on; what follows the last newline is left open. */
function cut(chunk: Buffer, from: number, open: OpenLine, maximumLineBytes: number): LineBatch | null {
  const lines: LineSpan[] = [];
  let start = from;
  for (let at = chunk.indexOf(NEWLINE, start); at !== -1; at = chunk.indexOf(NEWLINE, start)) {
    lines.push(spanOf(chunk, { start, end: at, line: open.line, maximumLineBytes }));
    open.line += 1;
    start = at + 1;
  }
  const whole = chunk.subarray(0, start);
  if (start < chunk.byteLength) collect(open.bytes, chunk.subarray(start), maximumLineBytes + 1);
  return lines.length === 0 ? null : { bytes: whole, valid: isUtf8(whole.subarray(from)), lines };
}

function closeLine(open: OpenLine, maximumLineBytes: number): LineBatch {
  const { over } = open.bytes;
  const bytes = takeCollected(open.bytes);
  const { line } = open;
  open.line += 1;
  const span = over
    ? { start: 0, end: Math.min(bytes.byteLength, maximumLineBytes), line, tooLong: true }
    : spanOf(bytes, { start: 0, end: bytes.byteLength, line, maximumLineBytes });
  return { bytes, valid: isUtf8(bytes), lines: [span] };
}

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly maximumLineBytes: number;
}

function spanOf(bytes: Buffer, { start, end, line, maximumLineBytes }: Cut): LineSpan {
  const trimmed = end > start && bytes[end - 1] === RETURN ? end - 1 : end;
  const tooLong = trimmed - start > maximumLineBytes;
  return { start, end: tooLong ? start + Math.min(QUOTED_BYTES, maximumLineBytes) : trimmed, line, tooLong };
}
