import { looksSeparated } from './delimiter.ts';
import type { FormatId } from './format.ts';
import { jsonShape } from './json-shape.ts';
import { FORMAT_IDS, FORMATS } from './registry.ts';

/** How many bytes of the beginning are enough to tell a format. */
export const DETECTION_BYTES = 65_536;
/** Binary data have more control characters than this share of their bytes. */
const CONTROL_SHARE = 0.02;

/** The name of what this program writes itself, whose readers are elsewhere. */
export const PROFILE_NAME = 'a heteroglossia profile';

/** Formats that are recognised by their first bytes, but not read. */
const SIGNATURES: readonly (readonly [name: string, signature: Buffer])[] = [
  [PROFILE_NAME, Buffer.from('heteroglossia profile ')],
  ['Parquet', Buffer.from('PAR1')],
  ['WARC', Buffer.from('WARC/')],
  ['zstd', Buffer.from([0x28, 0xb5, 0x2f, 0xfd])],
  ['bzip2', Buffer.from('BZh')],
  ['xz', Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00])],
  ['ZIP', Buffer.from([0x50, 0x4b, 0x03, 0x04])],
  ['PDF', Buffer.from('%PDF-')],
  ['Arrow', Buffer.from('ARROW1')],
  ['gzip inside gzip', Buffer.from([0x1f, 0x8b, 0x08])],
];

/** Endings of formats that are known, but not read. */
const UNREADABLE_ENDINGS: ReadonlyMap<string, string> = new Map([
  ['.html', 'HTML'],
  ['.htm', 'HTML'],
  ['.xhtml', 'HTML'],
  ['.parquet', 'Parquet'],
  ['.warc', 'WARC'],
  ['.wet', 'WET'],
  ['.arrow', 'Arrow'],
  ['.pdf', 'PDF'],
  ['.docx', 'Word'],
  ['.xlsx', 'Excel'],
  ['.zst', 'zstd'],
  ['.bz2', 'bzip2'],
  ['.xz', 'xz'],
  ['.zip', 'ZIP'],
]);

/** The ending of a file name in lower case, with the dot, that of a compression left out. */
function endingOf(name: string): string {
  return /\.[^./\\]+$/u.exec(name.toLowerCase().replace(/\.gz(?:ip)?$/u, ''))?.[0] ?? '';
}

/** The format of some bytes, from what they hold first, then from the name; null where none fits. */
export function detectFormat(head: Uint8Array, name: string): FormatId | null {
  const bytes = Buffer.from(head);
  if (unreadableFormat(bytes, name) !== null) return null;
  const named = formatOfEnding(endingOf(name));
  const json = jsonShape(bytes.toString(), { named, whole: bytes.byteLength < DETECTION_BYTES });
  if (json !== null) return json;
  if (named !== null) return isBinary(bytes) && named !== 'jsonl' && named !== 'json' ? null : named;
  if (isBinary(bytes)) return null;
  const delimiter = looksSeparated(bytes);
  if (delimiter !== null) return delimiter === '\t' ? 'tsv' : 'csv';
  return 'text';
}

/** The name of a format that is recognised but cannot be read, null where the bytes are none such. */
export function unreadableFormat(head: Uint8Array, name: string): string | null {
  const bytes = Buffer.from(head);
  const signed = SIGNATURES.find(([, signature]) => bytes.subarray(0, signature.length).equals(signature));
  if (
    signed !== undefined &&
    (signed[0] !== 'bzip2' || /^BZh[1-9]1AY/u.test(bytes.toString('latin1', 0, 8)))
  ) {
    return signed[0];
  }
  const byName = UNREADABLE_ENDINGS.get(endingOf(name));
  if (byName !== undefined) return byName;
  const isHtml = /^\s*<(?:!doctype\s+html|html[\s>])/iu.test(bytes.toString('latin1', 0, 512));
  return isHtml && formatOfEnding(endingOf(name)) === null ? 'HTML' : null;
}

function formatOfEnding(ending: string): FormatId | null {
  return FORMAT_IDS.find((id) => FORMATS[id].extensions.includes(ending)) ?? null;
}

/** Whether bytes are no text: too many control characters, of which line ends, tabs and escapes are none. */
function isBinary(bytes: Buffer): boolean {
  let control = 0;
  for (const byte of bytes) {
    if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b) control += 1;
  }
  return control > Math.max(4, bytes.byteLength * CONTROL_SHARE);
}
