import { PROBLEM_KINDS } from '../../problem.ts';
import type { ComparisonReport } from '../comparison-report.ts';
import { corpusSizeText } from '../corpus-text.ts';
import { printableText } from '../printable-text.ts';
import { problemCodes, problemSentences } from '../problem-text.ts';
import { countText } from '../quantity-text.ts';
import type { ComparisonFacts, CorpusFacts, ProblemExample, Report, RunFacts } from '../report.ts';
import { NO_TEXT_NOTE } from '../verdict-text.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { named } from './quotes.ts';
import { table } from './table.ts';

const MOST_INPUTS = 20;

/** What was left out, and why. */
export function problemsSection({ corpus }: Report): Markup {
  return html`<section aria-labelledby="left-out"><h2 id="left-out">Left out</h2>${leftOut('', corpus)}</section>`;
}

/** What was left out of both versions, and why. */
export function sidesLeftOutSection({ baseline, candidate }: ComparisonFacts): Markup {
  return html`<section aria-labelledby="left-out"><h2 id="left-out">Left out</h2>
    ${leftOut('Of the baseline. ', baseline)}${leftOut('Of the new version. ', candidate)}</section>`;
}

function leftOut(whose: string, { problems }: CorpusFacts): Markup {
  const sentences = problemSentences(problems);
  return html`<p>${`${whose}${sentences.length === 0 ? 'Nothing: every record of the inputs was read.' : sentences.join(' ')}`}</p>
    ${sentences.length === 0 ? null : problemsTable(whose, problems)}
    ${
      problems.examples.length === 0
        ? null
        : html`<details><summary>The first of each</summary><ul class="quotes">${problems.examples.map(
            (example) => html`<li>${exampleOf(example)}</li>`,
          )}</ul></details>`
    }`;
}

function problemsTable(whose: string, problems: CorpusFacts['problems']): Markup {
  return table(
    `${whose}What was left out`,
    [{ title: 'problem' }, { title: 'meaning' }, { title: 'count', isNumber: true }],
    problemCodes(problems).map((code) => [
      { content: html`<code>${code}</code>` },
      { content: PROBLEM_KINDS[code].title },
      { content: countText(problems.byCode[code] ?? 0), key: problems.byCode[code] ?? 0 },
    ]),
  );
}

function exampleOf({ uri, line, message, excerpt }: ProblemExample): Markup {
  const place = named(line === null ? uri : `${uri}:${line}`);
  return html`${place} ${printableText(message)}${excerpt === '' ? null : html`: <code dir="auto">${printableText(excerpt)}</code>`}`;
}

/** What was read, when and how. */
export function runSection({ run, corpus, tool }: Report): Markup {
  return html`<section aria-labelledby="run"><h2 id="run">Corpus and run</h2>
    ${corpus.holdsText ? null : html`<p>${NO_TEXT_NOTE}</p>`}
    ${runList(run, tool, 'Inputs', [['Size', corpusSizeText(corpus)]])}</section>`;
}

/** What was compared, when and how. */
export function comparisonRunSection({ run, baseline, candidate, tool }: ComparisonReport): Markup {
  const holdText = baseline.holdsText && candidate.holdsText;
  return html`<section aria-labelledby="run"><h2 id="run">Versions and run</h2>
    ${holdText ? null : html`<p>${NO_TEXT_NOTE}</p>`}
    ${runList(run, tool, 'Inputs, the baseline first', [
      ['Baseline', corpusSizeText(baseline)],
      ['New version', corpusSizeText(candidate)],
    ])}</section>`;
}

function runList(
  run: RunFacts,
  tool: Report['tool'],
  inputsTitle: string,
  sizes: readonly (readonly [string, string])[],
): Markup {
  const inputs = run.inputs
    .slice(0, MOST_INPUTS)
    .map((input, index) => html`${index === 0 ? '' : ', '}${named(input)}`);
  const options = Object.entries(run.options).map(([name, value]) => `--${name} ${JSON.stringify(value)}`);
  const rows: readonly (readonly [string, Markup])[] = [
    [
      inputsTitle,
      html`${inputs}${run.inputs.length > MOST_INPUTS ? `, and ${countText(run.inputs.length - MOST_INPUTS)} more` : ''}`,
    ],
    ...sizes,
    ['Options', options.length === 0 ? 'none' : named(options.join(' '))],
    ['Made', `${printableText(run.startedAt)} by ${tool.name} ${printableText(tool.version)}`],
    ['Plan', named(run.planDigest)],
  ];
  return html`<dl>${rows.map(([term, value]) => html`<dt>${term}</dt><dd>${value}</dd>`)}</dl>`;
}
