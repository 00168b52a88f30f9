import { estimated } from '../audits/estimate.ts';
import type { Profile } from '../profile/profile.ts';
import { distinctKeys } from '../sketches/distinct-keys.ts';
import { excerptOf } from '../sketches/document-sample.ts';
import { jackknifeInterval } from '../statistics/jackknife.ts';
import { carriedShare } from './carried-texts.ts';
import type { ComparedCorpus } from './compared-corpus.ts';
import type { Accumulation, AddedLikeness, DocumentChanges, Edit } from './comparison.ts';
import type { EditedPair, EditedTexts } from './edited-texts.ts';
import { editedTexts } from './edited-texts.ts';
import { indexAmong } from './index-among.ts';
import type { Sides } from './paired-replicates.ts';
import { pairedReplicates } from './paired-replicates.ts';
import type { TextChanges } from './text-changes.ts';
import { holdsHash } from './text-keys.ts';
import { wordDiff } from './word-diff.ts';

/** Which documents came and went, and what that makes of the version. */
export interface ChangedDocuments {
  readonly documents: DocumentChanges;
  readonly accumulation: Accumulation;
  /** Documents that went and came, copies of texts that stayed among them. */
  readonly copies: TextChanges['documents'];
  /** The share of the candidate's texts that are texts of the baseline with other hashes. */
  readonly carried: number;
  /** Whether it is known that the candidate has every text of the baseline. */
  readonly keepsAll: boolean;
}

const MOST_EDITS = 5;
const LONGEST_ID = 200;
/** A share of the baseline's documents that may go while the others still count as kept. */
const FEW_GONE = 0.05;
/** Versions that share less than this of the smaller one's texts have nothing to do with each other. */
const FEW_KEPT = 0.01;
/** Documents that come for each that goes, so that they count as its replacement. */
const REPLACING = { from: 0.5, to: 1.5 };

/**
 * What became of the distinct texts of the baseline, and where those of the candidate come from. The numbers are exact
 * while all content hashes and ids are in the tables, and otherwise scaled up from those of smallest hash.
 */
export function changedDocuments(
  { baseline, candidate }: Sides<ComparedCorpus>,
  changes: TextChanges,
): ChangedDocuments {
  const profiles = { baseline: baseline.profile, candidate: candidate.profile };
  const edits = editedTexts(profiles, changes);
  const own = distinctKeys(baseline.texts).value;
  const other = distinctKeys(candidate.texts).value;
  const unchanged = Math.min(own, other, changes.unchanged / changes.share);
  const edited = Math.min(own - unchanged, other - unchanged, edits.number);
  const [kept, changed] = [Math.round(unchanged), Math.round(edited)];
  return {
    documents: {
      unchanged: kept,
      added: Math.max(0, Math.round(other) - kept - changed),
      removed: Math.max(0, Math.round(own) - kept - changed),
      edited: changed,
      exact: changes.share === 1 && edits.exact,
      edits: quotedEdits(profiles, edits.pairs),
      addedLikeness: addedLikeness(candidate, changes, edits),
    },
    copies: changes.documents,
    carried: carriedShare({ baseline, candidate }, changes, edits),
    keepsAll: changes.share === 1 && changes.went.high.length === 0,
    accumulation: accumulationOf(
      changes,
      edits,
      (unchanged + edited + edits.replaced) / Math.max(1, Math.min(own, other)),
    ),
  };
}

/**
 * By documents, copies included: accumulated where few of the baseline's went, replaced where about as many came as
 * went, unrelated where hardly a text or an id is in both, and mixed otherwise.
 */
function accumulationOf(
  { share, documents }: TextChanges,
  { number }: EditedTexts,
  keptShare: number,
): Accumulation {
  if (keptShare < FEW_KEPT) return 'unrelated';
  const went = Math.max(0, documents.went / share - number);
  const came = Math.max(0, documents.came / share - number);
  const all = (documents.kept + documents.went) / share;
  if (went <= FEW_GONE * all) return 'accumulated';
  return came >= REPLACING.from * went && came <= REPLACING.to * went ? 'replaced' : 'mixed';
}

/** Whether the texts that were added are more alike among themselves than the others; null where either are too few. */
function addedLikeness(
  candidate: ComparedCorpus,
  { came }: TextChanges,
  { pairs }: EditedTexts,
): AddedLikeness | null {
  const edited = new Set(pairs.map((pair) => pair.came));
  const isFresh = (hash: string): boolean => holdsHash(came, hash) && !edited.has(hash);
  const added = indexAmong(candidate, isFresh);
  const kept = indexAmong(candidate, (hash) => !isFresh(hash));
  if (added === null || kept === null) return null;
  const difference = pairedReplicates(
    { baseline: kept, candidate: added },
    (stayed, arrived) => arrived - stayed,
  );
  return {
    kept: estimated(kept, 'points', 'identity'),
    added: estimated(added, 'points', 'identity'),
    difference: { value: difference.value, interval: jackknifeInterval(difference) },
  };
}

/** The first edits of which both texts are in a sample, with their words. */
function quotedEdits({ baseline, candidate }: Sides<Profile>, pairs: readonly EditedPair[]): readonly Edit[] {
  const edits: Edit[] = [];
  for (const { went, came } of pairs) {
    if (edits.length === MOST_EDITS) break;
    const old = went === null ? undefined : baseline.sample.entries.get(went)?.text;
    const fresh = came === null ? undefined : candidate.sample.entries.get(came)?.text;
    if (old === undefined || fresh === undefined || old.hashes !== undefined || fresh.hashes !== undefined)
      continue;
    const diff = wordDiff(excerptOf(old), excerptOf(fresh));
    if (diff !== null) edits.push({ id: fresh.id.slice(0, LONGEST_ID), ...diff });
  }
  return edits;
}
