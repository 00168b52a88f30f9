import type { Problem, ProblemCode } from '../problem.ts';
import type { Finding, ReadItem } from './format.ts';

const EXCERPT_CHARACTERS = 80;
/** A character has at most four bytes in UTF-8. */
const EXCERPT_BYTES = EXCERPT_CHARACTERS * 4;

/** The beginning of some bytes or text, short enough to quote in a problem; never half a character. */
function excerptOf(data: Uint8Array | string): string {
  const text =
    typeof data === 'string'
      ? data.slice(0, EXCERPT_CHARACTERS + 1)
      : Buffer.from(data.buffer, data.byteOffset, Math.min(data.byteLength, EXCERPT_BYTES)).toString();
  return wellFormed(text.slice(0, EXCERPT_CHARACTERS).trim());
}

/** The text with every half surrogate pair replaced by U+FFFD. */
export function wellFormed(text: string): string {
  return isWellFormed(text) ? text : Buffer.from(text).toString();
}

/** Whether a text holds no half surrogate pair. */
export function isWellFormed(text: string): boolean {
  return (text as WellFormable).isWellFormed();
}

/** What Node 20 has and the typings of es2023 do not. */
type WellFormable = string & { isWellFormed(): boolean };

/** What may be known about a problem besides its kind. */
export interface ProblemDetails {
  readonly line?: number | undefined;
  readonly data?: Uint8Array | string | undefined;
}

/** A problem of one shard, and the data it was found in. */
export function problemOf(
  code: ProblemCode,
  uri: string,
  message: string,
  { line, data }: ProblemDetails = {},
): Extract<ReadItem, { kind: 'problem' }> {
  const problem: Problem = line === undefined ? { code, uri, message } : { code, uri, message, line };
  return data === undefined ? { kind: 'problem', problem } : { kind: 'problem', problem, data };
}

/** The problem with its excerpt, ready to be shown. */
export function quotedProblem({ problem, data }: Finding): Problem {
  const excerpt = data === undefined ? '' : excerptOf(data);
  return excerpt === '' ? problem : { ...problem, excerpt };
}
