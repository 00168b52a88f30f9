import type { NgramIncidence } from '../measures/ngram-incidence.ts';
import { ngramIncidence } from '../measures/ngram-incidence.ts';
import type { SampledDocument } from '../measures/sampled-corpus.ts';
import { quoteOf } from '../measures/sampled-corpus.ts';
import { GROUPS } from '../sketches/replicate-group.ts';
import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts';
import { fisherExact } from '../statistics/fisher-exact.ts';
import { CHANGE } from './change-settings.ts';
import type { ComparedCorpus } from './compared-corpus.ts';
import type { DriftedWord, WordDrift } from './comparison.ts';
import type { Sides } from './paired-replicates.ts';

/** Words and pairs of words. */
const LENGTHS = [1, 2];
/** Documents, and replicate groups that they lie in, of the side that has a word more often. */
const FEWEST = { documents: 5, groups: 5 };
const LEAST_RATIO = 1.5;
const MOST_WORDS = 30;
const WINDOW = { least: 20, most: 300 };
/** In place of no document, for which a ratio would be infinite. */
const HALF_A_DOCUMENT = 0.5;
const MILLION = 1e6;

/**
 * Words and pairs of words that more, or fewer, documents of the candidate have than of the baseline, beyond chance.
 *
 * Documents are distinct texts, one of near copies, and of each the same number of words at its beginning counts, as
 * many as three in four documents of the side with shorter ones have: in longer texts every word is more frequent.
 * Texts that both versions have say nothing about a change, so that the texts that came are held against the baseline,
 * or where none came those that went against what stayed. The chance is that of Fisher's exact test on counts divided
 * by their overdispersion between replicate groups (Pearson's X² over its degrees of freedom, at least 1), adjusted by
 * Benjamini and Hochberg for all that were tested: those that 5 documents in 5 groups of one side have. Of these the
 * words are given whose frequency in the whole versions differs by a factor of 1.5, the surest first.
 */
export function wordDrift({ baseline, candidate }: Sides<ComparedCorpus>): WordDrift {
  const split = splitDocuments(baseline.collapsed.documents, candidate.collapsed.documents);
  if (split === null) return NO_DRIFT;
  const window = windowOf(baseline.collapsed.documents, candidate.collapsed.documents);
  const tested = LENGTHS.flatMap((n) => testNgrams(split, ngramIncidence(split.documents, n, window)));
  const adjusted = benjaminiHochberg(tested.map(({ p }) => p));
  const drifted = tested
    .map((word, place) => ({ ...word, adjustedP: adjusted[place] ?? 1 }))
    .filter(({ adjustedP, ratio }) => adjustedP <= CHANGE.level && isFar(ratio))
    .toSorted((a, b) => a.adjustedP - b.adjustedP || b.evidence - a.evidence || a.order - b.order);
  return {
    alarm: drifted.length > 0,
    tested: tested.length,
    windowWords: window,
    rose: drifted.filter(({ ratio }) => ratio > 1).length,
    fell: drifted.filter(({ ratio }) => ratio < 1).length,
    words: drifted.slice(0, MOST_WORDS).map(
      (word): DriftedWord => ({
        word: wordOf(split.documents, word),
        baseline: word.baseline,
        candidate: word.candidate,
        ratio: word.ratio,
        adjustedP: word.adjustedP,
      }),
    ),
  };
}

const NO_DRIFT: WordDrift = { alarm: false, tested: 0, windowWords: 0, rose: 0, fell: 0, words: [] };

/** All texts of both versions once, and to what each belongs. */
interface Split {
  readonly documents: readonly SampledDocument[];
  readonly isOf: Sides<readonly boolean[]>;
  /** The two samples that are held against each other: they share no text. */
  readonly samples: Sides<readonly boolean[]>;
}

/** Null where neither enough texts came nor enough went. */
function splitDocuments(before: readonly SampledDocument[], after: readonly SampledDocument[]): Split | null {
  const old = new Set(before.map(({ entry }) => entry.hash));
  const now = new Set(after.map(({ entry }) => entry.hash));
  const documents = [...before, ...after.filter(({ entry }) => !old.has(entry.hash))];
  const baseline = documents.map(({ entry }) => old.has(entry.hash));
  const candidate = documents.map(({ entry }) => now.has(entry.hash));
  const came = candidate.map((is, place) => is && baseline[place] === false);
  const went = baseline.map((is, place) => is && candidate[place] === false);
  const isOf = { baseline, candidate };
  if (numberOf(came) >= FEWEST.documents) return { documents, isOf, samples: { baseline, candidate: came } };
  if (numberOf(went) >= FEWEST.documents) return { documents, isOf, samples: { baseline: went, candidate } };
  return null;
}

function numberOf(is: readonly boolean[]): number {
  return is.reduce((sum, own) => sum + (own ? 1 : 0), 0);
}

function windowOf(before: readonly SampledDocument[], after: readonly SampledDocument[]): number {
  return Math.min(WINDOW.most, Math.max(WINDOW.least, Math.min(lowerQuartile(before), lowerQuartile(after))));
}

function lowerQuartile(documents: readonly SampledDocument[]): number {
  const lengths = documents.map(({ high }) => high.length).toSorted((a, b) => a - b);
  return lengths[Math.floor(lengths.length / 4)] ?? 0;
}

interface TestedNgram {
  readonly n: number;
  /** Documents per million that have it, of each version, and how many times as many of the candidate. */
  readonly baseline: number;
  readonly candidate: number;
  readonly ratio: number;
  readonly p: number;
  readonly evidence: number;
  readonly order: number;
  readonly document: number;
  readonly place: number;
}

