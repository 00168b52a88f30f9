import type { ExcerptHashes } from './excerpt-hashes.ts';
import { markOf, shortened } from './excerpt-hashes.ts';

/**
 * A coordinated sample of distinct texts: the k whose content hash is smallest, so that the sample of a union
 * is the sample of the samples. Each entry is one text, however often it occurs.
 */
export interface SampleSpec {
  /** Greatest number of distinct texts. */
  readonly capacity: number;
  /** How many of them, by hash, keep a long excerpt. */
  readonly longCapacity: number;
  /** Words of an excerpt. */
  readonly shortWords: number;
  readonly longWords: number;
}

/** What describes an entry when several documents have its text: the smallest of them, field by field in this order. */
export interface SampledText {
  readonly id: string;
  readonly source: string;
  readonly date: string;
  readonly label: string;
  /**
   * The text as UTF-8 up to the end of the last of the short number of words, and what follows in a long excerpt.
   * The excerpt that reaches the last word of the text has the punctuation behind it as well.
   * Bytes take half the memory of strings and move cheaply between threads. Empty in a sample without text.
   */
  readonly beginning: Uint8Array;
  readonly rest: Uint8Array;
  /** Words of the whole text. */
  readonly words: number;
  /** What stands in the place of the excerpt in a sample without text. */
  readonly hashes?: ExcerptHashes;
}

export interface SampleEntry {
  /** The content hash: 16 hexadecimal digits, and as two halves. */
  readonly hash: string;
  readonly high: number;
  readonly low: number;
  /** Documents with this text. */
  readonly count: number;
  readonly text: SampledText;
}

export interface DocumentSample {
  readonly spec: SampleSpec;
  /** Documents offered, with or without a place in the sample. */
  total: number;
  limitHigh: number;
  limitLow: number;
  /** Texts above this hash are sure to end with a short excerpt. */
  longLimit: number;
  /** Entries held now with a long excerpt. */
  longHeld: number;
  /** May be more than the capacity until the sample is trimmed. */
  entries: Map<string, SampleEntry>;
}

export const NO_BYTES: Uint8Array = new Uint8Array(0);
const LAST = 0xffffffff;
const SLACK = 1.25;
const LONG_SLACK = 1.25;
const LEAST_SLACK = 64;

export function createDocumentSample(spec: SampleSpec): DocumentSample {
  const limits = { limitHigh: LAST, limitLow: LAST, longLimit: LAST };
  return { spec, total: 0, ...limits, longHeld: 0, entries: new Map() };
}

/** Whether every distinct text is in the sample. */
export function holdsEverything(sample: DocumentSample): boolean {
  return sample.limitHigh === LAST && sample.limitLow === LAST;
}

/** Whether a text of this hash has a place now, so that its excerpt is worth making. */
function wantsText(sample: DocumentSample, high: number, low: number): boolean {
  return high < sample.limitHigh || (high === sample.limitHigh && low <= sample.limitLow);
}

/** Offers a document. `describe` is called, with the words to keep, only when the text has a place in the sample. */
export function offerDocument(
  sample: DocumentSample,
  content: { readonly hash: string; readonly high: number; readonly low: number },
  describe: (words: number) => SampledText,
): void {
  sample.total += 1;
  if (!wantsText(sample, content.high, content.low)) return;
  const words = content.high <= sample.longLimit ? sample.spec.longWords : sample.spec.shortWords;
  const { hash, high, low } = content;
  placeEntry(sample, { hash, high, low, count: 1, text: describe(words) });
}

/** The excerpt of a text, the empty string in a sample without text. */
export function excerptOf({ beginning, rest }: SampledText): string {
  return Buffer.concat([beginning, rest]).toString();
}

/** The entries in the order of their hashes. */
export function sampledEntries(sample: DocumentSample): SampleEntry[] {
  return [...sample.entries.values()].toSorted((a, b) => a.high - b.high || a.low - b.low);
}

