import { setOf } from '../measures/duplicate-graph.ts';
import type { Profile } from '../profile/profile.ts';
import type { SampledText } from '../sketches/document-sample.ts';
import { excerptOf } from '../sketches/document-sample.ts';
import type { SignedText } from '../sketches/text-signatures.ts';
import { holdsAllTexts, signedTexts } from '../sketches/text-signatures.ts';
import { containmentOf, resemblance } from '../statistics/similar-sets.ts';
import type { Sides } from './paired-replicates.ts';

/** Whether two texts, known by their content hashes, have something in common; null where that cannot be told. */
export type TextLikeness = (went: string | null, came: string | null) => boolean | null;

/** The share of the shingles of the smaller text that the larger must have. Unrelated texts hardly share any. */
const LEAST_SHINGLES = 0.1;
/** Shingles below which a changed word or two may leave none, so that words are looked at. */
const FEWEST_SHINGLES = 10;
/** The Jaccard similarity of the words of texts that are too short for shingles, or whose shingles are not known. */
const LEAST_WORDS = 0.3;

/**
 * Tells whether a text that came has something of the one that went: a tenth of the shingles of the smaller one or,
 * where one is too short or not all shingles are held, words with a Jaccard similarity of 0.3, as far as the samples
 * of both profiles have them.
 */
export function textLikeness({ baseline, candidate }: Sides<Profile>): TextLikeness {
  const areKnown = holdsAllTexts(baseline.signatures) && holdsAllTexts(candidate.signatures);
  const before = areKnown ? signaturesOf(baseline) : NONE;
  const after = areKnown ? signaturesOf(candidate) : NONE;
  return (went, came) => {
    if (went === null || came === null) return null;
    const [old, fresh] = [before.get(went), after.get(came)];
    const shared =
      old === undefined || fresh === undefined
        ? 0
        : containmentOf(resemblance(setOf({ text: old }), setOf({ text: fresh })));
    if (shared >= LEAST_SHINGLES) return true;
    if (old !== undefined && fresh !== undefined && isLong(old) && isLong(fresh)) return false;
    const words = [wordsOf(baseline, went), wordsOf(candidate, came)] as const;
    return words[0] === null || words[1] === null ? null : jaccard(words[0], words[1]) >= LEAST_WORDS;
  };
}

const NONE: ReadonlyMap<string, SignedText> = new Map();

function signaturesOf({ signatures }: Profile): ReadonlyMap<string, SignedText> {
  return new Map(signedTexts(signatures).map(({ hash, text }) => [hash, text]));
}

function isLong({ shingles }: SignedText): boolean {
  return shingles.length >= FEWEST_SHINGLES;
}

/** The different words of an excerpt, or their hashes; null where the text is in no sample. */
function wordsOf({ sample }: Profile, hash: string): ReadonlySet<string | number> | null {
  const text = sample.entries.get(hash)?.text;
  return text === undefined ? null : differentWords(text);
}

function differentWords(text: SampledText): ReadonlySet<string | number> {
  if (text.hashes !== undefined) return new Set(text.hashes.high);
  return new Set(
    excerptOf(text)
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu),
  );
}

function jaccard(a: ReadonlySet<string | number>, b: ReadonlySet<string | number>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return shared / Math.max(1, a.size + b.size - shared);
}
