import type { CollapseEffect, DuplicateDetails } from './duplicate-details.ts';
import { duplicateDetails } from './duplicate-details.ts';
import {
  clusterCountText,
  containedText,
  leastSimilarity,
  MISSING_PAIRS,
  sizeSpectrumText,
} from './duplicate-text.ts';
import { markdownCellCode, markdownProse, markdownTable } from './markdown-text.ts';
import { countedText, countText, figureText } from './quantity-text.ts';
import type { Report } from './report.ts';

const MOST_ROWS = 10;
const MOST_IDS = 3;

/** Copies, the clusters of near copies, what they do to figures, and the templates: empty where there are none. */
export function duplicatesPart(audits: Report['audits']): string[] {
  const details = duplicateDetails(audits);
  const parts = [
    copySentences(details),
    details.clusters.length === 0 ? [] : clusterTable(details),
    details.contained.length === 0 ? [] : containedTable(details),
    details.effect === null ? [] : effectTable(details.effect),
    details.templates.length === 0 ? [] : templateTable(details),
  ].filter((part) => part.length > 0);
  return parts.length === 0 ? [] : ['## Copies and templates', ...parts.flatMap((part) => ['', ...part])];
}

function copySentences(details: DuplicateDetails): string[] {
  const {
    allTexts,
    allPairs,
    estimatedPairs,
    containedPairs,
    chains,
    clusters,
    sizes,
    copiedTexts,
    mostCopies,
  } = details;
  const where = allTexts ? '' : ' among the texts that were compared';
  const chain = countedText(chains, 'of them is a chain or a form', 'of them are chains or forms');
  return [
    ...(copiedTexts === 0
      ? []
      : [
          `${countedText(copiedTexts, 'text occurs', 'texts occur')} more than once, the commonest in ${countedText(mostCopies, 'document', 'documents')}.`,
        ]),
    ...(sizes.length === 0
      ? []
      : [
          `Near copies make ${clusterCountText(details)} documents${where}; by their number of documents ${sizeSpectrumText(details)}.`,
        ]),
    ...(clusters.length === 0
      ? []
      : [
          `In the largest ${countText(clusters.length)} each text has a similarity of ${figureText(leastSimilarity(details))} or more to the one that stands for its cluster.`,
        ]),
    ...(chains === 0 ? [] : [`${chain}, with texts that are less than half alike.`]),
    ...(estimatedPairs === 0
      ? []
      : [
          `In ${countedText(estimatedPairs, 'pair', 'pairs')} a text has more than 512 different runs of three words: there the similarity is an estimate, mostly within 0.04.`,
        ]),
    ...(containedPairs === 0
      ? []
      : [
          `There ${containedPairs === 1 ? 'is' : 'are'} ${containedText(details)}, and which are less than half alike${where}.`,
        ]),
    ...(allPairs ? [] : [MISSING_PAIRS]),
  ];
}

function clusterTable({ clusters }: DuplicateDetails): string[] {
  const rows = clusters
    .slice(0, MOST_ROWS)
    .map(({ documents, texts, leastSimilarity: least, words, ids }) => [
      countText(documents),
      countText(texts),
      figureText(least),
      wordsCell(words),
      ids.slice(0, MOST_IDS).map(markdownCellCode).join(', ') + (ids.length > MOST_IDS ? ', …' : ''),
    ]);
  return markdownTable(['documents', 'texts', 'least similarity', 'words', 'which'], rows);
}

/** The texts that others hold, the longest first. */
function containedTable({ contained }: DuplicateDetails): string[] {
  const rows = contained
    .slice(0, MOST_ROWS)
    .map(({ inner, outer, containment }) => [
      markdownCellCode(inner),
      markdownCellCode(outer),
      figureText(containment),
    ]);
  return markdownTable(['text', 'is held by', 'share of it'], rows);
}

/** Each figure of diversity once on all texts, and once on those that stand for the clusters. */
function effectTable({ before, after, isOfFirst, figures }: CollapseEffect): string[] {
  const header = [
    'figure of diversity',
    isOfFirst ? `the first ${countText(before)} texts by hash` : `all ${countText(before)} texts`,
    `${countText(after)} texts, one of each cluster`,
  ];
  const known = figures.filter((figure) => figure.before !== null || figure.after !== null);
  return [
    ...markdownTable(
      header,
      known.map((figure) => [
        markdownProse(figure.name),
        figureText(figure.before),
        figureText(figure.after),
      ]),
    ),
    ...(known.some(({ before: was, after: is }) => was === null || is === null)
      ? ['', '– stands where there are too few texts for a figure.']
      : []),
  ];
}

function templateTable({ templates, templateCount }: DuplicateDetails): string[] {
  const rows = templates
    .slice(0, MOST_ROWS)
    .map(({ template, documents, frameWords, slots, similarity, leastSimilarity: least, words }) => [
      countText(template),
      countText(documents),
      countText(frameWords),
      countText(slots),
      `${figureText(similarity)} (${figureText(least)})`,
      wordsCell(words),
    ]);
  const hidden = templateCount - rows.length;
  const header = ['template', 'documents', 'words of the frame', 'slots', 'similarity (least)', 'words'];
  return [
    ...markdownTable(header, rows),
    ...(hidden > 0
      ? ['', `${countedText(hidden, 'smaller template is', 'smaller templates are')} not shown.`]
      : []),
  ];
}

function wordsCell(words: readonly string[]): string {
  return words.map(markdownCellCode).join(', ');
}
