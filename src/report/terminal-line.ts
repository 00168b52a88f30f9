import { displayWidth, truncateText } from './display-width.ts';

/** The colours a terminal report uses. Whoever knows the terminal passes them in, or functions that change nothing. */
export interface Palette {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  green(text: string): string;
  yellow(text: string): string;
  cyan(text: string): string;
}

export type Style = keyof Palette | 'plain';

/** A run of printable text in one style. */
export interface Span {
  readonly text: string;
  readonly style: Style;
}

export type TerminalLine = readonly Span[];

export function line(text: string, style: Style = 'plain'): TerminalLine {
  return [{ text, style }];
}

/** A line cut to a width and then coloured, so that colour never changes what fits. */
function lineText(spans: TerminalLine, width: number, palette: Palette): string {
  let left = width;
  let text = '';
  for (const span of spans) {
    const fitted = truncateText(span.text, left);
    text += span.style === 'plain' || fitted === '' ? fitted : palette[span.style](fitted);
    left -= displayWidth(fitted);
  }
  return text.trimEnd();
}

/** Parts one below the other with a blank line between, without those that are empty. */
export function stacked(parts: readonly (readonly TerminalLine[])[]): readonly TerminalLine[] {
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index === 0 ? part : [line(''), ...part]));
}

/** Lines as they are printed. */
export function screenText(lines: readonly TerminalLine[], width: number, palette: Palette): string {
  return lines.map((spans) => `${lineText(spans, width, palette)}\n`).join('');
}
