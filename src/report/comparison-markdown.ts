import type { LostWord } from '../audits/reference-tail.ts';
import type { ChangeCause, Difference, Edit, TailChange } from '../compare/comparison.ts';
import type { ComparisonReport } from './comparison-report.ts';
import {
  adviceSentence,
  directionSentence,
  documentsText,
  likenessSentence,
  partsSentence,
  sureSentence,
} from './comparison-text.ts';
import { chanceText, percentText } from './figure-text.ts';
import { evidenceText } from './markdown-evidence.ts';
import {
  foldedLines,
  markdownCellCode,
  markdownCode,
  markdownProse,
  markdownTable,
} from './markdown-text.ts';
import { problemSentences } from './problem-text.ts';
import { bytesText, countedText, countText, quantityParts, quantityText } from './quantity-text.ts';
import type { ComparisonFacts, CorpusFacts } from './report.ts';

const MOST_QUOTES = 3;
const MOST_WORDS = 10;
const MOST_DRIFTED = 15;

/** The comparison as a page that reads well both raw and rendered. */
export function comparisonMarkdown(report: ComparisonReport): string {
  const parts = [['# What changed between two versions'], ...comparisonParts(report, '##'), runPart(report)];
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')}\n`;
}

/** The parts of a comparison under headings of a level. */
export function comparisonParts(facts: ComparisonFacts, heading: string): readonly string[][] {
  return [
    verdictPart(facts),
    causesPart(facts.verdict.causes, heading),
    documentsPart(facts, heading),
    tailPart(facts, heading),
    attributionPart(facts, heading),
    driftPart(facts, heading),
    figuresPart(facts.differences, heading),
    versionsPart(facts, heading),
  ];
}

function verdictPart(facts: ComparisonFacts): string[] {
  const { verdict } = facts;
  const parts = partsSentence(verdict);
  const sure = sureSentence(verdict);
  return [
    `**${directionSentence(verdict)}** ${markdownProse(verdict.summary)} ${parts}`.trimEnd(),
    '',
    `- To do: ${adviceSentence(verdict, facts.documents)}`,
    `- Documents: ${documentsText(facts)}`,
    ...(sure === '' ? [] : [`- How sure: ${sure}`]),
    ...(verdict.detectable === null
      ? []
      : [`- What could pass unseen: ${markdownProse(verdict.detectable.summary)}`]),
    ...verdict.warnings.map(({ summary }) => `- Note: ${markdownProse(summary)}`),
  ];
}

function causesPart(causes: readonly ChangeCause[], heading: string): string[] {
  if (causes.length === 0) return [];
  const worth =
    'What a cause is worth was measured alone: causes overlap, and need not add up to the change.';
  return [`${heading} Why`, '', ...causes.flatMap(causeLines), '', worth];
}

function causeLines(cause: ChangeCause, index: number): string[] {
  const points = cause.points === null ? '' : ` Worth ${cause.points.toFixed(1)} points.`;
  return [
    `${index + 1}. **${cause.cause}**: ${markdownProse(cause.summary)}${points}`,
    ...cause.evidence.slice(0, MOST_QUOTES).map((evidence) => `   - ${evidenceText(evidence)}`),
    `   - To do: ${markdownProse(cause.remedy)}`,
  ];
}

function documentsPart({ documents: { addedLikeness, edits } }: ComparisonFacts, heading: string): string[] {
  if (addedLikeness === null && edits.length === 0) return [];
  return [
    `${heading} Texts that came`,
    '',
    ...(addedLikeness === null ? [] : [likenessSentence(addedLikeness), '']),
    ...(edits.length === 0 ? [] : ['The first edits:', '', ...edits.map(editLine)]),
  ];
}

function editLine({ id, before, removed, added, after }: Edit): string {
  const place =
    before === '' && after === '' ? '' : `, between ${quotedWords(before)} and ${quotedWords(after)}`;
  return `- ${markdownCode(id)}: ${quotedWords(removed)} became ${quotedWords(added)}${place}`;
}

function quotedWords(text: string): string {
  return text === '' ? 'nothing' : markdownCode(text);
}

function tailPart({ tail }: ComparisonFacts, heading: string): string[] {
  if (tail === null) return [];
  const rows = tail.bands.map(({ from, to, types, expected, survived, difference }) => [
    from === to ? countText(from) : `${countText(from)} to ${countText(to)}`,
    countText(types),
    percentText(expected),
    percentText(survived),
    difference.interval === null
      ? ''
      : `${percentText(difference.interval[0])} to ${percentText(difference.interval[1])}`,
  ]);
  return [
    `${heading} Rare words of the baseline`,
    '',
    markdownProse(tail.effect),
    '',
    ...markdownTable(
      [
        'times in half of the baseline',
        'words',
        'kept by a new sample of it',
        'kept by the new version',
        '95 % interval of the difference',
      ],
      rows,
    ),
    ...wordLines(tail),
  ];
}

function wordLines({ lostWords, lost, newWords, gained }: TailChange): string[] {
  return [
    '',
    lost === 0
      ? 'Of no single word it is sure that it was lost.'
      : `Gone beyond chance (${countText(lost)}): ${wordsText(lostWords)}`,
    ...(gained === 0 ? [] : ['', `New beyond chance (${countText(gained)}): ${wordsText(newWords)}`]),
  ];
}

function wordsText(words: readonly LostWord[]): string {
  const told = words.filter(({ word }) => word !== null).slice(0, MOST_WORDS);
  if (told.length === 0) return 'the profile holds no text, so that they cannot be quoted.';
  const all = told.map(
    ({ word, documents }) =>
      `${markdownCode(word ?? '')} (${countedText(documents, 'document', 'documents')})`,
  );
  return `${all.join(', ')}${words.length > told.length ? ', …' : '.'}`;
}

