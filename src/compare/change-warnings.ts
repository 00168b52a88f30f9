import { CALIBRATION } from '../audits/calibration.ts';
import { scriptClass } from '../audits/homogeneity.ts';
import { ENOUGH } from '../audits/thresholds.ts';
import { count, percent, whole } from '../audits/wording.ts';
import { firstTexts } from '../measures/sampled-corpus.ts';
import type { ComparedCorpus } from './compared-corpus.ts';
import type { ComparisonWarning, WordDrift } from './comparison.ts';
import type { ChangedDocuments } from './document-changes.ts';
import { MANY_CARRIED } from './effect-wording.ts';
import type { Sides } from './paired-replicates.ts';

/** Shares of languages, or of scripts, that differ by more than this are of other languages. */
const OTHER_LANGUAGE = 0.5;
/** A share of documents that were cut on one side, and on the other at most half as many. */
const MANY_CUT = 0.02;
const MOST_TOLD = 3;
/** Languages are told of so many documents at least. */
const FEWEST_TOLD = 5;
/** Texts whose language is looked for: enough to tell one language from another. */
const LANGUAGE_TEXTS = 100;

/** Whether a side is too small for a direction. */
export function isTooSmall({ values: { size } }: Pick<ComparedCorpus, 'values'>): boolean {
  return size.documents < ENOUGH.documents || size.tokens < ENOUGH.tokens;
}

/**
 * Whether the sides are written in other languages or scripts, so that their figures say nothing of each other: the
 * shares of languages differ by half or more in total variation, half the sum of absolute differences.
 */
export function areOtherLanguages({ baseline, candidate }: Sides<ComparedCorpus>): boolean {
  return (
    scriptClass(baseline.values) !== scriptClass(candidate.values) ||
    languageDistance({ baseline, candidate }) > OTHER_LANGUAGE
  );
}

function languageDistance({ baseline, candidate }: Sides<ComparedCorpus>): number {
  const [own, other] = [sharesOf(baseline), sharesOf(candidate)];
  if (own === null || other === null) return 0;
  const languages = new Set([...own.keys(), ...other.keys()]);
  return [...languages].reduce(
    (sum, language) => sum + Math.abs((own.get(language) ?? 0) - (other.get(language) ?? 0)) / 2,
    0,
  );
}

/** Of the first texts by hash; null where too few are long enough to be told. */
function sharesOf({ corpus }: ComparedCorpus): ReadonlyMap<string, number> | null {
  const told = firstTexts(corpus, LANGUAGE_TEXTS)
    .languages()
    .filter((language) => language !== null);
  if (told.length < FEWEST_TOLD) return null;
  const shares = new Map<string, number>();
  for (const language of told) shares.set(language, (shares.get(language) ?? 0) + 1 / told.length);
  return shares;
}

/** What a reader of the comparison must keep in mind. */
export function changeWarnings(sides: Sides<ComparedCorpus>): readonly ComparisonWarning[] {
  const named = [
    ['baseline', sides.baseline],
    ['candidate', sides.candidate],
  ] as const;
  return [
    ...named.flatMap(([name, side]) => (isTooSmall(side) ? [smallSample(name, side)] : [])),
    ...(areOtherLanguages(sides) ? [languagesDiffer(sides)] : []),
    ...cutDocuments(sides),
    ...(named.some(([, { values }]) => CALIBRATION.index[scriptClass(values)] === null)
      ? [NOT_CALIBRATED]
      : []),
    ...named.flatMap(([name, { profile }]) => (profile.holdsText ? [] : [withoutText(name)])),
  ];
}

/** Where nothing came and nothing went, not even a copy. */
export function sameDocuments({ documents, copies }: ChangedDocuments): readonly ComparisonWarning[] {
  const { added, removed, edited } = documents;
  if (added + removed + edited + copies.went + copies.came > 0) return [];
  return [
    {
      code: 'same-documents',
      summary: 'Both versions hold the same documents: was one of them meant to be another?',
    },
  ];
}

/** Edited texts are known by other hashes, so that words of theirs are found where strangers should be. */
export function editedDocuments({ carried }: ChangedDocuments): readonly ComparisonWarning[] {
  if (carried < MANY_CARRIED) return [];
  return [
    {
      code: 'edited-documents',
      summary: `${percent(carried)} of the texts of the new version are edited ones of the baseline: more of its rare words are found in them than in new texts, so that what is said to be missing is the least that is missing, and no gain of rare words can be told.`,
    },
  ];
}

/** Words that rose or fell are no sign of likeness, and are told apart from it. */
export function driftWarning({ alarm, rose, fell, words }: WordDrift): readonly ComparisonWarning[] {
  if (!alarm) return [];
  const told = words.flatMap(({ word }) => (word === null ? [] : [`“${word}”`])).slice(0, MOST_TOLD);
  const first = told.length === 0 ? '' : `, first of all ${told.join(', ')}`;
  return [
    {
      code: 'word-drift',
      summary: `${whole(rose)} words or phrases rose and ${whole(fell)} fell beyond chance${first}: the version speaks of other things or in other words, which by itself makes it neither more nor less alike.`,
    },
  ];
}

/** Where many more documents of one side were cut: a profile does not say at what length, but that they were. */
function cutDocuments({ baseline, candidate }: Sides<ComparedCorpus>): readonly ComparisonWarning[] {
  const shares = { baseline: cutShare(baseline), candidate: cutShare(candidate) };
  const [name, most, other] =
    shares.baseline > shares.candidate
      ? ['baseline', shares.baseline, shares.candidate]
      : ['candidate', shares.candidate, shares.baseline];
  if (most < MANY_CUT || other > most / 2) return [];
  return [
    {
      code: 'cut-documents',
      summary: `Of the ${name} ${percent(most)} of the documents were cut for their length, of the other side ${percent(other)}: differences may come of that, unless both are read with the same --max-document.`,
    },
  ];
}

function cutShare({ profile, values: { size } }: ComparedCorpus): number {
  return Math.min(1, (profile.problems.get('DOCUMENT_CUT') ?? 0) / Math.max(1, size.documents));
}

const NOT_CALIBRATED: ComparisonWarning = {
  code: 'script-not-calibrated',
  summary:
    'Most of the text is in a script without spaces, for which the homogeneity scale is not calibrated: the difference counts, and its points are those of other scripts.',
};

function smallSample(name: string, { values: { size } }: ComparedCorpus): ComparisonWarning {
  return {
    code: 'small-sample',
    summary: `A direction needs at least ${ENOUGH.documents} documents and ${whole(ENOUGH.tokens)} words on both sides; the ${name} has ${count(size.documents, 'document')} of ${count(size.tokens, 'word')} in all.`,
  };
}

function languagesDiffer({ baseline, candidate }: Sides<ComparedCorpus>): ComparisonWarning {
  return {
    code: 'languages-differ',
    summary: `The versions are in other languages or scripts (${commonest(baseline)} and ${commonest(candidate)}), so that their figures say nothing of each other: compare each language on its own.`,
  };
}

function commonest(side: ComparedCorpus): string {
  const [first] = [...(sharesOf(side) ?? [])].toSorted(([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? -1 : 1));
  if (first !== undefined) return `${percent(first[1])} in “${first[0]}”`;
  return scriptClass(side.values) === 'unspaced'
    ? 'a script without spaces'
    : 'a language that cannot be told';
}

function withoutText(name: string): ComparisonWarning {
  return {
    code: 'no-text',
    summary: `The ${name} is a profile without text: its words and documents cannot be quoted, and figures that look at characters are left out.`,
  };
}
