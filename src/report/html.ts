import { reportPage } from './html/page.ts';
import type { Renderer } from './renderer.ts';

/** The report as a page for browsers, in one file. */
export const htmlRenderer: Renderer = {
  id: 'html',
  extensions: ['.html', '.htm'],
  render: (report, explanations = {}) => reportPage(report, explanations),
};
