import type { ChangeCause } from '../../compare/comparison.ts';
import {
  adviceSentence,
  directionSentence,
  documentsSentence,
  likenessSentence,
  partsSentence,
} from '../comparison-text.ts';
import { printableText } from '../printable-text.ts';
import type { ComparisonFacts, Report } from '../report.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { quotes } from './quotes.ts';

const MOST_QUOTES = 3;

/** How the corpus stands against an earlier version, where there was one. */
export function comparisonSection({ comparison }: Report): Markup {
  if (comparison === undefined) return null;
  const { verdict, documents, accumulation, tail } = comparison;
  const sentences = [
    printableText(verdict.summary),
    partsSentence(verdict),
    documentsSentence(documents, accumulation),
    documents.addedLikeness === null ? '' : likenessSentence(documents.addedLikeness),
    tail === null ? '' : printableText(tail.effect),
  ].filter((sentence) => sentence !== '');
  return html`<section aria-labelledby="baseline"><h2 id="baseline">Against the baseline</h2>
    <p class="lead">${directionSentence(verdict)}</p>
    ${sentences.map((sentence) => html`<p>${sentence}</p>`)}
    ${notes(comparison)}
    ${causes(verdict.causes)}
    <p class="todo">${`To do: ${adviceSentence(verdict)}`}</p>
  </section>`;
}

function notes({ verdict: { warnings, detectable } }: ComparisonFacts): Markup {
  const told = [
    ...warnings.map(({ summary }) => summary),
    ...(detectable === null ? [] : [detectable.summary]),
  ];
  return told.map((summary) => html`<p class="note">${printableText(summary)}</p>`);
}

function causes(found: readonly ChangeCause[]): Markup {
  if (found.length === 0) return null;
  return html`<ol class="causes">${found.map(
    ({ cause, summary, evidence }) => html`<li>
      <h3>${cause}</h3>
      <p>${printableText(summary)}</p>
      ${quotes(evidence.slice(0, MOST_QUOTES))}
    </li>`,
  )}</ol>`;
}
