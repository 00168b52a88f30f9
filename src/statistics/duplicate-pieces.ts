/** Pieces of a text, such as lines, that stood in it before: the first of equal ones is not counted. */
export interface DuplicatePieces {
  readonly pieces: number;
  /** UTF-16 units in them. */
  readonly characters: number;
}

/** Counts the second and further copies of equal pieces. */
export function duplicatePieces(pieces: readonly string[]): DuplicatePieces {
  const seen = new Set<string>();
  let duplicates = 0;
  let characters = 0;
  for (const piece of pieces) {
    if (seen.has(piece)) {
      duplicates += 1;
      characters += piece.length;
    }
    seen.add(piece);
  }
  return { pieces: duplicates, characters };
}

/** The lines of a text that are not blank, as they are but for their line breaks (LF or CR LF). */
export function filledLines(text: string): string[] {
  return text.split(/\r?\n/u).filter((line) => line.trim() !== '');
}

/** The paragraphs of a text: what stands between two or more line breaks. */
export function paragraphs(text: string): string[] {
  return text.split(/(?:\r?\n){2,}/u).filter((paragraph) => paragraph.trim() !== '');
}