/** By n-gram: documents that have it in each version and each sample, and in each group of the samples. */
interface Counts {
  readonly baseline: Uint32Array;
  readonly candidate: Uint32Array;
  readonly groups: Sides<Uint16Array>;
  readonly document: Int32Array;
  readonly place: Uint32Array;
}

function testNgrams({ documents, isOf, samples }: Split, incidence: NgramIncidence): readonly TestedNgram[] {
  const counts = countNgrams({ documents, isOf, samples }, incidence);
  const sizes = {
    baseline: groupSizes(samples.baseline, documents),
    candidate: groupSizes(samples.candidate, documents),
  };
  const all = { baseline: numberOf(isOf.baseline), candidate: numberOf(isOf.candidate) };
  const tested: TestedNgram[] = [];
  for (let gram = 0; gram < incidence.frequencies.length; gram++) {
    const own = sampleOf(counts.groups.baseline, sizes.baseline, gram);
    const other = sampleOf(counts.groups.candidate, sizes.candidate, gram);
    if (!isFrequent(own) && !isFrequent(other)) continue;
    const dispersion = Math.max(1, (own.squares + other.squares) / Math.max(1, own.degrees + other.degrees));
    const before = counts.baseline[gram] ?? 0;
    const after = counts.candidate[gram] ?? 0;
    tested.push({
      n: incidence.n,
      baseline: (MILLION * before) / all.baseline,
      candidate: (MILLION * after) / all.candidate,
      ratio:
        Math.max(after, HALF_A_DOCUMENT) / all.candidate / (Math.max(before, HALF_A_DOCUMENT) / all.baseline),
      p: fisherExact(shrunk(own, dispersion), shrunk(other, dispersion)),
      evidence: Math.abs(own.marked / own.cases - other.marked / other.cases),
      order: gram,
      document: counts.document[gram] ?? 0,
      place: counts.place[gram] ?? 0,
    });
  }
  return tested;
}

function countNgrams({ documents, isOf, samples }: Split, incidence: NgramIncidence): Counts {
  const shared = incidence.frequencies.length;
  const counts: Counts = {
    baseline: new Uint32Array(shared),
    candidate: new Uint32Array(shared),
    groups: { baseline: new Uint16Array(shared * GROUPS), candidate: new Uint16Array(shared * GROUPS) },
    document: new Int32Array(shared).fill(-1),
    place: new Uint32Array(shared),
  };
  for (const [document, { group }] of documents.entries()) {
    const places = incidence.placesOf(document);
    const targets = [
      ...(isOf.baseline[document] ? [{ row: counts.baseline, step: 1, offset: 0 }] : []),
      ...(isOf.candidate[document] ? [{ row: counts.candidate, step: 1, offset: 0 }] : []),
      ...(samples.baseline[document] ? [{ row: counts.groups.baseline, step: GROUPS, offset: group }] : []),
      ...(samples.candidate[document] ? [{ row: counts.groups.candidate, step: GROUPS, offset: group }] : []),
    ];
    for (const [index, gram] of incidence.gramsOf(document).entries()) {
      for (const { row, step, offset } of targets)
        row[gram * step + offset] = (row[gram * step + offset] as number) + 1;
      if ((counts.document[gram] as number) >= 0) continue;
      counts.document[gram] = document;
      counts.place[gram] = places[index] ?? 0;
    }
  }
  return counts;
}

function groupSizes(isIn: readonly boolean[], documents: readonly SampledDocument[]): readonly number[] {
  const sizes = Array.from({ length: GROUPS }, () => 0);
  for (const [place, { group }] of documents.entries())
    if (isIn[place]) sizes[group] = (sizes[group] ?? 0) + 1;
  return sizes;
}

/** Documents of a sample that have an n-gram, the groups they lie in, and how they scatter over groups. */
interface SampleCounts {
  readonly marked: number;
  readonly cases: number;
  readonly groups: number;
  /** Pearson's X², and its degrees of freedom. */
  readonly squares: number;
  readonly degrees: number;
}

function sampleOf(rows: Uint16Array, sizes: readonly number[], gram: number): SampleCounts {
  const row = rows.subarray(gram * GROUPS, (gram + 1) * GROUPS);
  let [marked, groups] = [0, 0];
  for (const own of row) {
    marked += own;
    if (own > 0) groups += 1;
  }
  const cases = sizes.reduce((sum, size) => sum + size, 0);
  const share = marked / Math.max(1, cases);
  if (share === 0 || share === 1) return { marked, cases, groups, squares: 0, degrees: 0 };
  let squares = 0;
  let occupied = 0;
  for (const [group, size] of sizes.entries()) {
    if (size === 0) continue;
    occupied += 1;
    squares += ((row[group] ?? 0) - size * share) ** 2 / (size * share * (1 - share));
  }
  return { marked, cases, groups, squares, degrees: Math.max(0, occupied - 1) };
}

function isFrequent({ marked, groups }: SampleCounts): boolean {
  return marked >= FEWEST.documents && groups >= FEWEST.groups;
}

function shrunk({ marked, cases }: SampleCounts, dispersion: number): { marked: number; cases: number } {
  const all = Math.round(cases / dispersion);
  return { marked: Math.min(all, Math.round(marked / dispersion)), cases: all };
}

function isFar(ratio: number): boolean {
  return ratio >= LEAST_RATIO || ratio <= 1 / LEAST_RATIO;
}

/** What is written for it where it first stands, in lower case; null where the profile holds no text. */
function wordOf(documents: readonly SampledDocument[], { n, document, place }: TestedNgram): string | null {
  const own = documents[document];
  const text = own === undefined ? '' : quoteOf(own, place, place + n - 1);
  return text === '' ? null : text.toLowerCase().replace(/\s+/gu, ' ');
}
