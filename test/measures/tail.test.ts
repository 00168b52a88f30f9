import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Replicated } from '../../src/measures/measure.ts';
import type { MeasureValues } from '../../src/measures/registry.ts';
import { mergeProfiles } from '../../src/profile/profile.ts';
import { valuesOf } from '../../src/profile/values.ts';
import type { FrequencySpectrum } from '../../src/statistics/frequency-spectrum.ts';
import { GIRDLED, LOGGED } from '../statistics/known-samples.ts';
import { profileOf, TINY, valuesOfTexts } from '../support/profiles.ts';

/** Texts of seven words in which the types occur as often as a spectrum says. Two types have hostile names. */
function textsOf(spectrum: FrequencySpectrum): readonly string[] {
  const names = ['constructor', '__proto__'];
  const words = spectrum
    .flatMap(({ frequency, types }) => Array.from({ length: types }, () => frequency))
    .flatMap((frequency, type) => Array<string>(frequency).fill(names[type] ?? `type${type}`));
  // Stepping by a number prime to the length spreads each type over the texts.
  const mixed = words.map((_, index) => words[(index * 37) % words.length] ?? '');
  return Array.from({ length: mixed.length / 7 }, (_, text) => mixed.slice(7 * text, 7 * text + 7).join(' '));
}

/** Texts of words that become rarer, made by a fixed rule. */
function madeTexts(count: number, words: number): readonly string[] {
  let state = 20_241;
  const next = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: words }, () => `w${Math.floor(2000 ** next())}`).join(' '),
  );
}

function nonFinite(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, own]) => nonFinite(own, `${path}.${key}`));
}

const girdled = valuesOfTexts(textsOf(GIRDLED));
const logged = valuesOfTexts(textsOf(LOGGED));

describe('the tail of known samples', () => {
  it('has the coverage that iNEXT prints', () => {
    expect(girdled['word-groups'].coverage?.value).toBeCloseTo(0.9288554388, 10);
    expect(logged['word-groups'].coverage?.value).toBeCloseTo(0.9445706354, 10);
    expect(girdled['word-groups'].goodTuring?.value).toBeCloseTo(1 - 12 / 168, 12);
    expect(girdled['word-groups'].hapaxShare?.value).toBeCloseTo(12 / 26, 12);
    expect(girdled.vocabulary.statistics?.coverage).toBeCloseTo(0.9288554388, 10);
  });

  it('has the lower bounds of SpadeR with their own intervals', () => {
    for (const { chao1 } of [girdled['word-groups'], girdled.vocabulary.statistics ?? { chao1: null }]) {
      expect(chao1?.value).toBeCloseTo(43.8928571429, 9);
      expect(chao1?.interval[0]).toBeCloseTo(30.511, 3);
      expect(chao1?.interval[1]).toBeCloseTo(96.971, 3);
    }
    expect(logged['word-groups'].improvedChao1?.value).toBeCloseTo(65.1805555556, 9);
  });

  it('has the evenness of iNEXT', () => {
    expect(girdled['word-evenness'].entropy?.value).toBeCloseTo(2.627, 3);
    expect(logged['word-evenness'].entropy?.value).toBeCloseTo(2.793, 3);
    expect(1 - (girdled['word-evenness'].concentration?.value ?? 0)).toBeCloseTo(0.878, 3);
    expect(1 - (logged.vocabulary.statistics?.concentration ?? 0)).toBeCloseTo(0.855, 3);
    // 10,000 (Σ x² - N) / N² = 10,000 · concentration · (N - 1) / N.
    const concentration = girdled.vocabulary.statistics?.concentration ?? 0;
    expect(girdled['word-evenness'].yuleK?.value).toBeCloseTo((1e4 * concentration * 167) / 168, 9);
  });

  it('has the Hill numbers at equal coverage that iNEXT prints', () => {
    const rows = girdled.vocabulary.statistics?.hill ?? [];
    expect(rows.map(({ coverage }) => coverage)).toEqual([0.8, 0.9, 0.95]);
    expect(rows[1]?.richness).toBeCloseTo(19.00035, 4);
    expect(rows[2]?.shannon).toBeCloseTo(12.655438, 4);
    const { richness, shannon, simpson } = logged['word-evenness'];
    expect(richness?.value).toBeCloseTo(27.054065, 3);
    expect(shannon?.value).toBeCloseTo(12.93992, 4);
    expect(simpson?.value).toBeCloseTo(6.576904, 4);
  });
});

/** Statistics by name, of which each must be what it is without a group in a corpus without it. */
function replicatedOf({ 'word-groups': groups, 'word-evenness': evenness }: MeasureValues) {
  const { hapaxShare, goodTuring, coverage, growth } = groups;
  const { concentration, entropy, yuleK, incidenceCoverage } = evenness;
  const rows: Readonly<Record<string, Replicated | null>> = {
    hapaxShare,
    goodTuring,
    coverage,
    concentration,
    entropy,
    yuleK,
    incidenceCoverage,
    growth: growth[0]?.types ?? null,
  };
  return rows;
}

