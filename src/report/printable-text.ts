/**
 * Characters that drive a terminal, reorder a line or hide in it: controls, line separators, lone surrogates and
 * everything that a font draws as nothing. The emoji selector is let through, and so are joiners that spell: those
 * inside Persian and Indic words and between the parts of an emoji.
 */
const UNPRINTABLE =
  /(?!\ufe0f|(?<=\p{L}|\p{M}|\p{Extended_Pictographic})(?:\u200c|\u200d)(?=\p{L}|\p{Extended_Pictographic}))[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{DI}\ufff9-\ufffb]/gu;

const WHITE_SPACE = /[\p{White_Space}]+/gu;

/** More marks than any orthography stacks on one letter. */
const STACKED_MARKS = /(\p{M}{4})\p{M}+/gu;

/** Untrusted text on one line: white space becomes single spaces, every hidden or driving character an escape. */
export function printableText(text: string): string {
  return text.replace(WHITE_SPACE, ' ').replace(STACKED_MARKS, '$1').replace(UNPRINTABLE, escapeOf).trim();
}

/** Serialised JSON with its unprintable characters as JSON escapes: the same value, harmless on a terminal. */
export function printableJson(json: string): string {
  return json.replace(UNPRINTABLE, (character) => (character === '\n' ? character : jsonEscapeOf(character)));
}

function escapeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

function jsonEscapeOf(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
