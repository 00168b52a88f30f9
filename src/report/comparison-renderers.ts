import { comparisonMarkdown } from './comparison-markdown.ts';
import type { ComparisonReport } from './comparison-report.ts';
import { jsonText } from './json.ts';

type Render = (report: ComparisonReport) => string;

const RENDERERS: ReadonlyMap<string, Render> = new Map<string, Render>([
  ['.json', jsonText],
  ['.md', comparisonMarkdown],
]);

/** Every ending that names a renderer of comparisons. */
export const COMPARISON_EXTENSIONS: readonly string[] = [...RENDERERS.keys()];

/** The renderer that a file name asks for by its ending, null where none does. */
export function comparisonRendererOf(path: string): Render | null {
  const name = path.toLowerCase();
  return [...RENDERERS].find(([ending]) => name.endsWith(ending))?.[1] ?? null;
}
