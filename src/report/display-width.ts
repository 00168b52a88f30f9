/** Ranges that terminals draw two columns wide: East Asian wide and full-width characters. */
const WIDE_RANGES: readonly (readonly [first: number, last: number])[] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18dff],
  [0x1aff0, 0x1b2ff],
  [0x1f000, 0x1faff],
  [0x20000, 0x3fffd],
];

const ZERO_WIDTH = /^[\p{Mn}\p{Me}\u200c\u200d]$/u;
const EMOJI = /^\p{Emoji_Presentation}$/u;
const EMOJI_SELECTOR = 0xfe0f;

/** Columns that a text takes on a terminal. Where terminals differ, the larger number. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** At most so many columns of a text; what is cut shows as an ellipsis. */
export function truncateText(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  if (width < 1) return '';
  let used = 0;
  let kept = '';
  for (const character of text) {
    used += characterWidth(character);
    if (used > width - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** A text with spaces after it up to a width, or cut to it. */
export function padText(text: string, width: number): string {
  const fitted = truncateText(text, width);
  return fitted + ' '.repeat(Math.max(0, width - displayWidth(fitted)));
}

/** Breaks a text at spaces into lines of at most so many columns; a longer word is cut where it must be. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (displayWidth(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = cutWord(word, width);
    line = pieces.pop() ?? '';
    lines.push(...pieces);
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** A text on at most so many lines, the last cut with an ellipsis where there is more. */
export function limitText(text: string, width: number, most: number): string[] {
  const lines = wrapText(text, width);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), truncateText(lines.slice(most - 1).join(' '), width)];
}

function cutWord(word: string, width: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  let used = 0;
  for (const character of word) {
    const columns = characterWidth(character);
    if (used + columns > width && piece !== '') {
      pieces.push(piece);
      piece = '';
      used = 0;
    }
    piece += character;
    used += columns;
  }
  pieces.push(piece);
  return pieces;
}

function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  // Turns the character before it into a wide emoji.
  if (code === EMOJI_SELECTOR) return 1;
  if (ZERO_WIDTH.test(character)) return 0;
  const wide = WIDE_RANGES.some(([first, last]) => code >= first && code <= last);
  return wide || EMOJI.test(character) ? 2 : 1;
}
