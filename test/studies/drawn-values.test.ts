import { describe, expect, test } from 'vitest';
import { createLongRandom } from '../bench/long-random.ts';
import { createProse } from '../bench/prose.ts';
import { valuesOfTexts } from '../support/profiles.ts';
import { drawnValues } from './drawn-values.ts';
import type { Figure } from './figures.ts';
import { figuresOf } from './figures.ts';
import { populationOf } from './population.ts';
import { createChoice } from './random-choice.ts';
import { documentsOf } from './text-documents.ts';

const prose = createProse(createLongRandom(3));
const texts = Array.from({ length: 60 }, prose);

function roundedFigure(figure: Figure | undefined): unknown {
  return {
    ...figure,
    value: figure?.value.toPrecision(6),
    interval: figure?.interval?.map((end) => end.toPrecision(5)),
  };
}

describe('drawnValues', () => {
  test('gives the figures and intervals that the program gives of the same texts', () => {
    const population = populationOf(documentsOf(texts, { words: 2_000, pieces: false }));
    const chosen = [...createChoice(createLongRandom(1), 60)(40)].toSorted((a, b) => a - b);
    const documents = chosen.flatMap((index) => population.documents[index] ?? []);
    const own = figuresOf(drawnValues(population, documents, false));
    const short = documents.every(({ sampled }) => sampled.high.length < 2_000);
    const whole = figuresOf(valuesOfTexts(chosen.map((index) => texts[index] ?? '')));
    expect(short).toBe(true);
    const known = new Map(whole.map((figure) => [figure.name, figure]));
    expect(own.length).toBeGreaterThan(30);
    // The lengths of documents are no part of a study.
    for (const figure of own.filter(({ name }) => name !== 'document-length'))
      expect(roundedFigure(figure)).toEqual(roundedFigure(known.get(figure.name)));
  });
});

describe('createChoice', () => {
  test('draws each document once, and sooner or later every one', () => {
    const choose = createChoice(createLongRandom(2), 10);
    const seen = new Set<number>();
    for (let draw = 0; draw < 50; draw++) {
      const chosen = choose(4);
      expect(new Set(chosen).size).toBe(4);
      for (const index of chosen) seen.add(index);
    }
    expect([...seen].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
