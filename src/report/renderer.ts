import type { Explanation } from '../audits/audit.ts';
import type { Report } from './report.ts';

/** How to read each audit, by its id. */
export type Explanations = Readonly<Record<string, Explanation>>;

/** Turns a report into text. It does no input or output. */
export interface Renderer {
  readonly id: string;
  /** File name endings, with the dot, that choose this renderer. */
  readonly extensions: readonly string[];
  /** The explanations are for renderers that have room for them. */
  render(report: Report, explanations?: Explanations): string;
}
