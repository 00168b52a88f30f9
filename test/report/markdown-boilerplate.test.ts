import { describe, expect, it } from 'vitest';
import type { Details } from '../../src/audits/audit.ts';
import { markdownRenderer } from '../../src/report/markdown.ts';
import { boilerplatePart } from '../../src/report/markdown-boilerplate.ts';
import { HOSTILE, madeAudit, madeReport } from './made-reports.ts';

function partOf(details: Details): string {
  return boilerplatePart({ boilerplate: madeAudit({ details }) }).join('\n');
}

function passageOf(quote: string | null, source: string, sourceCount = 2): Details {
  const sources = [
    { source, date: '2024-01-01', id: 'a' },
    { source: 'undated', date: null, id: 'b' },
  ];
  return { quote, words: 12, documents: 3, sourceCount, sources };
}

describe('passages and their sources on a page', () => {
  it('are told with where they were first and how much of each source they are', () => {
    expect(
      partOf({
        travelling: [passageOf('the ferry is late again', 'blog', 7)],
        bySource: [
          { source: 'blog', documents: 4, share: 0.25 },
          { source: null, documents: 2, share: 0 },
        ],
      }),
    ).toBe(`\
## Passages and their sources

Passages that travel between sources, of each the source of earliest date first where dates are known:

| passage | words | documents | sources |
| --- | --- | --- | --- |
| \`the ferry is late again\` | 12 | 3 | \`blog\` \`2024-01-01\`, \`undated\` and 5 more |

Words in passages that many documents have, by source:

| source | documents | share of its words |
| --- | --- | --- |
| \`blog\` | 4 | 0.250 |
| no source | 2 | 0 |`);
  });

  it('are bounded, however many and long they are', () => {
    const long = 'x'.repeat(10_000);
    const page = partOf({
      travelling: Array.from({ length: 50 }, () => passageOf(long, long)),
      bySource: Array.from({ length: 5_000 }, () => ({ source: long, documents: 1, share: 1 })),
    });
    expect(page.length).toBeLessThan(10_000);
    expect(page).toContain('40 more passages are not shown.');
    expect(page).toContain('4,980 more sources are not shown.');
  });

  it('cannot break out of their cells', () => {
    const page = partOf({
      travelling: [passageOf(HOSTILE, HOSTILE), passageOf(null, '__proto__')],
      bySource: [{ source: HOSTILE, documents: 1, share: 1 }],
    });
    expect(page.split('\n').filter((line) => line.startsWith('#'))).toHaveLength(1);
    expect(page).not.toContain('\u001b');
    expect(page).not.toContain('\u202e');
    for (const line of page.split('\n').filter((text) => text.startsWith('| ')))
      expect([3, 4]).toContain(line.split(/(?<!\\)\|/u).length - 2);
  });

  it('take no room where there are none, where no document has a source, or where the shape is another', () => {
    expect(partOf({ travelling: [], bySource: [{ source: null, documents: 3, share: 0.5 }] })).toBe('');
    expect(partOf({ travelling: 'many', bySource: { source: 'a' } })).toBe('');
    expect(boilerplatePart({})).toEqual([]);
    expect(markdownRenderer.render(madeReport())).not.toContain('Passages and their sources');
  });
});
