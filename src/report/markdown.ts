import type { CauseFinding } from '../audits/causes.ts';
import type { Finding } from '../audits/runner.ts';
import type { Verdict } from '../audits/verdict.ts';
import { PROBLEM_KINDS } from '../problem.ts';
import { comparisonParts } from './comparison-markdown.ts';
import { corpusSizeText, sliceCountText } from './corpus-text.ts';
import { boilerplatePart } from './markdown-boilerplate.ts';
import { duplicatesPart } from './markdown-duplicates.ts';
import { evidenceText } from './markdown-evidence.ts';
import {
  foldedLines,
  foldedPart,
  markdownCellCode,
  markdownCode,
  markdownProse,
  markdownTable,
} from './markdown-text.ts';
import { weekPart } from './markdown-week.ts';
import { problemCodes, problemSentences } from './problem-text.ts';
import { countedText, countText, quantityParts } from './quantity-text.ts';
import type { Renderer } from './renderer.ts';
import type { ProblemExample, Report, SliceCoverage } from './report.ts';
import { homogeneitySentence, NO_TEXT_NOTE, PROVISIONAL_NOTE, verdictSentence } from './verdict-text.ts';

const MOST_QUOTES = 3;
const MOST_SLICES = 20;
const MOST_OPEN_SLICES = 8;

const OUTCOME_MARKS: Readonly<Record<Finding['outcome'], string>> = {
  failed: '✗ failed',
  passed: '✓ passed',
  informative: 'for information',
  'not-applicable': 'not applicable',
  error: '! error',
};

/** The report as a page that reads well both raw and rendered. */
export const markdownRenderer: Renderer = {
  id: 'markdown',
  extensions: ['.md'],
  render(report) {
    const parts = [
      ['# Corpus diversity report'],
      verdictPart(report),
      report.week === undefined ? [] : weekPart(report.week),
      causesPart(report.verdict.causes),
      ...againstBaseline(report),
      foldedPart('Corpora of known kinds, least alike first', scalePart(report.verdict)),
      auditsPart(report.audits),
      foldedPart('What audits quote that are no cause', evidencePart(report)),
      foldedPart('Copies, clusters of near copies and templates', duplicatesPart(report.audits)),
      foldedPart('Passages that many documents share', boilerplatePart(report.audits)),
      slicesPart(report),
      leftOutPart(report),
      runPart(report),
    ];
    return `${parts
      .filter((part) => part.length > 0)
      .map((part) => part.join('\n'))
      .join('\n\n')}\n`;
  },
};

/** How the corpus stands against an earlier version. */
function againstBaseline({ comparison }: Report): readonly string[][] {
  return comparison === undefined ? [] : [['## Against the baseline'], ...comparisonParts(comparison, '###')];
}

function verdictPart({ verdict }: Report): string[] {
  return [
    `**${verdictSentence(verdict)}** ${homogeneitySentence(verdict)}`,
    ...(verdict.provisional ? ['', PROVISIONAL_NOTE] : []),
    ...(verdict.warnings.length > 0 ? [''] : []),
    ...verdict.warnings.map((warning) => `- Note: ${markdownProse(warning.summary)}`),
  ];
}

/** Where the corpus stands among known ones. */
function scalePart({ homogeneity, scale }: Verdict): string[] {
  if (homogeneity === null || scale.length === 0) return [];
  const known = scale.map(({ name, value }) => ({ name: markdownProse(name), value }));
  const rows = [...known, { name: '**this corpus**', value: homogeneity.value }].toSorted(
    (a, b) => a.value - b.value,
  );
  return [
    '## Where known corpora stand',
    '',
    '| homogeneity | corpus |',
    '| ---: | --- |',
    ...rows.map(({ name, value }) => `| ${value.toFixed(1)} | ${name} |`),
  ];
}

function causesPart(causes: readonly CauseFinding[]): string[] {
  if (causes.length === 0) return [];
  return ['## Why', '', ...causes.flatMap(causeLines)];
}

function causeLines(cause: CauseFinding, index: number): string[] {
  return [
    `${index + 1}. **${cause.cause}**: ${markdownProse(cause.summary)}`,
    ...cause.evidence.slice(0, MOST_QUOTES).map((evidence) => `   - ${evidenceText(evidence)}`),
    `   - To do: ${markdownProse(cause.remedy)}`,
  ];
}

/** What audits quote that are no cause: a failed one is quoted there. */
function evidencePart({ audits, verdict }: Report): string[] {
  const told = new Set(verdict.causes.flatMap((cause) => cause.audits));
  const quoting = Object.entries(audits).filter(([id, { evidence }]) => evidence.length > 0 && !told.has(id));
  if (quoting.length === 0) return [];
  return [
    '## Also seen',
    '',
    ...quoting.flatMap(([id, { evidence }]) => [
      `- ${id}`,
      ...evidence.slice(0, MOST_QUOTES).map((quoted) => `  - ${evidenceText(quoted)}`),
    ]),
  ];
}

