import { CHART_LIMITS } from './chart-limits.ts';
import type { SeriesPoint } from './series.ts';

export interface WordSignal {
  readonly place: number;
  readonly words: readonly string[];
  /** How many of them cannot be named, because a profile holds no text. */
  readonly unnamed: number;
  readonly chance: number;
}

/**
 * Points with words that drifted against the baseline so surely that a series without drift hardly ever has one. Each
 * word is told once: one that came to stay is news at its first point alone.
 */
export function wordSignals(
  points: readonly Pick<SeriesPoint, 'wordDrift'>[],
  isTested: readonly boolean[],
): readonly WordSignal[] {
  const told = new Set<string>();
  const signals: WordSignal[] = [];
  for (const [place, { wordDrift }] of points.entries()) {
    if (wordDrift === null || isTested[place] !== true) continue;
    const sure = wordDrift.words.filter(({ adjustedP }) => adjustedP <= CHART_LIMITS.wordChance);
    const fresh = sure.filter((drifted) => !told.has(keyOf(drifted)));
    for (const drifted of sure) told.add(keyOf(drifted));
    if (fresh.length === 0) continue;
    const words = fresh.flatMap(({ word }) => (word === null ? [] : [word]));
    const chance = Math.min(...fresh.map(({ adjustedP }) => adjustedP));
    signals.push({ place, words, unnamed: fresh.length - words.length, chance });
  }
  return signals;
}

/** Words that cannot be named are all one: they are news once. */
function keyOf({ word, ratio }: { readonly word: string | null; readonly ratio: number }): string {
  return `${ratio > 1 ? 'rose' : 'fell'} ${word ?? ''}`;
}
