import { describe, expect, test } from 'vitest';
import type { Audit, Outcome } from '../../src/audits/audit.ts';
import { compression } from '../../src/audits/compression.ts';
import { equalSizeNgrams } from '../../src/audits/equal-size-ngrams.ts';
import { lexicalDiversity } from '../../src/audits/lexical-diversity.ts';
import { runAudits } from '../../src/audits/runner.ts';
import { selfRepetition } from '../../src/audits/self-repetition.ts';
import { withoutText } from '../../src/profile/profile.ts';
import { valuesOf } from '../../src/profile/values.ts';
import { profileOf, valuesOfTexts } from '../support/profiles.ts';
import { healthyValues, replicated } from './hand-made-values.ts';

const values = healthyValues();
const ngrams = values['equal-size-ngrams'];
const AUDITS: Readonly<Record<string, Audit>> = {
  'lexical-diversity': lexicalDiversity,
  'equal-size-ngrams': equalSizeNgrams,
  'self-repetition': selfRepetition,
  compression,
};

function intervalOf(outcome: Outcome): readonly [number, number] | undefined {
  return 'quantity' in outcome ? outcome.quantity.interval : undefined;
}

describe('lexical-diversity', () => {
  const value = {
    windowWords: 300,
    movingAverageTtr: replicated(0.8),
    textualLexicalDiversity: replicated(90),
    hypergeometricDiversity: replicated(0.83),
    yuleK: null,
  };

  test('says how many of 50 words are different, with the other figures beside it', () => {
    const outcome = lexicalDiversity.audit({ ...values, 'lexical-diversity': value });
    expect(outcome).toMatchObject({
      outcome: 'informative',
      quantity: { value: 0.8, unit: 'ratio', documents: 100 },
      details: { textualLexicalDiversity: { value: 90, documents: 100 }, yuleK: null },
    });
    expect(outcome.reason).toContain('In 50 words in a row 40 are different (95 % interval 39.');
    expect(intervalOf(outcome)?.[1]).toBeLessThan(1);
  });

  test('does not apply to four documents', () => {
    const few = { ...value, movingAverageTtr: replicated(0.8, 4) };
    expect(lexicalDiversity.audit({ ...values, 'lexical-diversity': few }).outcome).toBe('not-applicable');
  });
});

describe('equal-size-ngrams', () => {
  test('is the score of 4, with shares, entropies and intervals beside it', () => {
    const byN = ngrams.byN.map((row) => ({
      ...row,
      distinctShare: replicated(0.7),
      adjusted: replicated(0.85),
      entropy: replicated(9),
    }));
    const outcome = equalSizeNgrams.audit({
      ...values,
      'equal-size-ngrams': { ...ngrams, byN, score: replicated(2.8, 137) },
    });
    expect(outcome).toMatchObject({
      outcome: 'informative',
      quantity: { value: 2.8, unit: 'ratio', documents: 137 },
      details: { byN: { 3: { distinctShare: { value: 0.7 }, entropy: { value: 9 } } } },
    });
    const [low = 0, high = 0] = intervalOf(outcome) ?? [];
    expect(low).toBeLessThan(2.8);
    expect(high).toBeGreaterThan(2.8);
    expect(outcome.reason).toContain('add up to 2.8 of 4 (95 % interval');
  });

  test('has no interval at the highest score, which shows no spread', () => {
    const highest = { value: 4, leaveOneOut: Array.from({ length: 32 }, () => 4), documents: 137 };
    const outcome = equalSizeNgrams.audit({
      ...values,
      'equal-size-ngrams': { ...ngrams, score: highest },
    });
    expect(outcome).toMatchObject({ outcome: 'informative', quantity: { value: 4 } });
    expect(intervalOf(outcome)).toBeUndefined();
  });

  test('says what is missing', () => {
    const { reason, outcome } = equalSizeNgrams.audit(values);
    expect(outcome).toBe('not-applicable');
    expect(reason).toMatch(/hold 1\d runs of four words .* it takes 20,000\. About 150 documents/u);
  });
});

describe('self-repetition', () => {
  test('is a figure of a fixed number of documents', () => {
    const value = { ...values['self-repetition'], repetition: replicated(2.1, 120) };
    expect(selfRepetition.audit({ ...values, 'self-repetition': value })).toMatchObject({
      outcome: 'informative',
      quantity: { value: 2.1, unit: 'ratio', documents: 120 },
      details: { n: 4, windowWords: 150, windows: 120 },
    });
  });

  test('says what is missing', () => {
    expect(selfRepetition.audit(values).reason).toContain('words are 0 when');
  });
});

describe('compression', () => {
  test('is a factor, with the extremes of the orders', () => {
    const value = { ...values.compression, ratio: replicated(2.4, 132), lowest: 2.38, highest: 2.42 };
    const outcome = compression.audit({ compression: value });
    expect(outcome).toMatchObject({
      outcome: 'informative',
      quantity: { value: 2.4, unit: 'ratio', documents: 132 },
      details: { orders: 3, lowest: 2.38, highest: 2.42 },
    });
    expect(outcome.reason).toContain('65,536 bytes of text shrink by a factor of 2.4 (95 % interval');
  });

  test('says whether text is missing, or some of it', () => {
    expect(compression.audit(values).reason).toContain('it takes 65,536');
    const none = { ...values.compression, holdsText: false };
    expect(compression.audit({ compression: none }).reason).toContain('holds no text');
  });
});

const WORD = 'constructor';
const CORPORA: readonly (readonly [string, readonly string[]])[] = [
  ['no document', []],
  ['one document', ['one two three four five']],
  ['one word', [WORD]],
  ['no word', ['...', '!', '?']],
  ['two documents', ['__proto__ toString', 'a b']],
  ['two hundred copies', Array.from({ length: 200 }, () => `${WORD} `.repeat(200))],
  ['documents of one word', Array.from({ length: 400 }, (_, index) => `w${index}`)],
  ['one word, at any length', Array.from({ length: 300 }, (_, index) => `${WORD} `.repeat(index + 1))],
  ['one long document', [Array.from({ length: 30_000 }, (_, index) => `w${index}`).join(' ')]],
  [
    'every word once',
    Array.from({ length: 200 }, (_, d) => Array.from({ length: 160 }, (__, i) => `d${d}w${i}`).join(' ')),
  ],
  ['words of thousands of letters', Array.from({ length: 160 }, (_, index) => `${index}${'é'.repeat(3000)}`)],
];

function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

test.each(CORPORA)('of %s all numbers are finite, with text and without', (_, texts) => {
  const profile = profileOf(texts.map((text) => ({ text })));
  for (const own of [valuesOfTexts(texts), valuesOf(withoutText(profile))]) {
    const measured = Object.keys(AUDITS).map((id) => new Map<string, unknown>(Object.entries(own)).get(id));
    expect(measured).toHaveLength(4);
    expect(numbersIn(measured).every(Number.isFinite)).toBe(true);
    for (const finding of Object.values(runAudits(own, AUDITS))) {
      expect(finding.outcome).not.toBe('error');
      expect(finding.reason).not.toMatch(/NaN|Infinity|undefined|null/u);
      expect(numbersIn(finding).every(Number.isFinite)).toBe(true);
    }
  }
});
