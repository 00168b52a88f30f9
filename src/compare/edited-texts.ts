import { NEAR, setOf } from '../measures/duplicate-graph.ts';
import type { Profile } from '../profile/profile.ts';
import { toEnd } from '../profile/values.ts';
import type { KeyTable } from '../sketches/key-table.ts';
import { trimKeyTable } from '../sketches/key-table.ts';
import type { TextSignature } from '../sketches/text-signatures.ts';
import { holdsAllTexts, signedTexts } from '../sketches/text-signatures.ts';
import { similarSets } from '../statistics/similar-sets.ts';
import type { Sides } from './paired-replicates.ts';
import type { TextChanges } from './text-changes.ts';
import { sharedIds } from './text-changes.ts';
import type { TextKeys } from './text-keys.ts';
import { hashAt, holdsHash, keysUpTo } from './text-keys.ts';
import type { TextLikeness } from './text-likeness.ts';
import { textLikeness } from './text-likeness.ts';

/** A text that went and the one that came in its place. */
export interface EditedPair {
  /** Content hashes; null where only the half of it is known that stands beside the id. */
  readonly went: string | null;
  readonly came: string | null;
}

export interface EditedTexts {
  /** Of all texts, estimated where not all ids and texts are known. */
  readonly number: number;
  readonly exact: boolean;
  /** Texts of all that went and came under one id and have nothing in common, likewise: other documents of its name. */
  readonly replaced: number;
  /** Those that were found: alike ones first, in the order of ids and then of hashes. */
  readonly pairs: readonly EditedPair[];
}

const NO_EDITS = { number: 0, replaced: 0, pairs: [] } as const;
/** Texts of one id of which the one that is alike is looked for. */
const MOST_TRIED = 64;
const LAST = 0xffffffff;

/**
 * Pairs texts that went with texts that came: those of one id that have something in common (`text-likeness.ts`), and
 * of documents without an id those that are near copies. Texts of one id that share nothing are another document under
 * its name. Where not every pair can be told, the others are taken to be edits in the same share. A text is in one pair at most: of several of one id those that are alike go together and then the first by hash, of near copies those that
 * are most alike.
 */
export function editedTexts(profiles: Sides<Profile>, changes: TextChanges): EditedTexts {
  const byId = editedById(profiles, changes);
  const byLikeness = editedByLikeness(profiles, changes);
  return {
    number: byId.number + byLikeness.number,
    exact: byId.exact && byLikeness.exact,
    replaced: byId.replaced,
    pairs: [...byId.pairs, ...byLikeness.pairs],
  };
}

function editedById(profiles: Sides<Profile>, { share, went, came }: TextChanges): EditedTexts {
  const tables = { baseline: pairsOf(profiles.baseline), candidate: pairsOf(profiles.candidate) };
  const ids = sharedIds(tables);
  const contents = contentsOfBoth(tables, ids.highest);
  const gone = byLow(went);
  const arrived = byLow(came);
  const used = new Set<number>();
  const taken = new Set<number>();
  const pairs: EditedPair[] = [];
  const areAlike = textLikeness(profiles);
  const hashOf = (low: number): string | null => hashIn(went, gone.get(low));
  const freshOf = (low: number): string | null => hashIn(came, arrived.get(low));
  const likely = (old: number, fresh: number): boolean => areAlike(hashOf(old), freshOf(fresh)) === true;
  // A text of many ids goes with the one that it was made of before any other id can take it.
  for (const match of [(own: Lows, free: Lows) => alikeOf(own, free, likely), byPlace]) {
    for (const { before, after } of contents) {
      const own = before.filter((low) => gone.has(low) && !used.has(low) && !after.includes(low));
      const free = after.filter(
        (low) => (share < 1 || arrived.has(low)) && !taken.has(low) && !before.includes(low),
      );
      for (const [low, other] of match(own, free)) {
        used.add(low);
        taken.add(other);
        pairs.push({ went: hashOf(low), came: freshOf(other) });
      }
    }
  }
  const known = share * ids.share;
  const alike = alikePairs(areAlike, pairs);
  return {
    number: alike.number / known,
    exact: known === 1 && alike.exact,
    replaced: (pairs.length - alike.number) / known,
    pairs: alike.pairs,
  };
}

type Lows = readonly number[];

/** Pairs what went with what came of one id where it is alike, as far as the next few show it. */
function alikeOf(
  own: Lows,
  free: Lows,
  areAlike: (went: number, came: number) => boolean,
): readonly (readonly [number, number])[] {
  const rest = [...free];
  return own.flatMap((low) => {
    const place = rest.slice(0, MOST_TRIED).findIndex((other) => areAlike(low, other));
    const [other] = place < 0 ? [] : rest.splice(place, 1);
    return other === undefined ? [] : [[low, other] as const];
  });
}

function byPlace(own: Lows, free: Lows): readonly (readonly [number, number])[] {
  return own.flatMap((low, place) => {
    const other = free[place];
    return other === undefined ? [] : [[low, other] as const];
  });
}