function attributionPart({ attribution }: ComparisonFacts, heading: string): string[] {
  if (attribution.length === 0)
    return [
      `${heading} Where the change comes from`,
      '',
      'Nothing can be said: the documents name no sources, dates or labels, or one alone.',
    ];
  const rows = attribution.map((row) => [
    row.by,
    markdownCellCode(row.slice),
    row.within.toFixed(1),
    row.between.toFixed(1),
    row.mix.toFixed(1),
    `${row.total.toFixed(1)}${row.interval === null ? '' : ` (${row.interval.map((end) => end.toFixed(1)).join(' to ')})`}`,
    row.share === null ? '' : percentText(row.share),
  ]);
  return [
    `${heading} Where the change comes from`,
    '',
    'The change of the overlap of two words between documents, per million, by what became more alike within a slice, between it and others, and by how much of it there is. The rows of one kind add up to the whole change.',
    '',
    ...markdownTable(['by', 'slice', 'within', 'between', 'mix', 'together', 'share of the change'], rows),
  ];
}

function driftPart({ wordDrift }: ComparisonFacts, heading: string): string[] {
  const { alarm, words, tested, windowWords, rose, fell } = wordDrift;
  if (!alarm) return [`${heading} Words that rose or fell`, '', noDriftText(tested)];
  const rows = words
    .slice(0, MOST_DRIFTED)
    .map(({ word, baseline, candidate, ratio, adjustedP }) => [
      word === null ? '(not held)' : markdownCellCode(word),
      countText(baseline),
      countText(candidate),
      ratio.toPrecision(3),
      chanceText(adjustedP),
    ]);
  return [
    `${heading} Words that rose or fell`,
    '',
    `Of ${countText(tested)} words and pairs of words in the first ${countText(windowWords)} words of the documents ${countText(rose)} rose and ${countText(fell)} fell beyond chance. That is another subject or another fashion, and by itself neither more nor less alike.`,
    '',
    ...foldedLines(
      `The ${rows.length} surest`,
      markdownTable(
        ['word', 'documents per million of the baseline', 'of the new version', 'ratio', 'chance'],
        rows,
      ),
    ),
  ];
}

function noDriftText(tested: number): string {
  return tested === 0
    ? 'No word was tested: too few texts came or went.'
    : `Of ${countedText(tested, 'word or pair of words', 'words and pairs of words')} that were tested none rose or fell beyond chance.`;
}

/** Figures that moved at once, the others on demand. */
function figuresPart(differences: ComparisonFacts['differences'], heading: string): string[] {
  const all = Object.entries(differences);
  if (all.length === 0) return [];
  const moved = all.filter(([, { direction }]) => direction !== 'unchanged');
  const others = all.filter((entry) => !moved.includes(entry));
  return [
    `${heading} Figures`,
    '',
    'Differences are the new version less the baseline, with their 95 % interval. The chance of each if nothing had changed is adjusted for all figures by Benjamini and Hochberg.',
    '',
    ...(moved.length === 0 ? ['None moved beyond chance.'] : figuresTable(moved)),
    ...(others.length === 0
      ? []
      : ['', ...foldedLines(`${others.length} that were not shown to move`, figuresTable(others))]),
  ];
}

function figuresTable(differences: readonly (readonly [id: string, entry: Difference])[]): string[] {
  const rows = differences.map(([id, entry]) => [
    `${markdownProse(entry.title)} (\`${id}\`)`,
    quantityText(entry.baseline),
    quantityText(entry.candidate),
    differenceText(entry),
    entry.difference.adjustedP === null ? '' : chanceText(entry.difference.adjustedP),
    entry.difference.adjustedP === null && entry.difference.value !== 0 ? 'not tested' : entry.direction,
  ]);
  return markdownTable(['figure', 'baseline', 'new version', 'difference', 'chance', 'direction'], rows);
}

/** Without the unit, which stands on both sides. */
function differenceText({ baseline, difference: { value, interval } }: Difference): string {
  const { unit, documents } = baseline;
  const quantity = interval === null ? { value, unit, documents } : { value, unit, interval, documents };
  const parts = quantityParts(quantity);
  return `${parts.number} ${parts.interval}`.trimEnd();
}

function versionsPart({ baseline, candidate }: ComparisonFacts, heading: string): string[] {
  return [
    `${heading} Versions`,
    '',
    ...markdownTable(
      ['', 'documents', 'tokens', 'types', 'size'],
      [versionRow('baseline', baseline), versionRow('new version', candidate)],
    ),
    ...problemLines('baseline', baseline),
    ...problemLines('new version', candidate),
  ];
}

function versionRow(name: string, { documents, tokens, types, bytes }: CorpusFacts): string[] {
  return [name, countText(documents), countText(tokens), countText(types), bytesText(bytes)];
}

function problemLines(name: string, { problems }: CorpusFacts): string[] {
  const sentences = problemSentences(problems);
  return sentences.length === 0 ? [] : ['', `Of the ${name}: ${sentences.join(' ')}`];
}

function runPart({ run, tool }: ComparisonReport): string[] {
  const [baseline = '', ...candidate] = run.inputs;
  return [
    '## Run',
    '',
    `- Baseline: ${markdownCode(baseline)}`,
    `- New version: ${candidate.map(markdownCode).join(', ')}`,
    `- Made by ${tool.name} ${markdownProse(tool.version)} at ${markdownProse(run.startedAt)}, plan ${markdownCode(run.planDigest)}`,
  ];
}
