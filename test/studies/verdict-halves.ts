// How steady index and level are: random halves and quarters of each corpus, and documents cut short.
// `npm run study:verdict -- [folder of shared text] [draws] [page]`; the page gets the tables. The text is not part of
// the repository.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { homogeneity } from '../../src/audits/homogeneity.ts';
import { levelOf } from '../../src/audits/level.ts';
import { LEVELS } from '../../src/audits/thresholds.ts';
import { markdownTable } from '../bench/markdown-table.ts';
import type { LabelledCorpus } from '../calibration/labelled-corpora.ts';
import { LABELLED_CORPORA } from '../calibration/labelled-corpora.ts';
import { indexValuesOf } from '../calibration/measured-file.ts';
import { seeded } from '../support/large-files.ts';
import { withSection } from './page.ts';
import type { Judged, JudgedCorpus, Steadiness } from './verdict-steadiness.ts';
import { pooled, steadinessOf } from './verdict-steadiness.ts';

const ROOT = join(import.meta.dirname, '../..');
const SHARED = process.argv[2] ?? join(ROOT, '../shared');
const DRAWS = Number(process.argv[3] ?? 60);
const PAGE = process.argv[4] ?? join(ROOT, 'docs/verdict-study.md');
/** More would take longer and say the same: the index does not depend on the number of documents. */
const MOST_DOCUMENTS = 800;
/** Corpora of fewer are in the table and not in the pooled figures. */
const FEWEST_DOCUMENTS = 200;
const CUTS = [200, 400, 800] as const;
const MARKS = [LEVELS.narrowing, LEVELS.monologic];

const random = seeded(1);
const corpora = LABELLED_CORPORA.map((corpus) => {
  const before = process.cpuUsage();
  const found = judgedCorpus(corpus);
  const { user, system } = process.cpuUsage(before);
  process.stderr.write(`${corpus.name}: ${Math.round((user + system) / 1e6)} s of one core\n`);
  return found;
});
const section = `${table(corpora)}\n\n${summary(corpora)}`;
process.stdout.write(`${section}\n`);
writeFileSync(PAGE, withSection(readFileSync(PAGE, 'utf8'), 'verdict', section));

function judgedCorpus({ name, path }: LabelledCorpus): JudgedCorpus {
  const lines = readFileSync(join(SHARED, path), 'utf8').trimEnd().split('\n');
  const texts = shuffled(lines.map(textOf)).slice(0, MOST_DOCUMENTS);
  const orders = Array.from({ length: DRAWS }, () => shuffled(texts));
  const halves = orders.map((order) => {
    const middle = Math.floor(order.length / 2);
    return [judged(order.slice(0, middle)), judged(order.slice(middle))] as const;
  });
  return {
    name,
    whole: judged(texts),
    halves,
    quarters: orders.map((order) => judged(order.slice(0, Math.floor(order.length / 4)))),
    cut: CUTS.map((words) => judged(texts.map((text) => beginning(text, words)))),
  };
}

function judged(texts: readonly string[]): Judged {
  const values = indexValuesOf(texts);
  const index = homogeneity(values);
  if (index === null) throw new Error('too few documents for an index');
  return { documents: texts.length, index, level: levelOf(values, index) };
}

function textOf(line: string): string {
  const record: unknown = JSON.parse(line);
  const isRecord = typeof record === 'object' && record !== null && 'text' in record;
  return isRecord && typeof record.text === 'string' ? record.text : '';
}

function shuffled(texts: readonly string[]): readonly string[] {
  return texts
    .map((text) => ({ text, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ text }) => text);
}

function beginning(text: string, words: number): string {
  return new RegExp(`^\\s*(?:\\S+\\s+){0,${words}}`, 'u').exec(`${text} `)?.[0] ?? text;
}

function table(rows: readonly JudgedCorpus[]): string {
  const header = ['corpus', 'documents', 'index', 'halves alike', 'same level', 'whole held', 'farthest'];
  const cells = rows.map((corpus) => {
    const { whole, cut } = corpus;
    const { pairs, parts, alike, sameLevel, holding, farthest } = steadinessOf(corpus, MARKS);
    return [
      corpus.name,
      String(whole.documents),
      whole.index.value.toFixed(1),
      share(alike, pairs),
      share(sameLevel, pairs),
      share(holding, parts),
      farthest?.toFixed(1) ?? '',
      ...cut.map(({ index }) => signed(index.value - whole.index.value)),
    ];
  });
  return markdownTable([[...header, ...CUTS.map((words) => `cut at ${words}`)], ...cells], 1);
}

function summary(all: readonly JudgedCorpus[]): string {
  const large = all.filter(({ whole }) => whole.documents >= FEWEST_DOCUMENTS);
  const ofLarge = steadinessOfAll(large);
  const ofAll = steadinessOfAll(all);
  return [
    `${DRAWS} draws of each corpus.`,
    `Over the ${large.length} corpora of ${FEWEST_DOCUMENTS} documents or more: the interval of the difference of two halves holds 0 in ${share(ofLarge.alike, ofLarge.pairs)}, and the interval of a half or a quarter holds the index of the whole in ${share(ofLarge.holding, ofLarge.parts)}; ${ofLarge.twoSteps} of ${ofLarge.pairs} pairs of halves are two levels apart.`,
    `Over all ${all.length}: the interval of a part holds it in ${share(ofAll.holding, ofAll.parts)}; ${ofAll.twoSteps} of ${ofAll.pairs} pairs are two levels apart; where the index lies further from both marks than either interval is wide, ${share(ofAll.clearAlike, ofAll.clear)} of ${ofAll.clear} pairs are of one level.`,
  ].join('\n');
}

function steadinessOfAll(some: readonly JudgedCorpus[]): Steadiness {
  return pooled(some.map((corpus) => steadinessOf(corpus, MARKS)));
}

function signed(points: number): string {
  return `${points >= 0 ? '+' : ''}${points.toFixed(1)}`;
}

function share(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
