import type { Problem } from '../problem.ts';

/** A file, or standard input, read as one unit of work. */
export interface Shard {
  /** What the user would call it: the path as given or found, or `-`. */
  readonly uri: string;
  /** Bytes as stored, before decompression; absent where it cannot be known. */
  readonly byteLength?: number;
  /** Opens a fresh stream over the stored bytes. Throws the file system's error where it cannot. */
  open(signal: AbortSignal): AsyncIterable<Uint8Array>;
}

/** What a walk over inputs finds, in a fixed order that depends on names alone. */
export type SourceItem =
  | { readonly kind: 'shard'; readonly shard: Shard }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** Where bytes come from. */
export interface Source {
  items(signal: AbortSignal): AsyncIterable<SourceItem>;
}
