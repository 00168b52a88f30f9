import { type FrequencySpectrum, spectrumOf } from '../../src/statistics/frequency-spectrum.ts';

function withOnes(frequencies: readonly number[], ones: number): FrequencySpectrum {
  return spectrumOf([...frequencies, ...Array<number>(ones).fill(1)]);
}

/** `spider$Girdled` of iNEXT: 168 spiders of 26 species. */
export const GIRDLED = withOnes([46, 22, 17, 15, 15, 9, 8, 6, 6, 4, 2, 2, 2, 2], 12);

/** `spider$Logged` of iNEXT: 252 spiders of 37 species. */
export const LOGGED = withOnes(
  [88, 22, 16, 15, 13, 10, 8, 8, 7, 7, 7, 5, 4, 4, 4, 3, 3, 3, 3, 2, 2, 2, 2],
  14,
);

/** `bird` of iNEXT. */
export const BIRDS_NORTH = withOnes(
  [41, 18, 16, 16, 15, 12, 11, 11, 9, 8, 7, 5, 5, 4, 4, 3, 3, 2, 2, 2, 2],
  6,
);
export const BIRDS_SOUTH = withOnes(
  [
    32, 31, 20, 18, 18, 17, 17, 15, 14, 10, 10, 9, 9, 7, 7, 6, 6, 6, 6, 5, 5, 5, 4, 4, 3, 3, 3, 2, 2, 2, 2, 2,
    2,
  ],
  5,
);

/** The first plot of Barro Colorado Island in vegan: 448 trees of 93 species. */
export const BARRO_COLORADO: FrequencySpectrum = withOnes(
  [
    25, 24, 22, 21, 18, 17, 15, 14, 14, 13, 13, 12, 12, 11, 11, 10, 9, 8, 7, 6, 6, 6, 6, 5, 5, 5, 5, 5, 5, 4,
    4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
  ],
  31,
);

/** The vector of the tests of scikit-bio. */
export const SCIKIT_BIO = spectrumOf([0, 1, 1, 4, 2, 5, 2, 4, 1, 2]);

/** The words of a text, cut at white space. */
export function spectrumOfText(text: string): FrequencySpectrum {
  const counts = new Map<string, number>();
  for (const word of text.split(/\s+/u)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return spectrumOf(counts.values());
}

/** Two texts with which LexicalRichness is documented and tested. */
export const TEN_WORDS = spectrumOfText('test text with some text numbers hyphenhere and text punctuations');
export const FIFTY_SEVEN_WORDS = spectrumOfText(
  'measure of textual lexical diversity computed as the mean length of sequential words in a text that maintains a ' +
    'minimum threshold ttr score iterates over words until ttr scores falls below a threshold then increase factor ' +
    'counter by and start over mccarthy and jarvis pg recommends a factor threshold in the range of mccarthy ' +
    'mccarthy and jarvis',
);