/** Leaves at most the capacity, and long excerpts only where they are due. */
export function trimDocumentSample(sample: DocumentSample, spec: SampleSpec = sample.spec): void {
  const kept = sampledEntries(sample).slice(0, spec.capacity);
  if (sample.entries.size > spec.capacity) {
    const last = kept[kept.length - 1];
    sample.limitHigh = last?.high ?? 0;
    sample.limitLow = last?.low ?? 0;
  }
  sample.longLimit = kept[spec.longCapacity - 1]?.high ?? LAST;
  sample.entries = new Map(
    kept.map((entry, rank) => [entry.hash, rank < spec.longCapacity ? entry : withShortExcerpt(entry)]),
  );
  sample.longHeld = Math.min(kept.length, spec.longCapacity);
}

/** Adds all of `from` to `into`; the smaller capacities hold for the result once it is trimmed. */
export function mergeDocumentSamples(into: DocumentSample, from: DocumentSample): DocumentSample {
  const spec: SampleSpec = {
    ...into.spec,
    capacity: Math.min(into.spec.capacity, from.spec.capacity),
    longCapacity: Math.min(into.spec.longCapacity, from.spec.longCapacity),
  };
  const merged: DocumentSample = { ...into, spec, total: into.total + from.total };
  const fromIsTighter =
    from.limitHigh < into.limitHigh || (from.limitHigh === into.limitHigh && from.limitLow < into.limitLow);
  if (fromIsTighter) {
    merged.limitHigh = from.limitHigh;
    merged.limitLow = from.limitLow;
  }
  if (fromIsTighter)
    for (const entry of merged.entries.values())
      if (!wantsText(merged, entry.high, entry.low)) merged.entries.delete(entry.hash);
  for (const entry of from.entries.values())
    if (wantsText(merged, entry.high, entry.low)) placeEntry(merged, entry);
  return merged;
}

/** Adds an entry, whose text has a place in the sample. Trims are rare, because some more are let in between two of them. */
export function placeEntry(sample: DocumentSample, entry: SampleEntry): void {
  const known = sample.entries.get(entry.hash);
  const placed =
    known === undefined
      ? entry
      : { ...known, count: known.count + entry.count, text: smaller(known.text, entry.text) };
  sample.entries.set(entry.hash, placed);
  if (known === undefined && isLong(entry.text)) sample.longHeld += 1;
  const { capacity, longCapacity } = sample.spec;
  const isFull = sample.entries.size > capacity * SLACK + LEAST_SLACK;
  if (isFull || sample.longHeld > longCapacity * LONG_SLACK + LEAST_SLACK) trimDocumentSample(sample);
}

function isLong({ rest, hashes }: SampledText): boolean {
  return hashes === undefined ? rest.length > 0 : hashes.short.mark !== hashes.whole.mark;
}

const ORDER = ['id', 'source', 'date', 'label'] as const;

function smaller(a: SampledText, b: SampledText): SampledText {
  for (const field of ORDER) if (a[field] !== b[field]) return a[field] < b[field] ? a : b;
  return (compareExcerpts(a, b) || a.words - b.words) <= 0 ? a : b;
}

/** By the marks of the short beginnings, then the short one first, then by the marks of the wholes. */
function compareExcerpts(a: SampledText, b: SampledText): number {
  if (a.hashes === undefined && b.hashes === undefined && hasSameExcerpt(a, b)) return 0;
  const [ofA, ofB] = [marksOf(a), marksOf(b)];
  if (ofA.short !== ofB.short) return ofA.short < ofB.short ? -1 : 1;
  if (ofA.whole === ofB.whole) return 0;
  if (ofA.short === ofA.whole) return -1;
  return ofB.short === ofB.whole || ofB.whole < ofA.whole ? 1 : -1;
}

function hasSameExcerpt(a: SampledText, b: SampledText): boolean {
  return Buffer.compare(a.beginning, b.beginning) === 0 && Buffer.compare(a.rest, b.rest) === 0;
}

function marksOf({ beginning, rest, hashes }: SampledText): {
  readonly short: string;
  readonly whole: string;
} {
  if (hashes !== undefined) return { short: hashes.short.mark, whole: hashes.whole.mark };
  return { short: markOf(beginning), whole: markOf(Buffer.concat([beginning, rest])) };
}

function withShortExcerpt(entry: SampleEntry): SampleEntry {
  const { hashes } = entry.text;
  if (hashes !== undefined) return { ...entry, text: { ...entry.text, hashes: shortened(hashes) } };
  return entry.text.rest.length === 0 ? entry : { ...entry, text: { ...entry.text, rest: NO_BYTES } };
}
