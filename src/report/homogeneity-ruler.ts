import type { Quantity } from '../statistics/quantity.ts';
import { displayWidth } from './display-width.ts';
import type { Span, Style, TerminalLine } from './terminal-line.ts';

const LEFT_END = 'many voices 0 ';
const RIGHT_END = ' 100 one voice';
const SCALE_TOP = 100;
const LONGEST_BAR = 60;
const SHORTEST_BAR = 10;

/** The index on a scale from 0 to 100, with its interval as a bracket around it. */
export function homogeneityRuler(quantity: Quantity, width: number, style: Style): TerminalLine {
  const room = width - displayWidth(LEFT_END) - displayWidth(RIGHT_END);
  const length = Math.min(LONGEST_BAR, room);
  if (length < SHORTEST_BAR) return [];
  const place = (value: number): number => {
    const share = Number.isFinite(value) ? Math.min(SCALE_TOP, Math.max(0, value)) / SCALE_TOP : 0;
    return Math.round(share * (length - 1));
  };
  const at = place(quantity.value);
  const low = Math.min(at, quantity.interval === undefined ? at : place(quantity.interval[0]));
  const high = Math.max(at, quantity.interval === undefined ? at : place(quantity.interval[1]));
  const spans: Span[] = [
    { text: LEFT_END, style: 'dim' },
    { text: '─'.repeat(low), style: 'dim' },
    { text: bracket(low, at, '├'), style },
    { text: '●', style },
    { text: bracket(high, at, '┤'), style },
    { text: '─'.repeat(length - 1 - high), style: 'dim' },
    { text: RIGHT_END, style: 'dim' },
  ];
  return spans.filter((span) => span.text !== '');
}

function bracket(end: number, at: number, mark: string): string {
  const gap = Math.abs(at - end);
  if (gap === 0) return '';
  const fill = '━'.repeat(gap - 1);
  return end < at ? mark + fill : fill + mark;
}
