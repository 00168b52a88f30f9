import { joinWrappedLines } from './line-wraps.ts';
import { sentenceEnds } from './sentence-boundaries.ts';
import type { Tokens } from './tokens.ts';

/**
 * How many words stand in each sentence that holds at least one, in the order of the text. Sentences are those of
 * UAX #29 (Unicode 15.0) once wrapped lines are joined; a word belongs to the sentence in which it starts. Where the tokenizer was limited, the last
 * length counts only the words up to the limit. Linear in the text up to the end of its last word's sentence.
 */
export function sentenceLengths(tokens: Tokens): number[] {
  const { count, starts, text } = tokens;
  if (count === 0) return [];
  const lengths: number[] = [];
  let index = 0;
  for (const end of sentenceEnds(joinWrappedLines(text), (starts[count - 1] as number) + 1)) {
    const first = index;
    while (index < count && (starts[index] as number) < end) index += 1;
    if (index > first) lengths.push(index - first);
  }
  return lengths;
}
