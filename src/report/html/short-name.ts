import { printableText } from '../printable-text.ts';

/** Of characters in which a grapheme is looked for: none is longer in a language. */
const LONGEST_GRAPHEME = 10;

/** A name for a drawing, of at most so many graphemes: cut between them, so that no letter loses its marks. */
export function shortName(name: string, longest: number): string {
  const text = printableText(name).slice(0, LONGEST_GRAPHEME * longest);
  const end = [...new Intl.Segmenter('en').segment(text)][longest - 1];
  return end === undefined ? text : `${text.slice(0, end.index)}…`;
}
