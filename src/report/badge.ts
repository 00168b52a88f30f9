import type { Level } from '../audits/level.ts';
import type { Direction } from '../compare/comparison.ts';
import type { ComparisonReport } from './comparison-report.ts';
import { signedText } from './figure-text.ts';
import type { Renderer } from './renderer.ts';
import { xmlText } from './xml-text.ts';

const HEIGHT = 20;
const PADDING = 7;
/** Width of a letter of 11 pixels on average; the text is fitted to it, whatever font is there. */
const LETTER = 6.4;

/** Each has a contrast of at least 4.5 to the white letters on it. */
const COLOURS = { good: '#1f6f9e', doubtful: '#96580b', bad: '#9c2f1c', plain: '#5b5f66' } as const;

const LEVEL_COLOURS: Readonly<Record<Level, keyof typeof COLOURS>> = {
  heteroglossic: 'good',
  narrowing: 'doubtful',
  monologic: 'bad',
  'insufficient-data': 'plain',
};

const DIRECTION_COLOURS: Readonly<Record<Direction, keyof typeof COLOURS>> = {
  widened: 'good',
  unchanged: 'good',
  narrowed: 'bad',
  'insufficient-data': 'plain',
};

/** The level and the index in one small picture, for a README. */
export const badgeRenderer: Renderer = {
  id: 'badge',
  extensions: ['.svg'],
  render({ verdict: { level, homogeneity } }) {
    const index = homogeneity === null ? '' : ` ${homogeneity.value.toFixed(0)}`;
    return badge('corpus', `${wordsOf(level)}${index}`, COLOURS[LEVEL_COLOURS[level]]);
  },
};

/** The direction of a comparison and its points. */
export function comparisonBadge({ verdict: { direction, narrowing } }: ComparisonReport): string {
  const points = narrowing === null ? '' : ` ${signedText(narrowing.value, 1)}`;
  return badge('corpus', `${wordsOf(direction)}${points}`, COLOURS[DIRECTION_COLOURS[direction]]);
}

function wordsOf(id: Level | Direction): string {
  return id.replaceAll('-', ' ');
}

function badge(label: string, message: string, colour: string): string {
  const left = widthOf(label);
  const width = left + widthOf(message);
  const name = xmlText(`${label}: ${message}`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-label="${name}">`,
    `  <title>${name}</title>`,
    `  <rect width="${width}" height="${HEIGHT}" rx="3" fill="#3b3f45" />`,
    `  <path d="M${left} 0H${width - 3}a3 3 0 0 1 3 3V${HEIGHT - 3}a3 3 0 0 1 -3 3H${left}z" fill="${colour}" />`,
    '  <g fill="#fff" font-family="Verdana, DejaVu Sans, sans-serif" font-size="11">',
    textElement(label, 0, left),
    textElement(message, left, width),
    '  </g>',
    '</svg>',
    '',
  ].join('\n');
}

function textElement(text: string, from: number, to: number): string {
  return `    <text x="${from + PADDING}" y="14" textLength="${to - from - 2 * PADDING}" lengthAdjust="spacingAndGlyphs">${xmlText(text)}</text>`;
}

function widthOf(text: string): number {
  return Math.ceil(text.length * LETTER) + 2 * PADDING;
}
