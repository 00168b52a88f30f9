import { excerptOf } from '../sketches/document-sample.ts';
import { sampleMeasure } from './measure.ts';

/** The texts that several documents have, word for word. */
export interface CopiedTextsValue {
  /** At most 10 of the sample, the most copied first. */
  readonly texts: readonly CopiedText[];
}

interface CopiedText {
  /** The beginning of the text; empty where the sample holds no text. */
  readonly quote: string;
  /** Documents that have it. */
  readonly documents: number;
  /** The smallest id among them. */
  readonly id: string;
}

const MOST = 10;
const QUOTE_LENGTH = 200;

export const copiedTexts = sampleMeasure({
  kind: 'sample',
  id: 'copied-texts',
  version: 1,
  explanation: {
    measures: 'The texts that most documents have, word for word.',
    formula: 'The sampled texts by number of copies, ten at most, the most copied first.',
    reading: 'They are quotations for the audit of exact duplicates and no figure of their own.',
    moves:
      'The sample: a text of which most copies stand in a large corpus may be missing from a sample of its distinct texts.',
    silence:
      'Where no sampled text occurs twice. The words themselves are absent where a profile holds no text.',
    source: 'Ours.',
  },
  snapshot({ documents }): CopiedTextsValue {
    const texts = documents
      .filter(({ entry }) => entry.count > 1)
      .toSorted((a, b) => b.entry.count - a.entry.count)
      .slice(0, MOST)
      .map(({ entry }) => ({
        quote: excerptOf(entry.text).slice(0, QUOTE_LENGTH),
        documents: entry.count,
        id: entry.text.id,
      }));
    return { texts };
  },
});
