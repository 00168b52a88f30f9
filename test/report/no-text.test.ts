import picocolors from 'picocolors';
import { describe, expect, it } from 'vitest';
import { markdownRenderer } from '../../src/report/markdown.ts';
import type { Report } from '../../src/report/report.ts';
import { terminalRenderer } from '../../src/report/terminal.ts';
import { NO_TEXT_NOTE } from '../../src/report/verdict-text.ts';
import { hugeReport, madeReport } from './made-reports.ts';

const renderers = [
  markdownRenderer,
  terminalRenderer({ width: 80, palette: picocolors.createColors(false) }),
] as const;

function withoutText(report: Report): Report {
  const unquoted = report.verdict.causes.map((cause) => ({
    ...cause,
    evidence: cause.evidence.map((evidence) => ({ ...evidence, quote: '' })),
  }));
  return {
    ...report,
    corpus: { ...report.corpus, holdsText: false },
    verdict: { ...report.verdict, causes: unquoted },
  };
}

describe.each(renderers)('the report of a profile without text, as $id', (renderer) => {
  it('says so once and names the documents', () => {
    const text = renderer.render(withoutText(madeReport()));
    expect(text.split(NO_TEXT_NOTE).length).toBe(2);
    expect(text).toContain(
      renderer.id === 'markdown' ? '- 123 times, in `nar-0385`' : '   123 times, first in nar-0385',
    );
    expect(text).not.toMatch(/“|\(nothing\)/u);
  });

  it('does not say so where there is text', () => {
    expect(renderer.render(madeReport())).not.toContain(NO_TEXT_NOTE);
  });
});

it('fits the screen', () => {
  const [, terminal] = renderers;
  expect(terminal.render(withoutText(hugeReport())).split('\n').length).toBeLessThanOrEqual(24);
});
