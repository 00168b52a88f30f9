import { describe, expect, test } from 'vitest';
import { languages } from '../../src/audits/languages.ts';
import { pairSimilarity } from '../../src/audits/pair-similarity.ts';
import { phraseConcentration } from '../../src/audits/phrase-concentration.ts';
import { sharedEndings } from '../../src/audits/shared-endings.ts';
import { sharedOpenings } from '../../src/audits/shared-openings.ts';
import { syntaxTemplates } from '../../src/audits/syntax-templates.ts';
import type { MeasureValues } from '../../src/measures/registry.ts';
import { emptyValues, replicated } from './hand-made-values.ts';

describe('pair-similarity', () => {
  test('is the mean share in common', () => {
    const value = { n: 3, windowWords: 150, meanShare: replicated(0.02) };
    const outcome = pairSimilarity.audit({ 'pair-similarity': value });
    expect(outcome).toMatchObject({ outcome: 'informative', quantity: { value: 0.02, unit: 'share' } });
    expect(outcome).toHaveProperty('quantity.interval');
    expect(outcome.reason).toContain('2 % of their runs of three words');
  });

  test('does not apply to fewer than five documents', () => {
    const value = { n: 3, windowWords: 150, meanShare: replicated(0.02, 4) };
    expect(pairSimilarity.audit({ 'pair-similarity': value }).outcome).toBe('not-applicable');
    expect(pairSimilarity.audit(emptyValues(0)).outcome).toBe('not-applicable');
  });
});

describe('phrase-concentration', () => {
  const concentration = { topTen: 0.4, topHundred: 0.9, effectivePhrases: 25, documents: 50 };

  test('is the share of the ten most widespread runs', () => {
    const outcome = phraseConcentration.audit({
      'phrase-concentration': { n: 4, sharedPhrases: 1234, concentration },
    });
    expect(outcome).toMatchObject({
      outcome: 'informative',
      quantity: { value: 0.4, unit: 'share', documents: 50 },
      details: { topHundred: 0.9, effectivePhrases: 25 },
    });
    expect(outcome.reason).toContain(
      'Of 1,234 shared runs of four words the ten most widespread make up 40 %',
    );
  });

  test('does not apply where nothing is shared, or by too few', () => {
    expect(phraseConcentration.audit(emptyValues(9)).reason).toContain('No two of the distinct documents');
    const few = { n: 4, sharedPhrases: 1, concentration: { ...concentration, documents: 3 } };
    expect(phraseConcentration.audit({ 'phrase-concentration': few }).reason).toContain('Fewer than 5');
  });
});

describe('shared-openings and shared-endings', () => {
  const edges: MeasureValues['edges'] = {
    words: 3,
    openings: {
      texts: 100,
      perMillion: replicated(5000),
      commonest: [{ quote: 'In this paper', texts: 7, documents: ['a', 'b'] }],
    },
    endings: { texts: 60, perMillion: replicated(0, 60), commonest: [] },
  };

  test('are the chances per million, with the commonest quoted', () => {
    const outcome = sharedOpenings.audit({ edges });
    expect(outcome).toMatchObject({
      outcome: 'passed',
      quantity: { value: 5000, unit: 'per-million', documents: 100 },
      evidence: [{ quote: 'In this paper', count: 7, documents: ['a', 'b'] }],
    });
    expect(outcome.reason).toContain('begin with the same three words 5,000 times in a million');
    expect(outcome.reason).toContain('at most 7 documents in the same way');
    expect(sharedEndings.audit({ edges })).toMatchObject({
      quantity: { value: 0, documents: 60 },
      evidence: [],
    });
  });

  test('do not apply where fewer than five edges are known', () => {
    const few = { ...edges, endings: { ...edges.endings, texts: 4 } };
    expect(sharedEndings.audit({ edges: few }).reason).toBe(
      'Of 4 distinct documents it is known how they end: it takes 5.',
    );
    expect(sharedOpenings.audit(emptyValues(0)).outcome).toBe('not-applicable');
  });
});

describe('languages', () => {
  test('is the share of the commonest, with all in the details', () => {
    const outcome = languages.audit({
      languages: {
        texts: 105,
        undetermined: 5,
        languages: [
          { language: 'en', texts: 90, share: replicated(0.9) },
          { language: 'de', texts: 10, share: replicated(0.1) },
        ],
      },
    });
    expect(outcome).toMatchObject({
      outcome: 'informative',
      quantity: { value: 0.9, unit: 'share', documents: 100 },
      details: { undetermined: 5, languages: [{ language: 'en', share: 0.9 }, { language: 'de' }] },
    });
    expect(outcome.reason).toContain('90 % are in “en”');
    expect(outcome.reason).toContain('the others in 1 language more; 5 documents do not tell');
  });

  test('does not apply where languages cannot be told', () => {
    expect(languages.audit(emptyValues(3)).outcome).toBe('not-applicable');
  });
});

describe('syntax-templates', () => {
  test('is the share of tokens at which a template begins', () => {
    const outcome = syntaxTemplates.audit({
      'syntax-templates': {
        n: 6,
        windowWords: 100,
        texts: 120,
        englishTexts: 100,
        absence: null,
        found: {
          tagged: 100,
          templates: 100,
          rate: replicated(0.8),
          perToken: replicated(0.05),
          commonest: [{ tags: 'DET NOUN', quote: 'the end', texts: 9, documents: ['a'] }],
        },
      },
    });
    expect(outcome).toMatchObject({
      outcome: 'informative',
      quantity: { value: 0.05, unit: 'share', documents: 100 },
      evidence: [{ quote: 'the end', count: 9, documents: ['a'] }],
      details: { rate: { value: 0.8 }, englishTexts: 100, commonest: [{ tags: 'DET NOUN', texts: 9 }] },
    });
    expect(outcome.reason).toContain('80 % of the documents have one');
  });

  test('does not apply without English documents, and says how many there are', () => {
    expect(syntaxTemplates.audit(emptyValues(3)).reason).toBe(
      'Fewer than 20 sampled texts are in English. There are 0 among 0 documents.',
    );
  });
});
