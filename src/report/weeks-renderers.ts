import { byEnding } from './by-ending.ts';
import { weeksPage } from './html/weeks-page.ts';
import { jsonText } from './json.ts';
import type { Explanations } from './renderer.ts';
import type { WeeksIndex } from './weeks-index.ts';
import { weeksMarkdown } from './weeks-markdown.ts';

type Render = (index: WeeksIndex, explanations: Explanations) => string;

const RENDERERS: ReadonlyMap<string, Render> = new Map<string, Render>([
  ['.html', weeksPage],
  ['.htm', weeksPage],
  ['.json', (index) => jsonText(index)],
  ['.md', (index) => weeksMarkdown(index)],
]);

/** Every ending that names a renderer of the index of weeks. */
export const WEEKS_EXTENSIONS: readonly string[] = [...RENDERERS.keys()];

/** The renderer that a file name asks for by its ending, null where none does. */
export function weeksRendererOf(path: string): Render | null {
  return byEnding(path, RENDERERS);
}
