import { comparisonBadge } from './badge.ts';
import { byEnding } from './by-ending.ts';
import { comparisonMarkdown } from './comparison-markdown.ts';
import type { ComparisonReport } from './comparison-report.ts';
import { comparisonPage } from './html/comparison-page.ts';
import { jsonText } from './json.ts';
import { comparisonJunit } from './junit.ts';
import type { Explanations } from './renderer.ts';

/** The explanations, by the ids of audits and of parts of a comparison, are for renderers that have room for them. */
type Render = (report: ComparisonReport, explanations?: Explanations) => string;

const RENDERERS: ReadonlyMap<string, Render> = new Map<string, Render>([
  ['.html', htmlOf],
  ['.htm', htmlOf],
  ['.json', (report) => jsonText(report)],
  ['.md', comparisonMarkdown],
  ['.xml', comparisonJunit],
  ['.svg', comparisonBadge],
]);

/** Every ending that names a renderer of comparisons. */
export const COMPARISON_EXTENSIONS: readonly string[] = [...RENDERERS.keys()];

/** The renderer that a file name asks for by its ending, null where none does. */
export function comparisonRendererOf(path: string): Render | null {
  return byEnding(path, RENDERERS);
}

function htmlOf(report: ComparisonReport, explanations: Explanations = {}): string {
  return comparisonPage(report, explanations);
}
