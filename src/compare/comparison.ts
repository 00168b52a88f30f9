import type { Cause, Evidence } from '../audits/audit.ts';
import type { LostWord } from '../audits/reference-tail.ts';
import type { Interval } from '../statistics/jackknife.ts';
import type { Quantity } from '../statistics/quantity.ts';
import type { WordDiff } from './word-diff.ts';

/** Which way a new version went: more alike, less alike, neither beyond chance, or not to be told. */
export type Direction = 'narrowed' | 'unchanged' | 'widened' | 'insufficient-data';

/** Everything that two profiles say about each other, as plain JSON. */
export interface Comparison {
  readonly verdict: ComparisonVerdict;
  /** By the id of the figure, in the order of their table. */
  readonly differences: Readonly<Record<string, Difference>>;
  /** Null where one side has no words. */
  readonly tail: TailChange | null;
  readonly documents: DocumentChanges;
  readonly accumulation: Accumulation;
  /** Empty where documents name neither sources nor dates nor labels, or one of each alone. */
  readonly attribution: readonly AttributedSlice[];
  readonly wordDrift: WordDrift;
}

/**
 * What a source, month or label adds to the change of the overlap of two words, per million. The effects of all slices
 * of a kind add up to the change.
 */
export interface AttributedSlice {
  readonly by: 'source' | 'period' | 'label';
  /** `(others)` for the smaller ones together, `(none)` for documents that name none. */
  readonly slice: string;
  /** Its documents became more alike among themselves, and more like others. */
  readonly within: number;
  readonly between: number;
  /** There are more, or fewer, of them. */
  readonly mix: number;
  readonly total: number;
  /** The 95 % interval of the total; null where none can be had. */
  readonly interval: Interval | null;
  /** The total as a share of the whole change; below 0 where it goes the other way. Null where nothing changed. */
  readonly share: number | null;
}

/** Words and pairs of words that rose or fell beyond chance: an alarm of its own, that says nothing of likeness. */
export interface WordDrift {
  readonly alarm: boolean;
  /** How many words and pairs were tested, and at how many words from the beginning of each document. */
  readonly tested: number;
  readonly windowWords: number;
  readonly rose: number;
  readonly fell: number;
  /** At most 30, the surest first. */
  readonly words: readonly DriftedWord[];
}

export interface DriftedWord {
  /** Null where the profile holds no text. */
  readonly word: string | null;
  /** Documents per million that hold it. */
  readonly baseline: number;
  readonly candidate: number;
  /** Of candidate to baseline, with half a document in place of none. */
  readonly ratio: number;
  readonly adjustedP: number;
}

/**
 * What became of the distinct texts: unchanged, edited and removed are those of the baseline, unchanged, edited and
 * added those of the candidate.
 */
export interface DocumentChanges {
  readonly unchanged: number;
  readonly added: number;
  readonly removed: number;
  readonly edited: number;
  /** False where texts or ids are too many to be kept, and the numbers are estimated from those of smallest hash. */
  readonly exact: boolean;
  /** Words of the first edits of which both texts are in a sample. */
  readonly edits: readonly Edit[];
  /** Null where too few texts came, or stayed. */
  readonly addedLikeness: AddedLikeness | null;
}

/** Whether new documents were added to the old ones, or took their place. */
export type Accumulation = 'accumulated' | 'replaced' | 'mixed' | 'unrelated';

export interface Edit extends WordDiff {
  /** Of the document in the candidate. */
  readonly id: string;
}

/** How alike the texts are that came, beside those that stayed. */
export interface AddedLikeness {
  readonly kept: Quantity;
  readonly added: Quantity;
  readonly difference: { readonly value: number; readonly interval: Interval | null };
}

export interface ComparisonVerdict {
  readonly direction: Direction;
  /** One sentence with the figures that decided it. */
  readonly summary: string;
  /** Null where the texts of a side cannot be compared with each other. */
  readonly narrowing: Narrowing | null;
  /** Null where the versions share no text, or too few were exchanged. */
  readonly exchanged: ExchangedLikeness | null;
  /** Null where `narrowing` has no interval. */
  readonly detectable: Detectable | null;
  /** What is seen more of in the candidate and makes it more alike, strongest first. */
  readonly causes: readonly ChangeCause[];
  readonly warnings: readonly ComparisonWarning[];
}

/** By how many points the candidate is more alike, or has lost more of the tail, than the baseline. */
export interface Narrowing {
  readonly value: number;
  readonly unit: 'points';
  /** The 95 % interval, by which one reads it, and that of 99 %, by which the direction is given; null where neither can be had. */
  readonly interval: Interval | null;
  readonly interval99: Interval | null;
  /** What it is made of: the difference of the homogeneity index, and the points of the tail that was lost. */
  readonly homogeneity: number;
  readonly tail: number;
  /** Points that it must exceed for a direction. */
  readonly smallest: number;
}

/** By how many points the texts that came are more alike among themselves than those that went. */
export interface ExchangedLikeness {
  readonly value: number;
  readonly unit: 'points';
  readonly interval: Interval | null;
  readonly interval99: Interval | null;
  /** Distinct texts that are compared, one of near copies. */
  readonly went: number;
  readonly came: number;
}

/** The smallest share of the documents that would be found 8 times in 10 had generated texts replaced it. */
export interface Detectable {
  /** 1 where not even all of them would be found. */
  readonly share: number;
  /** The same where the new texts are as alike as those of the most alike pair that was measured, and of the least. */
  readonly range: readonly [number, number];
  readonly summary: string;
}

export interface ChangeCause {
  readonly cause: Cause;
  readonly summary: string;
  readonly remedy: string;
  /** Points of the homogeneity scale that the change of it is worth; null where that was not measured. */
  readonly points: number | null;
  readonly audits: readonly string[];
  /** From the candidate. */
  readonly evidence: readonly Evidence[];
}

export interface ComparisonWarning {
  readonly code: string;
  readonly summary: string;
}

/** One figure on both sides. */
export interface Difference {
  readonly title: string;
  readonly baseline: Quantity;
  readonly candidate: Quantity;
  readonly difference: {
    /** Candidate less baseline, in the unit of both. */
    readonly value: number;
    /** The 95 % interval; null where none can be had: of few documents, a side at 0, numbers of words at other sizes. */
    readonly interval: Interval | null;
    /** Adjusted for all figures by Benjamini and Hochberg; null where there is no interval. */
    readonly adjustedP: number | null;
  };
  /** `changed` where neither way is more alike. Anything but `unchanged` has an adjusted chance of at most 0.05. */
  readonly direction: 'narrowed' | 'unchanged' | 'widened' | 'changed';
  /** The difference in words. */
  readonly effect: string;
}

/** The rare words of the baseline in the candidate, and the other way round. */
export interface TailChange {
  /** Share of the baseline's rare words that are in as many words of the candidate. */
  readonly survived: Quantity;
  /** Share that would be in as many words from the source of the baseline. */
  readonly expected: Quantity;
  readonly effect: string;
  readonly bands: readonly TailBand[];
  /** Rare words of the baseline that are gone, the most telling first, and how many there are. */
  readonly lostWords: readonly LostWord[];
  readonly lost: number;
  /** Rare words of the candidate that the baseline does not have, in the same way. */
  readonly newWords: readonly LostWord[];
  readonly gained: number;
}

/** Words that occur from `from` to `to` times in half of the baseline. */
export interface TailBand {
  readonly from: number;
  readonly to: number;
  readonly types: number;
  readonly survived: number;
  readonly expected: number;
  readonly difference: { readonly value: number; readonly interval: Interval | null };
}