describe('leaving a group out', () => {
  it('gives what the corpus without its documents gives', () => {
    const texts = madeTexts(90, 30);
    const groupOf = new Map(
      texts.map((text) => [text, valuesOfTexts([text])['word-groups'].documents.indexOf(1)]),
    );
    const all = replicatedOf(valuesOfTexts(texts));
    for (const group of [0, 7, 31]) {
      const rest = replicatedOf(valuesOfTexts(texts.filter((text) => groupOf.get(text) !== group)));
      for (const [name, own] of Object.entries(all)) {
        expect(own, name).not.toBeNull();
        expect(own?.leaveOneOut[group], name).toBeCloseTo(rest[name]?.value ?? Number.NaN, 9);
      }
    }
  });
});

describe('the richness of half the documents', () => {
  it('is half of the words where each is in one document', () => {
    const values = valuesOfTexts(Array.from({ length: 40 }, (_, text) => `a${text} b${text}`));
    expect(values['word-groups'].half.richness?.value).toBeCloseTo(40, 9);
  });

  it('is the chance that one of the groups of a word is drawn', () => {
    const texts = ['alpha one', 'alpha two'];
    const groups = texts.map((text) => valuesOfTexts([text])['word-groups'].documents.indexOf(1));
    expect(groups[0]).not.toBe(groups[1]);
    // Two words are in one group each, and one is in two: 1/2 + 1/2 + 1 - (16 · 15) / (32 · 31).
    const half = valuesOfTexts(texts)['word-groups'].half.richness;
    expect(half?.value).toBeCloseTo(2 - 240 / 992, 12);
    // Of 31 groups 15 or 16 are drawn, and the two words of the other document are left.
    expect(half?.leaveOneOut[groups[0] ?? 0]).toBeCloseTo(1, 12);
  });

  it('is, without a group, less by about the words of a thirty-second of the documents', () => {
    const values = valuesOfTexts(Array.from({ length: 400 }, (_, text) => `a${text} b${text}`));
    const { documents, half } = values['word-groups'];
    for (const [group, own] of documents.entries())
      expect(half.richness?.leaveOneOut[group]).toBeCloseTo(400 - own, 9);
  });
});

describe('corpora at the edge', () => {
  it.each<readonly [string, readonly string[]]>([
    ['nothing', []],
    ['a document without words', ['...']],
    ['one word', ['a']],
    ['two documents of one word', ['a', 'b']],
    ['equal documents', Array<string>(40).fill('the same text here')],
    ['one word only', Array.from({ length: 40 }, (_, text) => 'w '.repeat(text + 1))],
    ['every word once', Array.from({ length: 40 }, (_, text) => `x${text} y${text} z${text}`)],
    ['documents of one word', Array.from({ length: 60 }, (_, text) => `t${text % 7}`)],
  ])('have finite figures or none: %s', (_, texts) => {
    expect(nonFinite(valuesOfTexts(texts))).toEqual([]);
    expect(
      nonFinite(
        valuesOf(
          profileOf(
            texts.map((text) => ({ text })),
            TINY,
          ),
        ),
      ),
    ).toEqual([]);
  });

  it('have no figures without words, nor evenness with one', () => {
    const nothing = valuesOfTexts(['...']);
    expect(nothing['word-groups']).toMatchObject({
      hapaxShare: null,
      coverage: null,
      chao1: null,
      growth: [],
    });
    expect(nothing.vocabulary.statistics).toBeNull();
    expect(valuesOfTexts(['a'])['word-evenness']).toMatchObject({ concentration: null, entropy: null });
    expect(valuesOfTexts(['a'])['word-groups'].coverage).toBeNull();
  });

  it('are finite in tables that overflow, whatever the documents', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', '__proto__', 'i', 'j', 'k'));
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (documents) => {
        const texts = documents.map((own) => ({ text: own.join(' ') }));
        expect(nonFinite(valuesOf(profileOf(texts, TINY)))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('are finite with counts above 2^32, and keep the shares of their words', () => {
    const texts = madeTexts(20, 12).map((text) => ({ text }));
    let profile = profileOf(texts);
    for (let doubling = 0; doubling < 34; doubling++)
      profile = mergeProfiles(profile, structuredClone(profile));
    const values = valuesOf(profile);
    const tokens = 240 * 2 ** 34;
    expect(values.vocabulary.tokens).toBe(tokens);
    expect(nonFinite(values)).toEqual([]);
    const once = valuesOf(profileOf(texts));
    const squares = once.vocabulary.spectrum.reduce(
      (sum, row) => sum + row.types * (row.frequency / 240) ** 2,
      0,
    );
    expect(values.vocabulary.statistics?.concentration).toBeCloseTo(squares, 9);
    expect(values['word-groups'].coverage?.value).toBe(1);
    const types = values['word-groups'].growth.at(-1)?.types.value ?? 0;
    expect(types).toBeCloseTo(once.vocabulary.types, 6);
  });
});
