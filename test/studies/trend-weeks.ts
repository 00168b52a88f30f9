import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tailsOf } from '../../src/compare/compare-corpora.ts';
import type { ComparedCorpus } from '../../src/compare/compared-corpus.ts';
import { comparedCorpus } from '../../src/compare/compared-corpus.ts';
import { narrowingOf } from '../../src/compare/narrowing.ts';
import { wordDrift } from '../../src/compare/word-drift.ts';
import { corpusFigures } from '../../src/jobs/corpus-figures.ts';
import { CHART_LIMITS } from '../../src/trend/chart-limits.ts';
import type { SeriesPoint } from '../../src/trend/series.ts';
import { profileOf } from '../support/profiles.ts';

/** The texts of a JSON Lines file. */
export function textsOf(folder: string, name: string): readonly string[] {
  return readFileSync(join(folder, `${name}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { readonly text: string }).text);
}

/** So many of the texts, each at most once, by chance. */
export function drawn(texts: readonly string[], size: number, random: () => number): readonly string[] {
  const places = new Set<number>();
  while (places.size < Math.min(size, texts.length)) places.add(Math.floor(random() * texts.length));
  return [...places].map((place) => texts[place] ?? '');
}

export function weekOf(texts: readonly string[]): ComparedCorpus {
  return comparedCorpus(profileOf(texts.map((text) => ({ text }))));
}

/** A week as a point of a series: of its words those alone that drifted beyond the limit, as the others say nothing. */
export function pointOf(corpus: ComparedCorpus, baseline: ComparedCorpus): SeriesPoint {
  const sides = { baseline, candidate: corpus };
  const tails = tailsOf(sides);
  const narrowing = narrowingOf(sides, tails, { baseline: 1, candidate: 1 });
  const drift = wordDrift(sides);
  const { size } = corpus.values;
  return {
    name: '',
    date: null,
    documents: size.documents,
    distinctDocuments: size.documents,
    tokens: size.tokens,
    level: 'heteroglossic',
    homogeneity: null,
    change: narrowing === null ? null : { value: narrowing.value, interval: null },
    figures: corpusFigures(corpus, tails),
    wordDrift: {
      ...drift,
      words: drift.words.filter(({ adjustedP }) => adjustedP <= CHART_LIMITS.wordChance),
    },
    planDigest: 'plan',
  };
}
