import { printableText } from '../printable-text.ts';

/** Of characters in which a grapheme is looked for: none is longer in a language. */
const LONGEST_GRAPHEME = 10;
const GRAPHEMES = new Intl.Segmenter('en');

/** A name for a drawing, of at most so many graphemes: cut between them, so that no letter loses its marks. */
export function shortName(name: string, longest: number): string {
  const text = printableText(name.slice(0, LONGEST_GRAPHEME * longest));
  // A character is one grapheme at most.
  if (text.length < longest) return text;
  let number = 0;
  for (const { index } of GRAPHEMES.segment(text)) {
    number += 1;
    if (number === longest) return `${text.slice(0, index)}…`;
  }
  return text;
}

/** The same of a name that is told from others by its end, such as a path. */
export function endOfName(name: string, longest: number): string {
  const text = printableText(name.slice(-LONGEST_GRAPHEME * longest));
  if (text.length < longest) return text;
  const graphemes = [...GRAPHEMES.segment(text)];
  return graphemes.length < longest ? text : `…${text.slice(graphemes.at(1 - longest)?.index ?? 0)}`;
}