/** Of pairs of one id those that have something in common; those that cannot be told stay among the pairs. */
function alikePairs(
  areAlike: TextLikeness,
  pairs: readonly EditedPair[],
): Pick<EditedTexts, 'number' | 'exact' | 'pairs'> {
  const told = pairs.map((pair) => ({ pair, isAlike: areAlike(pair.went, pair.came) }));
  const alike = told.filter(({ isAlike }) => isAlike === true).length;
  const untold = told.filter(({ isAlike }) => isAlike === null).length;
  const share = pairs.length > untold ? alike / (pairs.length - untold) : 1;
  return {
    number: alike + untold * share,
    exact: untold === 0,
    pairs: told.filter(({ isAlike }) => isAlike !== false).map(({ pair }) => pair),
  };
}

function pairsOf({ counts }: Profile): KeyTable {
  const pairs = counts.get('identifiers')?.tables['pairs'];
  if (pairs === undefined) throw new Error('the profile has no counts of identifiers');
  trimKeyTable(pairs);
  return pairs;
}

/** Half hashes of the contents of an id on both sides, ascending. */
interface ContentsOfId {
  readonly before: Lows;
  readonly after: Lows;
}

/** Of each id that both sides have with other contents, by half of its hash, ascending. */
function contentsOfBoth({ baseline, candidate }: Sides<KeyTable>, highest: number): readonly ContentsOfId[] {
  const limit = { limitHigh: highest, limitLow: LAST };
  const [own, other] = [keysUpTo(baseline, limit), keysUpTo(candidate, limit)];
  const contents: ContentsOfId[] = [];
  let from = 0;
  for (let begin = 0; begin < own.high.length; ) {
    const id = own.high[begin] as number;
    const end = endOf(own, begin, id);
    while (from < other.high.length && (other.high[from] as number) < id) from += 1;
    const to = endOf(other, from, id);
    const before = own.low.subarray(begin, end);
    const after = other.low.subarray(from, to);
    if (
      after.length > 0 &&
      !(before.length === after.length && before.every((low, place) => low === after[place]))
    )
      contents.push({ before: [...before], after: [...after] });
    begin = end;
  }
  return contents;
}

/** The place after the last pair of an id. */
function endOf({ high }: TextKeys, begin: number, id: number): number {
  let end = begin;
  while (high[end] === id) end += 1;
  return end;
}

/** The places of keys by their low halves. */
function byLow({ low }: TextKeys): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  for (const [place, own] of low.entries()) places.set(own, place);
  return places;
}

function hashIn(keys: TextKeys, place: number | undefined): string | null {
  return place === undefined ? null : hashAt(keys, place);
}

/** Near copies among texts without an id, of which one went and one came. */
function editedByLikeness({ baseline, candidate }: Sides<Profile>, { went, came }: TextChanges): EditedTexts {
  if (haveIds(baseline) || haveIds(candidate)) return { ...NO_EDITS, exact: true };
  const gone = withoutId(baseline, went);
  const arrived = withoutId(candidate, came);
  const { pairs, complete } = nearPairs(gone, arrived);
  const exact = complete && holdsAllTexts(baseline.signatures) && holdsAllTexts(candidate.signatures);
  return { number: pairs.length, exact, replaced: 0, pairs };
}

/**
 * Near copies of which one went and one came, each text in one pair at most, the most alike first, and whether all
 * pairs were looked at.
 */
export function nearPairs(
  gone: readonly TextSignature[],
  arrived: readonly TextSignature[],
): { readonly pairs: readonly EditedPair[]; readonly complete: boolean } {
  if (gone.length === 0 || arrived.length === 0) return { pairs: [], complete: true };
  // By key, so that what is alike stands close together.
  const texts = [
    ...gone.map((text) => ({ ...text, isNew: false })),
    ...arrived.map((text) => ({ ...text, isNew: true })),
  ].toSorted((a, b) => a.rank - b.rank || (a.hash < b.hash ? -1 : 1));
  const found = toEnd(similarSets(texts.map(setOf), { ...NEAR, containment: Number.POSITIVE_INFINITY }));
  const candidates = found.first
    .flatMap((first, index) => {
      const pair = [texts[first], texts[found.second[index] ?? first]];
      const old = pair.find((text) => text?.isNew === false);
      const fresh = pair.find((text) => text?.isNew === true);
      if (old === undefined || fresh === undefined) return [];
      return [{ went: old.hash, came: fresh.hash, similarity: found.similarity[index] ?? 0 }];
    })
    .toSorted((a, b) => b.similarity - a.similarity || (a.went + a.came < b.went + b.came ? -1 : 1));
  const used = new Set<string>();
  const pairs = candidates.filter((pair) => {
    if (used.has(pair.went) || used.has(pair.came)) return false;
    used.add(pair.went);
    used.add(pair.came);
    return true;
  });
  return { pairs: pairs.map(({ went, came }) => ({ went, came })), complete: found.complete };
}

/** Whether every document has an id. */
function haveIds(profile: Profile): boolean {
  return pairsOf(profile).total === profile.sample.total;
}

/** The id of a document that has none is its content hash. */
function withoutId({ signatures }: Profile, keys: TextKeys): readonly TextSignature[] {
  return signedTexts(signatures).filter(({ hash, text }) => text.id === hash && holdsHash(keys, hash));
}
