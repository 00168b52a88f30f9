import type * as Eld from 'eld/extrasmall';
import { loadPackage } from './deferred-package.ts';

/** Tells in which language a text is. */
export interface LanguageDetector {
  /** The ISO 639-1 code, or null where the text does not tell. Only the first 350 bytes or so are looked at. */
  languageOf(text: string): string | null;
}

/**
 * Makes a detector of 60 languages by the byte n-grams of words: `eld` with its smallest table, which is right for
 * 97 in 100 texts of 80 characters. It takes about a tenth of a second to load, once.
 */
export function createLanguageDetector(): LanguageDetector {
  const { eld } = loadPackage('eld/extrasmall') as typeof Eld;
  return {
    languageOf(text) {
      const found = eld.detect(text);
      return found.language !== '' && found.isReliable() ? found.language : null;
    },
  };
}
