/**
 * A coordinated sample of distinct texts with their shingles, in which near copies stand together.
 *
 * The key of a text is its shingle of smallest hash (a min-hash: two texts have the same one with a chance equal to
 * their Jaccard similarity), and its rank is another hash of that shingle. All texts are kept while they fit. Beyond
 * that two filters apply, first one and then both: of each key at most `perKey` texts, those of smallest content hash,
 * and keys of a rank below a bound that only falls. What is kept of a union is so what is kept of the parts.
 */
export interface SignatureSpec {
  /** Greatest number of cells, where a text takes one for each of its shingles and `TEXT_CELLS` for the rest. */
  readonly capacity: number;
  /** Texts kept of each key once not all fit. */
  readonly perKey: number;
  /** Shingles kept of a text: those of smallest hash. */
  readonly shingles: number;
}

/** What is kept of a distinct text. */
export interface SignedText {
  /** The smallest of the documents that have it, field by field in this order. */
  readonly id: string;
  readonly source: string;
  readonly date: string;
  /** The different shingles of smallest hash, ascending. */
  readonly shingles: Uint32Array;
  /** Whether these are all its shingles. */
  readonly complete: boolean;
  /** Words of the whole text. */
  readonly words: number;
}

export interface TextSignature {
  /** The content hash: 16 hexadecimal digits, whose order is that of the numbers. */
  readonly hash: string;
  /** 32 bits of the key, which two texts with one key have in common. */
  readonly rank: number;
  /** Documents with this text. */
  readonly count: number;
  readonly text: SignedText;
}

/** The texts of one key. */
interface KeyGroup {
  /** Documents whose text has this key, kept or not. */
  documents: number;
  /** Texts above this hash are left out. */
  limit: string;
  /** May be more than `perKey` until the sample is trimmed. */
  readonly entries: Map<string, TextSignature>;
}

export interface TextSignatures {
  readonly spec: SignatureSpec;
  /** Documents offered, kept or not. */
  total: number;
  /** Whether of each key at most `perKey` texts are kept. */
  capped: boolean;
  /** Keys whose rank is below it are kept; 2^32 while all are. */
  bound: number;
  /** Cells taken now. */
  cells: number;
  /** By rank. */
  readonly groups: Map<number, KeyGroup>;
}

export const TEXT_CELLS = 64;
const RANKS: number = 2 ** 32;
const LAST_HASH = 'f'.repeat(16);
const SLACK = 1.25;
const LEAST_SLACK = 4096;

export function createTextSignatures(spec: SignatureSpec): TextSignatures {
  return { spec, total: 0, capped: false, bound: RANKS, cells: 0, groups: new Map() };
}

/** Whether every distinct text is kept. */
export function holdsAllTexts({ capped }: TextSignatures): boolean {
  return !capped;
}

/** Offers a document. `describe` is called, with the number of shingles to keep, only when the text is kept. */
export function offerSignature(
  signatures: TextSignatures,
  { hash, rank }: Pick<TextSignature, 'hash' | 'rank'>,
  describe: (shingles: number) => SignedText,
): void {
  signatures.total += 1;
  if (rank >= signatures.bound) return;
  const group = groupOf(signatures, rank);
  group.documents += 1;
  if (hash > group.limit) return;
  const text = describe(signatures.spec.shingles);
  placeSignature(signatures, group, { hash, rank, count: 1, text });
  trimWhereFull(signatures);
}

/** Adds all of `from` to `into`, which is used up; the smaller numbers hold for the result once it is trimmed. */
export function mergeTextSignatures(into: TextSignatures, from: TextSignatures): TextSignatures {
  const spec: SignatureSpec = {
    capacity: Math.min(into.spec.capacity, from.spec.capacity),
    perKey: Math.min(into.spec.perKey, from.spec.perKey),
    shingles: Math.min(into.spec.shingles, from.spec.shingles),
  };
  const merged: TextSignatures = {
    ...(into.spec.shingles === spec.shingles ? into : createTextSignatures(spec)),
    spec,
    total: into.total + from.total,
    capped: into.capped || from.capped,
    bound: Math.min(into.bound, from.bound),
  };
  dropRanks(merged);
  if (into.spec.shingles !== spec.shingles) addGroups(merged, into);
  addGroups(merged, from);
  trimWhereFull(merged);
  return merged;
}

/**
 * The same with fewer texts, about as many as are asked for, where some were left out already: those of the smallest
 * ranks, which are a sample of the sample. It shares the groups with the given one, which stays as it is.
 */
export function fewerSignatures(signatures: TextSignatures, most: number): TextSignatures {
  if (!signatures.capped) return signatures;
  const groups = new Map<number, KeyGroup>();
  let bound = signatures.bound;
  let texts = 0;
  for (const [rank, group] of [...signatures.groups].toSorted(([a], [b]) => a - b)) {
    if (texts >= most) {
      bound = rank;
      break;
    }
    groups.set(rank, group);
    texts += group.entries.size;
  }
  return { ...signatures, bound, groups };
}

