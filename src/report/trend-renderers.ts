import { jsonText } from './json.ts';
import { trendMarkdown } from './trend-markdown.ts';
import type { TrendReport } from './trend-report.ts';

type Render = (report: TrendReport) => string;

const RENDERERS: ReadonlyMap<string, Render> = new Map<string, Render>([
  ['.json', jsonText],
  ['.md', trendMarkdown],
]);

/** Every ending that names a renderer of series. */
export const TREND_EXTENSIONS: readonly string[] = [...RENDERERS.keys()];

/** The renderer that a file name asks for by its ending, null where none does. */
export function trendRendererOf(path: string): Render | null {
  const name = path.toLowerCase();
  return [...RENDERERS].find(([ending]) => name.endsWith(ending))?.[1] ?? null;
}
