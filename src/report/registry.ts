import { badgeRenderer } from './badge.ts';
import { byEnding } from './by-ending.ts';
import { htmlRenderer } from './html.ts';
import { jsonRenderer } from './json.ts';
import { junitRenderer } from './junit.ts';
import { markdownRenderer } from './markdown.ts';
import type { Renderer } from './renderer.ts';

const RENDERERS: readonly Renderer[] = [
  htmlRenderer,
  jsonRenderer,
  markdownRenderer,
  junitRenderer,
  badgeRenderer,
];

/** Every ending that names a renderer. */
export const REPORT_EXTENSIONS: readonly string[] = RENDERERS.flatMap((renderer) => renderer.extensions);

/** The renderer that a file name asks for by its ending, null where none does. */
export function rendererOf(path: string): Renderer | null {
  return byEnding(
    path,
    RENDERERS.flatMap((renderer) => renderer.extensions.map((ending) => [ending, renderer] as const)),
  );
}
