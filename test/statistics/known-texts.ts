/** The words of a text, split at single spaces, as type numbers in the order of their first occurrence. */
export function typesOf(text: string): Uint32Array {
  const numbers = new Map<string, number>();
  return Uint32Array.from(text.split(' '), (word) => {
    const number = numbers.get(word) ?? numbers.size;
    numbers.set(word, number);
    return number;
  });
}

function numbersOf(list: string): Uint32Array {
  return Uint32Array.from(list.split(' '), Number);
}

/** The first test text of LexicalRichness: 10 words, 8 types. */
export const TEN_WORDS = 'test text with some text numbers hyphenhere and text punctuations';

/** The example of the LexicalRichness README as type numbers: 57 words, 39 types. */
export const LEXICAL_RICHNESS_EXAMPLE = numbersOf(
  [
    '0 1 2 3 4 5 6 7 8 9 1 10 11 12 13 14 15 16 13 17 18 19 20 21 22 11 23 19 24 25 26 13 18 27 28 29 30',
    '31 32 33 22 34 32 35 36 37 13 29 18 12 7 38 1 34 34 32 35',
  ].join(' '),
);

/** The example of the lexical_diversity README as type numbers: 180 words, 110 types. */
export const LEXICAL_DIVERSITY_EXAMPLE = numbersOf(
  [
    '0 1 2 3 4 0 5 6 7 8 9 3 0 10 5 4 0 11 12 0 6 13 14 0 15 0 16 17 5 2 18 19 20 21 22 23 19 24 25 26 27',
    '28 29 30 31 32 33 34 35 5 36 0 37 38 0 39 1 5 40 41 0 42 43 44 45 46 47 1 47 48 49 0 50 17 0 51 52',
    '53 17 54 5 40 55 56 57 36 0 58 59 36 0 60 61 36 0 62 63 36 0 64 65 66 36 0 67 68 36 0 69 23 70 71 36',
    '0 72 73 0 74 75 5 40 76 4 77 78 79 17 15 80 81 82 83 84 85 86 23 87 88 5 40 89 17 0 90 91 92 51 52',
    '23 93 17 0 94 52 95 40 0 96 23 97 98 99 17 5 100 17 0 1 101 102 38 103 104 0 105 106 107 40 108 109',
  ].join(' '),
);

/** The three sentences of the README of cshaib/diversity. */
export const THREE_SENTENCES = [
  'The quick brown fox jumps over the lazy dog.',
  'The quick brown fox jumps over the lazy dog again.',
  'Suddenly, the quick brown fox leaps swiftly over the sleeping dog.',
] as const;
