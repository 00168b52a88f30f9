import { isUtf8 } from 'node:buffer';
import { asBuffer, type Collected, collect, nothingCollected, takeCollected } from './bytes.ts';

const NEWLINE = 10;
const RETURN = 13;
/** Lines that are handed on together, so few that short ones do not pile up. */
const BATCH_LINES = 1_000;
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
 * Cuts a stream at its newlines, `\n` or `\r\n`, in batches.
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
    yield* cut(chunk, rest, open, maximumLineBytes);
  }
  if (open.bytes.size > 0) yield closeLine(open, maximumLineBytes);
}

/** The whole lines of a chunk from an offset on; what follows the last newline is left open. */
function* cut(chunk: Buffer, from: number, open: OpenLine, maximumLineBytes: number): Generator<LineBatch> {
  const end = chunk.lastIndexOf(NEWLINE) + 1;
  const bytes = chunk.subarray(0, end);
  const valid = isUtf8(bytes.subarray(from));
  let lines: LineSpan[] = [];
  for (let start = from; start < end; ) {
    const newline = chunk.indexOf(NEWLINE, start);
    lines.push(spanOf(chunk, { start, end: newline, line: open.line, maximumLineBytes }));
    open.line += 1;
    start = newline + 1;
    if (lines.length < BATCH_LINES && start < end) continue;
    yield { bytes, valid, lines };
    lines = [];
  }
  if (end < chunk.byteLength) collect(open.bytes, chunk.subarray(end), maximumLineBytes + 1);
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
  return { start, end: tooLong ? start + maximumLineBytes : trimmed, line, tooLong };
}
