import { byEnding } from './by-ending.ts';
import { trendPage } from './html/trend-page.ts';
import { jsonText } from './json.ts';
import type { Explanations } from './renderer.ts';
import { trendJunit } from './trend-junit.ts';
import { trendMarkdown } from './trend-markdown.ts';
import type { TrendReport } from './trend-report.ts';

/** The explanations are for renderers that have room for them. */
type Render = (report: TrendReport, explanations?: Explanations) => string;

const RENDERERS: ReadonlyMap<string, Render> = new Map<string, Render>([
  ['.html', htmlOf],
  ['.htm', htmlOf],
  ['.json', (report) => jsonText(report)],
  ['.md', trendMarkdown],
  ['.xml', trendJunit],
]);

/** Every ending that names a renderer of series. */
export const TREND_EXTENSIONS: readonly string[] = [...RENDERERS.keys()];

/** The renderer that a file name asks for by its ending, null where none does. */
export function trendRendererOf(path: string): Render | null {
  return byEnding(path, RENDERERS);
}

function htmlOf(report: TrendReport, explanations: Explanations = {}): string {
  return trendPage(report, explanations);
}
