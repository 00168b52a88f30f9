import { documentsText, likenessSentence } from '../comparison-text.ts';
import { printableText } from '../printable-text.ts';
import { countedText, countText } from '../quantity-text.ts';
import type { Explanations } from '../renderer.ts';
import type { ComparisonFacts } from '../report.ts';
import { attributionFigure } from './attribution-figure.ts';
import { differencesFigure } from './differences-figure.ts';
import { documentsFigure } from './documents-figure.ts';
import { driftFigure } from './drift-figure.ts';
import { editList } from './edit-list.ts';
import { explanationList } from './explanation-list.ts';
import { goneWords } from './gone-words.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { tailFigure } from './tail-figure.ts';

/** A part of what two versions say about each other, under a heading of its own. */
interface ChangePart {
  readonly id: string;
  readonly title: string;
  readonly content: Markup;
  /** The explanation that belongs to it. */
  readonly explained: string | null;
}

/** What changed, part by part, under headings of a level. */
export function changeParts(
  facts: ComparisonFacts,
  explanations: Explanations,
  heading: 'h2' | 'h3',
): Markup {
  const parts: readonly (ChangePart | null)[] = [
    documentsPart(facts),
    figuresPart(facts),
    tailPart(facts),
    driftPart(facts),
    attributionPart(facts),
  ];
  return parts.map((part) => (part === null ? null : sectionOf(part, explanations, heading)));
}

function sectionOf(
  { id, title, content, explained }: ChangePart,
  explanations: Explanations,
  heading: 'h2' | 'h3',
): Markup {
  const explanation = explained === null ? undefined : explanations[explained];
  return html`<section aria-labelledby=${id}><${heading} id=${id}>${title}<//>
    ${content}
    ${explained === null || explanation === undefined ? null : explanationList(explained, explanation)}
  </section>`;
}

function figuresPart({ differences }: ComparisonFacts): ChangePart | null {
  if (Object.keys(differences).length === 0) return null;
  return {
    id: 'moved',
    title: 'What moved',
    content: html`${differencesFigure(differences)}
      <p class="soft">Each difference is the new version less the baseline, drawn in units of its own standard error so that all stand on one scale. Diamonds moved beyond chance, and an arrow stands further out than is drawn. The chance is that of such a difference had nothing changed, adjusted for all figures by Benjamini and Hochberg. Figures without an interval are in the numbers alone.</p>`,
    explained: null,
  };
}

function tailPart({ tail }: ComparisonFacts): ChangePart | null {
  if (tail === null) return null;
  return {
    id: 'tail',
    title: 'Rare words of the baseline',
    content: html`<p>${printableText(tail.effect)}</p>${tailFigure(tail)}${goneWords(tail)}`,
    explained: 'tail-survival',
  };
}

function driftPart({ wordDrift }: ComparisonFacts): ChangePart {
  const { alarm, tested, windowWords } = wordDrift;
  const nothing =
    tested === 0
      ? 'No word was tested: too few texts came or went.'
      : `Of ${countedText(tested, 'word or pair of words', 'words and pairs of words')} that were tested none rose or fell beyond chance.`;
  return {
    id: 'drift',
    title: 'Words that rose or fell',
    content: alarm
      ? html`${driftFigure(wordDrift)}<p class="soft">${`Counted in the first ${countText(windowWords)} words of the documents. That is another subject or another fashion, and by itself neither more nor less alike.`}</p>`
      : html`<p>${nothing}</p>`,
    explained: 'word-drift',
  };
}

function attributionPart({ attribution }: ComparisonFacts): ChangePart {
  const kinds = [...new Set(attribution.map(({ by }) => by))];
  return {
    id: 'where',
    title: 'Where the change comes from',
    content:
      kinds.length === 0
        ? html`<p>Nothing can be said: the documents name no sources, dates or labels, or one alone.</p>`
        : kinds.map((kind) => attributionFigure(attribution.filter(({ by }) => by === kind))),
    explained: 'attribution',
  };
}

function documentsPart(facts: ComparisonFacts): ChangePart {
  const { documents } = facts;
  const { addedLikeness, edits } = documents;
  return {
    id: 'documents',
    title: 'Documents',
    content: html`<p>${documentsText(facts)}</p>
      ${addedLikeness === null ? null : html`<p>${likenessSentence(addedLikeness)}</p>`}
      ${documentsFigure(documents)}
      ${editList(edits)}`,
    explained: 'document-changes',
  };
}
