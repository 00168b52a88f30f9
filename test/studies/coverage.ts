import { createLongRandom } from '../bench/long-random.ts';
import { drawnValues } from './drawn-values.ts';
import { estimandOf } from './estimand.ts';
import type { Figure } from './figures.ts';
import { figuresOf } from './figures.ts';
import type { Population } from './population.ts';
import { createChoice } from './random-choice.ts';

/** How often the intervals of one figure held what they are to hold. */
export interface Coverage {
  readonly name: string;
  /** Draws that gave an interval. */
  readonly intervals: number;
  readonly covering: number;
  /** Draws whose interval lay below the estimand, and above it. */
  readonly tooLow: number;
  readonly tooHigh: number;
  /** The mean half width of the intervals in standard deviations of the value over draws; 1.96 would do at best. */
  readonly reach: number;
  /** The mean over draws less the figure of the population, in standard deviations. Null where that has none. */
  readonly bias: number | null;
}

export interface Drawing {
  /** Documents of a draw, without replacement. */
  readonly size: number;
  readonly repetitions: number;
  readonly seed: number;
  readonly equalSize: boolean;
}

/** The figures of all documents of a population. */
export function figuresOfAll(population: Population, equalSize: boolean): ReadonlyMap<string, number> {
  const figures = figuresOf(drawnValues(population, population.documents, equalSize));
  return new Map(figures.map(({ name, value }) => [name, value]));
}

/** Draws again and again, and looks how often the interval of each figure holds its estimand. */
export function coverageOf(
  population: Population,
  { size, repetitions, seed, equalSize }: Drawing,
  truth: ReadonlyMap<string, number>,
): readonly Coverage[] {
  const choose = createChoice(createLongRandom(seed), population.documents.length);
  const found = new Map<string, Figure[]>();
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const documents = Array.from(choose(size), (index) => population.documents[index]).filter(
      (document) => document !== undefined,
    );
    for (const figure of figuresOf(drawnValues(population, documents, equalSize))) {
      const known = found.get(figure.name);
      if (known === undefined) found.set(figure.name, [figure]);
      else known.push(figure);
    }
  }
  return [...found].map(([name, figures]) => summaryOf(name, figures, truth.get(name) ?? null));
}

function summaryOf(name: string, figures: readonly Figure[], whole: number | null): Coverage {
  const mean = figures.reduce((sum, { value }) => sum + value, 0) / figures.length;
  const squares = figures.reduce((sum, { value }) => sum + (value - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / Math.max(1, figures.length - 1));
  const estimand = estimandOf(name) === 'population' ? (whole ?? mean) : mean;
  const intervals = figures.flatMap(({ interval }) => (interval === null ? [] : [interval]));
  const tooLow = intervals.filter(([, high]) => high < estimand).length;
  const tooHigh = intervals.filter(([low]) => low > estimand).length;
  const reach = intervals.reduce((sum, [low, high]) => sum + (high - low) / 2, 0) / intervals.length;
  return {
    name,
    intervals: intervals.length,
    covering: intervals.length - tooLow - tooHigh,
    tooLow,
    tooHigh,
    reach: deviation === 0 ? 0 : reach / deviation,
    bias: whole === null || deviation === 0 ? null : (mean - whole) / deviation,
  };
}
