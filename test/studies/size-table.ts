import { join } from 'node:path';
import { createLongRandom } from '../bench/long-random.ts';
import { markdownTable } from '../bench/markdown-table.ts';
import { CORPORA } from './corpora.ts';
import { figuresOfAll } from './coverage.ts';
import { drawnValues } from './drawn-values.ts';
import { estimandOf } from './estimand.ts';
import { figuresOf } from './figures.ts';
import type { Population } from './population.ts';
import { populationOf } from './population.ts';
import { createChoice } from './random-choice.ts';
import type { StudyOptions } from './study-options.ts';
import { documentsOf, textsOf } from './text-documents.ts';

const FEWEST_DOCUMENTS = 150;
const MOST_WORDS = 2_000;
const SHARES = [0.25, 0.5];
/** Draws of each share from each corpus, for so many repetitions that are asked for. */
const EVERY = 20;
const BAR = 0.9;

/** Draws whose interval held the figure of the full corpus, of those that had one. */
interface Tally {
  draws: number;
  covering: number;
  /** By corpus. */
  readonly byCorpus: Map<string, { draws: number; covering: number }>;
}

/** How often the interval of a part of a corpus holds the figure of the whole. */
export function sizeTable({ corpora, repetitions, seed }: StudyOptions): string {
  const draws = Math.max(1, Math.round(repetitions / EVERY));
  const tallies = new Map(SHARES.map((share) => [share, new Map<string, Tally>()]));
  const used: string[] = [];
  for (const name of CORPORA) {
    const texts = textsOf(join(corpora, `${name}.jsonl`));
    const population = populationOf(documentsOf(texts, { words: MOST_WORDS, pieces: false }));
    const { length } = population.documents;
    if (length < FEWEST_DOCUMENTS) continue;
    used.push(`${name} (${length})`);
    const corpus = { name, population, truth: figuresOfAll(population, false) };
    const choose = createChoice(createLongRandom(seed), length);
    for (const [share, figures] of tallies)
      for (let draw = 0; draw < draws; draw++) countDraw(figures, corpus, choose(Math.round(share * length)));
  }
  const names = [...new Set([...tallies.values()].flatMap((figures) => [...figures.keys()]))];
  const rows = names.map((name) => [
    name,
    ...SHARES.map((share) => shareOf(tallies.get(share)?.get(name))),
    lowestOf(tallies.get(SHARES[0] ?? 0)?.get(name)),
  ]);
  const header = ['figure', ...SHARES.map((share) => `of ${100 * share} %`), 'least, of 25 %'];
  return `${draws} draws of each share from each of ${used.join(', ')}.\n\n${markdownTable([header, ...rows], 1)}`;
}

interface WholeCorpus {
  readonly name: string;
  readonly population: Population;
  /** The figures of all documents. */
  readonly truth: ReadonlyMap<string, number>;
}

function countDraw(
  figures: Map<string, Tally>,
  { name: corpus, population, truth }: WholeCorpus,
  chosen: Uint32Array,
): void {
  const documents = Array.from(chosen, (index) => population.documents[index]).filter(
    (document) => document !== undefined,
  );
  for (const { name, interval } of figuresOf(drawnValues(population, documents, false))) {
    const whole = truth.get(name);
    if (interval === null || whole === undefined || estimandOf(name) !== 'population') continue;
    const tally = figures.get(name) ?? { draws: 0, covering: 0, byCorpus: new Map() };
    const own = tally.byCorpus.get(corpus) ?? { draws: 0, covering: 0 };
    for (const sum of [tally, own]) {
      sum.draws += 1;
      sum.covering += Number(interval[0] <= whole && whole <= interval[1]);
    }
    tally.byCorpus.set(corpus, own);
    figures.set(name, tally);
  }
}

function shareOf(tally: { readonly draws: number; readonly covering: number } | undefined): string {
  if (tally === undefined) return '';
  const share = tally.covering / tally.draws;
  const text = (100 * share).toFixed(1);
  return share < BAR ? `**${text}**` : text;
}

/** The corpus whose intervals held least often. */
function lowestOf(tally: Tally | undefined): string {
  const [lowest] = [...(tally?.byCorpus ?? [])].toSorted(
    ([, a], [, b]) => a.covering / a.draws - b.covering / b.draws,
  );
  return lowest === undefined
    ? ''
    : `${((100 * lowest[1].covering) / lowest[1].draws).toFixed(0)} ${lowest[0]}`;
}
