import type { Report } from './report.ts';

/** Turns a report into text. It does no input or output. */
export interface Renderer {
  readonly id: string;
  /** File name endings, with the dot, that choose this renderer. */
  readonly extensions: readonly string[];
  render(report: Report): string;
}
