import { join } from 'node:path';
import { markdownTable } from '../bench/markdown-table.ts';
import { CORPORA } from './corpora.ts';
import { drawnValues } from './drawn-values.ts';
import type { Figure } from './figures.ts';
import { figuresOf } from './figures.ts';
import { populationOf } from './population.ts';
import type { StudyOptions } from './study-options.ts';
import { documentsOf, textsOf } from './text-documents.ts';

const LENGTHS = [200, 400, 800] as const;
const LONGEST = 800;
const FEWEST_DOCUMENTS = 50;
/** The figures that a report begins with. */
const HEADLINES = [
  'homogeneity',
  'cross-document-overlap byN 2',
  'cross-document-overlap byN 3',
  'cross-document-overlap',
  'uniform-rhythm',
  'repetition',
  'pair-similarity',
  'vocabulary-evenness',
  'vocabulary-evenness entropy',
  'hill-numbers',
  'vocabulary halfHapaxShare',
  'sample-coverage',
  'lexical-diversity',
  'equal-size-ngrams',
  'self-repetition',
  'compression',
];

/**
 * What becomes of figures when the documents with at least 800 words are cut at 200 and 400: the change from 800 in
 * half widths of the interval at 800.
 */
export function lengthTable({ corpora }: StudyOptions): string {
  const changes = new Map<string, { readonly corpus: string; readonly by: readonly (number | null)[] }[]>();
  const used: string[] = [];
  for (const corpus of CORPORA) {
    const texts = longTexts(textsOf(join(corpora, `${corpus}.jsonl`)));
    if (texts.length < FEWEST_DOCUMENTS) continue;
    used.push(`${corpus} (${texts.length})`);
    const [short, medium, long] = LENGTHS.map((words) => figuresAt(texts, words));
    for (const name of HEADLINES) {
      const own = long?.get(name);
      if (own?.interval === null || own === undefined) continue;
      const half = (own.interval[1] - own.interval[0]) / 2;
      const by = [short, medium].map((figures) => {
        const other = figures?.get(name);
        return other === undefined || half === 0 ? null : (other.value - own.value) / half;
      });
      const known = changes.get(name) ?? [];
      known.push({ corpus, by });
      changes.set(name, known);
    }
  }
  const rows = [...changes].map(([name, own]) => [name, ...[0, 1].flatMap((place) => cellsOf(own, place))]);
  const header = ['figure', 'at 200, middle', 'widest', 'at 400, middle', 'widest'];
  return `Of ${used.join(', ')}.\n\n${markdownTable([header, ...rows], 1)}`;
}

function longTexts(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => documentsOf([text], { words: LONGEST, pieces: true }).length > 0);
}

function figuresAt(texts: readonly string[], words: number): ReadonlyMap<string, Figure> {
  const population = populationOf(documentsOf(texts, { words, pieces: false }));
  const figures = figuresOf(drawnValues(population, population.documents, true));
  return new Map(figures.map((figure) => [figure.name, figure]));
}

function cellsOf(
  changes: readonly { readonly corpus: string; readonly by: readonly (number | null)[] }[],
  place: number,
): readonly string[] {
  const known = changes.flatMap(({ by }) => by[place] ?? []).toSorted((a, b) => a - b);
  const middle = known[Math.floor(known.length / 2)];
  const widest = known.toSorted((a, b) => Math.abs(b) - Math.abs(a))[0];
  return [middle, widest].map((change) => {
    if (change === undefined) return '';
    const text = `${change > 0 ? '+' : ''}${change.toFixed(1)}`;
    return Math.abs(change) > 1 ? `**${text}**` : text;
  });
}
