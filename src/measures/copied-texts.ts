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
