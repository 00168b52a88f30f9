import { seeded, wordOf } from '../support/large-files.ts';

const WORDS = 120;
const TYPES = 4_000;
const LONGEST_SENTENCE = 24;

/** Texts of words drawn by a Zipfian law, in sentences of different lengths; the same for a seed. */
export function madeTexts({
  seed,
  documents,
}: {
  readonly seed: number;
  readonly documents: number;
}): readonly string[] {
  const random = seeded(seed);
  const draw = (): string => wordOf(Math.floor(TYPES ** random()));
  return Array.from({ length: documents }, () => {
    let text = '';
    for (let words = 0; words < WORDS; ) {
      const length = 1 + Math.floor(random() * LONGEST_SENTENCE);
      text += `${Array.from({ length }, draw).join(' ')}. `;
      words += length;
    }
    return text.trim();
  });
}
