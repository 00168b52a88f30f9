import type { Explanation } from '../../audits/audit.ts';
import type { Finding } from '../../audits/runner.ts';
import { printableText } from '../printable-text.ts';
import { countedText, quantityParts } from '../quantity-text.ts';
import type { Explanations } from '../renderer.ts';
import type { Report } from '../report.ts';
import { explanationList } from './explanation-list.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { quotes } from './quotes.ts';

const MARKS: Readonly<Record<Finding['outcome'], string>> = {
  failed: '✗',
  passed: '✓',
  informative: '·',
  'not-applicable': '–',
  error: '!',
};

const GROUPS: readonly { readonly title: string; readonly outcomes: readonly Finding['outcome'][] }[] = [
  { title: 'Failed', outcomes: ['failed', 'error'] },
  { title: 'Passed', outcomes: ['passed'] },
  { title: 'For information', outcomes: ['informative'] },
  { title: 'Not applicable', outcomes: ['not-applicable'] },
];

/** All audits, failed ones first and open, each with its figure, its reason, its quotes and how it is got. */
export function auditsSection({ audits }: Report, explanations: Explanations): Markup {
  return html`<section aria-labelledby="audits"><h2 id="audits">Audits</h2>
    <p class="filter"><label>Show those that hold <input type="search" /></label> <span id="found" role="status"></span></p>
    ${GROUPS.map(({ title, outcomes }) => {
      const own = Object.entries(audits).filter(([, { outcome }]) => outcomes.includes(outcome));
      return own.length === 0
        ? null
        : html`<p class="soft">${`${title}: ${own.length}`}</p>${own.map(([id, finding]) =>
            auditDetails(id, finding, explanations[id]),
          )}`;
    })}
  </section>`;
}

function auditDetails(id: string, finding: Finding, explanation: Explanation | undefined): Markup {
  const { title, outcome, quantity, reason, evidence } = finding;
  const parts = quantity === null ? null : quantityParts(quantity);
  return html`<details class=${`audit ${outcome}`} open=${outcome === 'failed'} id=${`audit-${id}`}>
    <summary><span class=${`mark ${outcome === 'failed' ? 'one' : ''}`} aria-hidden="true">${MARKS[outcome]}</span><h3>${printableText(title)}</h3>${
      parts === null ? null : html` <span class="figure">${parts.number}${parts.unit}</span>`
    }</summary>
    <p>${printableText(reason)}</p>
    ${quantity === null ? null : html`<p class="soft">${`From ${countedText(quantity.documents, 'document', 'documents')}${parts?.interval === '' ? ', without an interval' : `, 95 % interval ${parts?.interval ?? ''}`}.`}</p>`}
    ${quotes(evidence)}
    ${explanation === undefined ? null : explanationList(id, explanation)}
  </details>`;
}