/** Failed audits at once, the others on demand. */
function auditsPart(audits: Report['audits']): string[] {
  const all = Object.entries(audits);
  if (all.length === 0) return ['## Audits', '', 'No audit was run.'];
  const failed = all.filter(([, { outcome }]) => outcome === 'failed' || outcome === 'error');
  const others = all.filter((entry) => !failed.includes(entry));
  return [
    '## Audits',
    '',
    ...(failed.length === 0 ? ['None failed.'] : auditsTable(failed)),
    ...(others.length === 0
      ? []
      : ['', ...foldedLines(`${others.length} that did not fail`, auditsTable(others))]),
  ];
}

function auditsTable(audits: readonly (readonly [id: string, audit: Finding])[]): string[] {
  const rows = audits.map(([id, audit]) => {
    const quantity = audit.quantity === null ? null : quantityParts(audit.quantity);
    return [
      `${markdownProse(audit.title)} (\`${id}\`)`,
      OUTCOME_MARKS[audit.outcome],
      quantity === null ? '' : quantity.number + quantity.unit,
      quantity?.interval ?? '',
      audit.quantity === null ? '' : countText(audit.quantity.documents),
      markdownProse(audit.reason),
    ];
  });
  return markdownTable(['audit', 'outcome', 'value', '95 % interval', 'documents', 'reason'], rows);
}

function slicesPart({ slices, sliceCoverage }: Report): string[] {
  if (slices.length === 0) return [];
  const rows = slices
    .slice(0, MOST_SLICES)
    .map((slice) => [
      slice.by,
      markdownCellCode(slice.name),
      sliceCountText(slice, slice.documents),
      sliceCountText(slice, slice.tokens),
    ]);
  const table = markdownTable(['by', 'name', 'documents', 'tokens'], rows);
  const hidden = slices.length - rows.length;
  return [
    '## Slices',
    '',
    ...(rows.length > MOST_OPEN_SLICES ? foldedLines(`The ${rows.length} largest`, table) : table),
    ...(hidden > 0
      ? ['', `${countedText(hidden, 'more slice is', 'more slices are')} in the JSON report.`]
      : []),
    ...sliceCoverage.flatMap((coverage) => coverageText(coverage)).flatMap((text) => ['', text]),
    ...(slices.some((slice) => !slice.exact)
      ? ['', '≈ marks a large slice whose numbers are estimated from its share of the sampled texts.']
      : []),
  ];
}

/** A sentence where what is listed is not all there is. */
function coverageText({ by, names, exact, listed }: SliceCoverage): string[] {
  if (!exact)
    return [
      `There are about ${countText(names)} ${by}s, too many to count each. The JSON report lists ${countText(listed)}: the largest of a sample of them, and all that have a hundredth or more of the texts.`,
    ];
  return names > listed
    ? [
        `There are ${countText(names)} ${by}s, of which the JSON report lists the ${countText(listed)} largest.`,
      ]
    : [];
}

function leftOutPart({ corpus: { problems } }: Report): string[] {
  const sentences = problemSentences(problems);
  if (sentences.length === 0) return ['## Left out', '', 'Nothing: every record of the inputs was read.'];
  const rows = problemCodes(problems).map((code) => [
    `\`${code}\``,
    PROBLEM_KINDS[code].title,
    countText(problems.byCode[code] ?? 0),
  ]);
  return [
    '## Left out',
    '',
    sentences.join(' '),
    '',
    ...markdownTable(['problem', 'meaning', 'count'], rows),
    ...(problems.examples.length > 0 ? ['', 'The first of each:', ''] : []),
    ...problems.examples.map((example) => `- ${exampleText(example)}`),
  ];
}

function exampleText(example: ProblemExample): string {
  const place = example.line === null ? example.uri : `${example.uri}:${example.line}`;
  const excerpt = example.excerpt === '' ? '' : `: ${markdownCode(example.excerpt)}`;
  return `${markdownCode(place)} ${markdownProse(example.message)}${excerpt}`;
}

function runPart({ run, corpus, tool }: Report): string[] {
  return [
    '## Corpus and run',
    '',
    `- Inputs: ${run.inputs.map(markdownCode).join(', ')}`,
    `- Size: ${corpusSizeText(corpus)}`,
    ...(corpus.holdsText ? [] : [`- ${NO_TEXT_NOTE}`]),
    `- Made by ${tool.name} ${markdownProse(tool.version)} at ${markdownProse(run.startedAt)}, plan ${markdownCode(run.planDigest)}`,
  ];
}
