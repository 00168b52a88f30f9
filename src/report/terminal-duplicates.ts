import { limitText } from './display-width.ts';
import type { DuplicateDetails } from './duplicate-details.ts';
import { duplicateDetails } from './duplicate-details.ts';
import {
  clusterCountText,
  containedText,
  effectText,
  leastSimilarity,
  MISSING_PAIRS,
} from './duplicate-text.ts';
import { printableText } from './printable-text.ts';
import { countedText, countText, figureText } from './quantity-text.ts';
import type { Report } from './report.ts';
import { line, type TerminalLine } from './terminal-line.ts';

/** What there is to know of near copies and templates where they fail: at most so many lines for each fact. */
export function duplicateLines(audits: Report['audits'], width: number, rows: number): TerminalLine[] {
  const details = duplicateDetails(audits);
  const texts = [
    ...(hasFailed(audits, 'near-duplicates') ? copiesTexts(details) : []),
    ...(hasFailed(audits, 'templates') ? templateTexts(details) : []),
  ];
  return texts.flatMap((text) => limitText(printableText(text), width, rows)).map((text) => line(text));
}

function hasFailed(audits: Report['audits'], id: string): boolean {
  return audits[id]?.outcome === 'failed';
}

function copiesTexts(details: DuplicateDetails): readonly string[] {
  const { allTexts, allPairs, sizes, clusters, effect } = details;
  const where = allTexts ? '' : ' among the texts that were compared';
  const [largest] = clusters;
  const held = details.containedPairs === 0 ? [] : [`Contained: ${containedText(details)}${where}`];
  if (sizes.length === 0 || largest === undefined) return held;
  const changes = effect === null ? '' : effectText(effect);
  const ofFirst =
    effect?.isOfFirst === true ? `, in the first ${countText(effect.before)} texts by hash,` : '';
  const least = figureText(leastSimilarity(details));
  return [
    `Near copies: ${clusterCountText(details)}${where}, similarity from ${least}${wordsText(largest.words)}`,
    ...held,
    ...(allPairs ? [] : [MISSING_PAIRS]),
    ...(changes === '' ? [] : [`Without them${ofFirst} ${changes}`]),
  ];
}

function templateTexts({ templates, templateCount }: DuplicateDetails): readonly string[] {
  const [largest] = templates;
  if (largest === undefined) return [];
  const documents = countedText(largest.documents, 'document', 'documents');
  return [`Templates: ${countText(templateCount)}, the largest of ${documents}${wordsText(largest.words)}`];
}

function wordsText(words: readonly string[]): string {
  return words.length === 0 ? '' : `: ${words.join(', ')}`;
}
