import iconv from 'iconv-lite';
import type { Problem } from '../problem.ts';
import { peek } from './bytes.ts';
import { DETECTION_BYTES, detectFormat, PROFILE_NAME, unreadableFormat } from './detection.ts';
import {
  type DecodingFlaws,
  decode,
  detectEncoding,
  type Encoding,
  markOf,
  UTF_8,
  unmarkedUtf16,
} from './encoding.ts';
import { problemOf } from './finding.ts';
import type { Format, FormatId, ReadItem, ReadOptions } from './format.ts';
import { FORMATS } from './registry.ts';

/** How to read one shard, besides what its format needs. */
export interface ReadShardOptions extends ReadOptions {
  /** Read as this format, whatever it looks like. */
  readonly format?: FormatId;
  /**
   * Tells an error of the stream that is a flaw of the data, such as compressed data that end early, from a
   * real failure, which is null and thrown on. What came before the flaw is read; the problem comes last.
   */
  readonly damageOf?: (error: unknown) => Problem | null;
}

/** Reads decompressed bytes as documents and problems, finding encoding and format where they are not given. */
export async function* readShard(
  bytes: AsyncIterable<Uint8Array>,
  options: ReadShardOptions,
): AsyncGenerator<readonly ReadItem[]> {
  const damages: ReadItem[] = [];
  const { head, all } = await peek(guard(bytes, options, damages), DETECTION_BYTES);
  const found = identify(head, options);
  if (found === 'empty') {
    if (damages.length === 0) yield [problemOf('FILE_EMPTY', options.uri, 'the file is empty')];
    if (damages.length === 0 && options.format === 'json') yield* FORMATS.json.read(all, options);
  } else if (found === 'unknown') {
    await close(all);
    yield [unknownFormat(head, options.uri)];
  } else {
    yield* readAs(found, all, options);
  }
  if (damages.length > 0) yield damages;
}

/** Reads bytes that are known to be UTF-8 without a mark and in one format, such as some lines of a file. */
export async function* readPlain(
  bytes: AsyncIterable<Uint8Array>,
  format: FormatId,
  options: ReadShardOptions,
): AsyncGenerator<readonly ReadItem[]> {
  const damages: ReadItem[] = [];
  yield* FORMATS[format].read(guard(bytes, options, damages), options);
  if (damages.length > 0) yield damages;
}

/** What the beginning of a shard tells about all of it. */
export interface Identity {
  readonly format: Format;
  readonly encoding: Encoding;
}

/** Finds format and encoding where they are not given. */
export function identify(
  head: Buffer,
  { format, uri }: Pick<ReadShardOptions, 'format' | 'uri'>,
): Identity | 'empty' | 'unknown' {
  const mark = markOf(head) ?? unmarkedUtf16(head);
  if (head.byteLength === 0 || (head.byteLength === mark?.markBytes && format === undefined)) return 'empty';
  const raw = format ?? detectFormat(head, uri);
  const encoding = mark ?? encodingOf(head, raw);
  const id = encoding === UTF_8 ? raw : (format ?? detectFormat(decodeHead(head, encoding), uri));
  return id === null ? 'unknown' : { format: FORMATS[id], encoding };
}

/** JSON is UTF-8 by its standard: what is not is a flaw to report, not a guess to make. */
function encodingOf(head: Buffer, format: FormatId | null): Encoding {
  return format === 'json' || format === 'jsonl' ? UTF_8 : detectEncoding(head);
}

function decodeHead(head: Buffer, { name, markBytes }: Encoding): Buffer {
  const unmarked = head.subarray(markBytes);
  return name === 'utf-8' ? unmarked : Buffer.from(iconv.decode(unmarked, name));
}

async function* readAs(
  { format, encoding }: Identity,
  bytes: AsyncIterable<Uint8Array>,
  options: ReadShardOptions,
): AsyncGenerator<readonly ReadItem[]> {
  const flaws: DecodingFlaws = { count: 0, line: 0 };
  yield* format.read(decode(bytes, encoding, flaws), options);
  if (flaws.count === 0) return;
  const message =
    flaws.count === 1
      ? `1 place is not valid ${encoding.name}, on this line`
      : `${flaws.count} places are not valid ${encoding.name}, the first on this line`;
  yield [problemOf('ENCODING_INVALID', options.uri, message, { line: flaws.line })];
}

/** The same stream, but a flaw of the data ends it instead of being thrown. */
async function* guard(
  bytes: AsyncIterable<Uint8Array>,
  { damageOf }: ReadShardOptions,
  damages: ReadItem[],
): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (error) {
    const problem = damageOf?.(error) ?? null;
    if (problem === null) throw error;
    damages.push({ kind: 'problem', problem });
  }
}

function unknownFormat(head: Buffer, uri: string): ReadItem {
  const name = unreadableFormat(head, uri);
  return problemOf('FORMAT_UNKNOWN', uri, `the file is ${unreadMessage(name)}`);
}

function unreadMessage(name: string | null): string {
  if (name === null) return 'binary or in an unknown format';
  if (name !== PROFILE_NAME) return `${name}, which is not read yet`;
  return `${name}: name it by itself and uncompressed, "heteroglossia audit <profile>", or add several with "heteroglossia merge"`;
}

/** Lets go of a stream that is not read to its end. */
async function close(bytes: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _chunk of bytes) break;
}
