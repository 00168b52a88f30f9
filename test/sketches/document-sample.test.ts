import { describe, expect, it } from 'vitest';
import { hashedSample } from '../../src/profile/hashed-sample.ts';
import {
  createDocumentSample,
  type DocumentSample,
  mergeDocumentSamples,
  offerDocument,
} from '../../src/sketches/document-sample.ts';

const SPEC = { capacity: 1_000, longCapacity: 10, shortWords: 2, longWords: 4 };
const TEXT = { id: '', source: '', date: '', label: '', words: 4 };

/** One long text with a hash of its own. */
function sampleOf(high: number): DocumentSample {
  const sample = createDocumentSample(SPEC);
  const hash = `${high.toString(16).padStart(8, '0')}00000000`;
  const [beginning, rest] = [Buffer.from('one two'), Buffer.from(` three ${high}`)];
  offerDocument(sample, { hash, high, low: 0 }, () => ({ ...TEXT, beginning, rest }));
  return sample;
}

/** Another time than before, because adding uses them up. */
function sixtySamples(): readonly DocumentSample[] {
  return Array.from({ length: 60 }, (_, index) => sampleOf(index * 1_000));
}

function sumOf(samples: readonly DocumentSample[]): DocumentSample {
  return samples.reduce(mergeDocumentSamples);
}

describe('a document sample', () => {
  it('counts its long excerpts alike with and without text, and so trims at the same time', () => {
    const withText = sumOf(sixtySamples());
    const withoutText = sumOf(sixtySamples().map(hashedSample));
    expect(withText.longHeld).toBe(60);
    expect(withoutText.longHeld).toBe(60);
    const more = Array.from({ length: 60 }, (_, index) => sampleOf(100_000 + index));
    // Above the slack of the long capacity the sample is trimmed, and texts above a limit are sure to stay short.
    for (const sum of [sumOf([withText, ...more]), sumOf([withoutText, ...more.map(hashedSample)])]) {
      expect(sum.longHeld).toBeLessThan(100);
      expect(sum.longLimit).toBe(9_000);
    }
  });
});
