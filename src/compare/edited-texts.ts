import { NEAR } from '../measures/duplicate-graph.ts';
import type { Profile } from '../profile/profile.ts';
import { toEnd } from '../profile/values.ts';
import { highAt, lowAt } from '../sketches/key-slots.ts';
import type { KeyTable } from '../sketches/key-table.ts';
import { sortedSlots, trimKeyTable } from '../sketches/key-table.ts';
import type { TextSignature } from '../sketches/text-signatures.ts';
import { holdsAllTexts, signedTexts } from '../sketches/text-signatures.ts';
import { similarSets } from '../statistics/similar-sets.ts';
import type { Sides } from './paired-replicates.ts';
import type { TextChanges, TextKey } from './text-changes.ts';
import { sharedIds } from './text-changes.ts';

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
  /** Those that were found, in the order of ids and then of hashes. */
  readonly pairs: readonly EditedPair[];
}

/**
 * Pairs texts that went with texts that came: those of one id, and of documents without an id those that are near
 * copies. A text is in one pair at most: of several of one id the first by hash go together, of near copies those that
 * are most alike.
 */
export function editedTexts(profiles: Sides<Profile>, changes: TextChanges): EditedTexts {
  const byId = editedById(profiles, changes);
  const byLikeness = editedByLikeness(profiles, changes);
  return {
    number: byId.number + byLikeness.number,
    exact: byId.exact && byLikeness.exact,
    pairs: [...byId.pairs, ...byLikeness.pairs],
  };
}

function editedById(profiles: Sides<Profile>, { share, went, came }: TextChanges): EditedTexts {
  const tables = { baseline: pairsOf(profiles.baseline), candidate: pairsOf(profiles.candidate) };
  const ids = sharedIds(tables);
  const before = contentsById(tables.baseline, ids.highest);
  const after = contentsById(tables.candidate, ids.highest);
  const gone = byLow(went);
  const arrived = byLow(came);
  const used = new Set<number>();
  const taken = new Set<number>();
  const pairs: EditedPair[] = [];
  for (const [id, contents] of before) {
    const others = after.get(id) ?? [];
    const own = contents.filter((low) => gone.has(low) && !used.has(low) && !others.includes(low));
    const free = others.filter(
      (low) => (share < 1 || arrived.has(low)) && !taken.has(low) && !contents.includes(low),
    );
    for (const [place, low] of own.entries()) {
      const other = free[place];
      if (other === undefined) break;
      used.add(low);
      taken.add(other);
      pairs.push({ went: gone.get(low)?.hash ?? null, came: arrived.get(other)?.hash ?? null });
    }
  }
  const known = share * ids.share;
  return { number: pairs.length / known, exact: known === 1, pairs };
}

function pairsOf({ counts }: Profile): KeyTable {
  const pairs = counts.get('identifiers')?.tables['pairs'];
  if (pairs === undefined) throw new Error('the profile has no counts of identifiers');
  trimKeyTable(pairs);
  return pairs;
}

/** Half hashes of the contents of each id, by half of its hash, both ascending. */
function contentsById(pairs: KeyTable, highest: number): ReadonlyMap<number, readonly number[]> {
  const contents = new Map<number, number[]>();
  for (const slot of sortedSlots(pairs)) {
    const id = highAt(pairs.slots, slot);
    if (id > highest) break;
    const known = contents.get(id);
    const low = lowAt(pairs.slots, slot);
    if (known === undefined) contents.set(id, [low]);
    else known.push(low);
  }
  return contents;
}

function byLow(keys: readonly TextKey[]): ReadonlyMap<number, TextKey> {
  return new Map(keys.map((key) => [key.low, key]));
}

/** Near copies among texts without an id, of which one went and one came. */
function editedByLikeness({ baseline, candidate }: Sides<Profile>, { went, came }: TextChanges): EditedTexts {
  if (haveIds(baseline) || haveIds(candidate)) return { number: 0, exact: true, pairs: [] };
  const gone = withoutId(baseline, went);
  const arrived = withoutId(candidate, came);
  const exact = holdsAllTexts(baseline.signatures) && holdsAllTexts(candidate.signatures);
  if (gone.length === 0 || arrived.length === 0) return { number: 0, exact, pairs: [] };
  // By key, so that what is alike stands close together.
  const texts = [
    ...gone.map((text) => ({ ...text, isNew: false })),
    ...arrived.map((text) => ({ ...text, isNew: true })),
  ].toSorted((a, b) => a.rank - b.rank || (a.hash < b.hash ? -1 : 1));
  const found = toEnd(
    similarSets(
      texts.map(({ text }) => ({ hashes: text.shingles, complete: text.complete })),
      { ...NEAR, containment: Number.POSITIVE_INFINITY },
    ),
  );
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
  return {
    number: pairs.length,
    exact: exact && found.complete,
    pairs: pairs.map((pair) => ({ went: pair.went, came: pair.came })),
  };
}

/** Whether every document has an id. */
function haveIds(profile: Profile): boolean {
  return pairsOf(profile).total === profile.sample.total;
}

/** The id of a document that has none is its content hash. */
function withoutId({ signatures }: Profile, keys: readonly TextKey[]): readonly TextSignature[] {
  const hashes = new Set(keys.map(({ hash }) => hash));
  return signedTexts(signatures).filter(({ hash, text }) => text.id === hash && hashes.has(hash));
}
