/** Characters of the shortest line that can have been wrapped: a shorter one ended where its writer ended it. */
const SHORTEST_WRAPPED = 45;
const LONGEST_WRAPPED = 120;

/** A line that begins as items of lists, headings, tables and quotations do starts something new. */
const BEGINS_ANEW = /^[ \t]*(?:[-*+•>#|=~:]|\d{1,3}[.)]|\(?[a-z0-9]\))/u;

/**
 * Joins the lines of paragraphs that were broken to fit a page, because UAX #29 ends a sentence at every line break.
 * A break between two lines of 45 to 120 characters, of which the second begins nothing new, becomes a space; the
 * last line of a paragraph may be shorter. Every character keeps its place, so offsets into the text stay right.
 */
export function joinWrappedLines(text: string): string {
  if (!text.includes('\n')) return text;
  const lines = text.split('\n');
  let joined = lines[0] ?? '';
  for (let index = 1; index < lines.length; index += 1) {
    const line = lines[index] as string;
    joined += (isWrapped(lines[index - 1] as string, line) ? ' ' : '\n') + line;
  }
  return joined;
}

function isWrapped(line: string, next: string): boolean {
  return (
    line.length >= SHORTEST_WRAPPED &&
    line.length <= LONGEST_WRAPPED &&
    next.length <= LONGEST_WRAPPED &&
    /\S/u.test(next) &&
    !BEGINS_ANEW.test(next)
  );
}
