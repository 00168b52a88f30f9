import type { Replicated } from '../measures/measure.ts';

/** The name of the built-in reference for English. */
export const ENGLISH_REFERENCE = 'builtin:en';

/** How much of what a reference has is in a corpus, beside what would be in a fresh sample of the same size. */
export interface Survival {
  /** Types of a half of the reference that were looked up, on average; of all types, where a sample is held. */
  readonly types: number;
  /** Share that would be in a sample of the reference's source. */
  readonly expected: Replicated;
  /** Share that is in as many tokens of the corpus. */
  readonly survived: Replicated;
  /** Survived less expected. */
  readonly difference: Replicated;
  /** Survived to expected, null where nothing was to be expected. */
  readonly ratio: Replicated | null;
}

/** Types that occur from `from` to `to` times in a half of the reference. */
interface SurvivalBand extends Survival {
  readonly from: number;
  readonly to: number;
}

/** A rare word of the reference that the corpus lacks. */
export interface LostWord {
  /** Null where the reference holds no text. */
  readonly word: string | null;
  readonly count: number;
  readonly documents: number;
  /** Documents of the corpus that would have it, were it as frequent as in the reference. */
  readonly expectedDocuments: number;
  /** The chance that none has it, adjusted for the number of words that were looked up. */
  readonly adjustedP: number;
}

/** The tail of a corpus against that of a reference. */
export interface ReferenceTail {
  /** How the reference is called. */
  readonly reference: string;
  /** Documents of the reference and of the corpus. */
  readonly referenceDocuments: number;
  readonly documents: number;
  /** Tokens that were compared, of each, on average over the splits. */
  readonly comparedTokens: number;
  /** Share of the word types by which the two were compared; 1 for all. */
  readonly typeShare: number;
  /** Survival by bands, each null where the reference has no such types. */
  readonly bands: readonly SurvivalBand[];
  /** All bands together. Null without such types, and where one of both has no words. */
  readonly rare: Survival | null;
  /** All types of the reference, and all tokens. */
  readonly types: Survival | null;
  readonly tokens: Survival | null;
  /** Most telling first. */
  readonly lostWords: readonly LostWord[];
  /** How many there are. */
  readonly lost: number;
}
