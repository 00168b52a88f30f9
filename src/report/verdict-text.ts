import type { Level } from '../audits/level.ts';
import type { Verdict } from '../audits/verdict.ts';
import { countedText, quantityParts } from './quantity-text.ts';

const LEVEL_SENTENCES: Readonly<Record<Level, string>> = {
  'insufficient-data': 'Insufficient data: what is here allows no level.',
  heteroglossic: 'Heteroglossic: this corpus shows no lack of different voices.',
  narrowing: 'Narrowing: these documents are more alike than text by many unrelated hands.',
  monologic: 'Monologic: these documents are so alike that one voice speaks in all of them.',
};

const BASELINE_SENTENCES: Readonly<Partial<Record<Level, string>>> = {
  heteroglossic: 'Heteroglossic: these documents are no more alike than those of the baseline.',
  narrowing: 'Narrowing: these documents are more alike than those of the baseline.',
};

function isByBaseline({ decidedBy }: Verdict): boolean {
  return decidedBy.includes('baseline');
}

export const PROVISIONAL_NOTE =
  'No level is calibrated for this script: compare it with a corpus that you trust.';

export const NO_TEXT_NOTE = 'Quotes are not available: the profile holds no text.';

/** The verdict in one plain sentence. */
export function verdictSentence(verdict: Verdict): string {
  return (
    (isByBaseline(verdict) ? BASELINE_SENTENCES[verdict.level] : undefined) ?? LEVEL_SENTENCES[verdict.level]
  );
}

/** The index in one sentence, or why there is none. */
export function homogeneitySentence(verdict: Verdict): string {
  if (verdict.homogeneity === null) return 'No homogeneity index: it takes at least 5 documents.';
  const behind = countedText(verdict.homogeneity.documents, 'document', 'documents');
  const { number, interval } = quantityParts(verdict.homogeneity);
  return `Homogeneity ${number} of 100${interval === '' ? '' : ` ${interval}`}, from ${behind}.`;
}