function addGroups(merged: TextSignatures, from: TextSignatures): void {
  for (const [rank, theirs] of from.groups) {
    if (rank >= merged.bound) continue;
    const group = groupOf(merged, rank);
    group.documents += theirs.documents;
    if (theirs.limit < group.limit) group.limit = theirs.limit;
    for (const entry of theirs.entries.values()) placeSignature(merged, group, entry);
    dropAboveLimit(merged, group);
  }
}

/** Leaves at most the capacity. Throws nothing away while all texts fit. */
export function trimTextSignatures(signatures: TextSignatures): void {
  if (signatures.cells > signatures.spec.capacity) signatures.capped = true;
  if (!signatures.capped) return;
  for (const group of signatures.groups.values()) capGroup(signatures, group);
  let charge = 0;
  for (const [rank, group] of [...signatures.groups].toSorted(([a], [b]) => a - b)) {
    charge += chargeOf(group, signatures.spec);
    if (charge <= signatures.spec.capacity) continue;
    signatures.bound = rank;
    dropRanks(signatures);
    return;
  }
}

/**
 * What a key costs of the capacity: the cells of its texts, or once some were left out the most that so many texts can
 * take. It must never fall as more texts come, or the bound would depend on their order: a short text may take the
 * place of a long one.
 */
function chargeOf({ limit, entries }: KeyGroup, { perKey, shingles }: SignatureSpec): number {
  if (limit !== LAST_HASH) return perKey * (TEXT_CELLS + shingles);
  let cells = 0;
  for (const entry of entries.values()) cells += cellsOf(entry);
  return cells;
}

/** What is kept, in the order of the content hashes. */
export function signedTexts({ groups }: TextSignatures): TextSignature[] {
  return [...groups.values()]
    .flatMap(({ entries }) => [...entries.values()])
    .toSorted((a, b) => (a.hash < b.hash ? -1 : 1));
}

/** Puts an entry back that was read from bytes, with its group. */
export function restoreGroup(
  signatures: TextSignatures,
  rank: number,
  { documents, limit, entries }: { documents: number; limit: string; entries: readonly TextSignature[] },
): void {
  const group = groupOf(signatures, rank);
  group.documents = documents;
  group.limit = limit;
  for (const entry of entries) placeSignature(signatures, group, entry);
}

function groupOf({ groups }: TextSignatures, rank: number): KeyGroup {
  const known = groups.get(rank);
  if (known !== undefined) return known;
  const group: KeyGroup = { documents: 0, limit: LAST_HASH, entries: new Map() };
  groups.set(rank, group);
  return group;
}

function placeSignature(signatures: TextSignatures, group: KeyGroup, entry: TextSignature): void {
  if (entry.hash > group.limit) return;
  const known = group.entries.get(entry.hash);
  if (known === undefined) {
    const kept = withFewer(entry, signatures.spec.shingles);
    group.entries.set(entry.hash, kept);
    signatures.cells += cellsOf(kept);
    if (signatures.capped && group.entries.size > 2 * signatures.spec.perKey) capGroup(signatures, group);
    return;
  }
  const { id, source, date } = smaller(known.text, entry.text);
  const text = { ...known.text, id, source, date };
  group.entries.set(entry.hash, { ...known, count: known.count + entry.count, text });
}

function withFewer(entry: TextSignature, most: number): TextSignature {
  if (entry.text.shingles.length <= most) return entry;
  return {
    ...entry,
    text: { ...entry.text, shingles: entry.text.shingles.slice(0, most), complete: false },
  };
}

function trimWhereFull(signatures: TextSignatures): void {
  if (signatures.cells > signatures.spec.capacity * SLACK + LEAST_SLACK) trimTextSignatures(signatures);
}

function capGroup(signatures: TextSignatures, group: KeyGroup): void {
  const { perKey } = signatures.spec;
  if (group.entries.size <= perKey) return;
  const last = [...group.entries.keys()].toSorted()[perKey - 1];
  if (last === undefined) return;
  group.limit = last;
  dropAboveLimit(signatures, group);
}

function dropAboveLimit(signatures: TextSignatures, group: KeyGroup): void {
  for (const entry of group.entries.values()) {
    if (entry.hash <= group.limit) continue;
    group.entries.delete(entry.hash);
    signatures.cells -= cellsOf(entry);
  }
}

function dropRanks(signatures: TextSignatures): void {
  for (const [rank, group] of signatures.groups) {
    if (rank < signatures.bound) continue;
    for (const entry of group.entries.values()) signatures.cells -= cellsOf(entry);
    signatures.groups.delete(rank);
  }
}

function cellsOf({ text }: TextSignature): number {
  return TEXT_CELLS + text.shingles.length;
}

const ORDER = ['id', 'source', 'date'] as const;

function smaller(a: SignedText, b: SignedText): SignedText {
  for (const field of ORDER) if (a[field] !== b[field]) return a[field] < b[field] ? a : b;
  return a;
}
