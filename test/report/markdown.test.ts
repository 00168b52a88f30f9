import { expect, test } from 'vitest';
import { markdownRenderer } from '../../src/report/markdown.ts';
import { markdownCellCode, markdownCode, markdownProse } from '../../src/report/markdown-text.ts';
import { emptyReport, hostileReport, hugeReport, madeReport } from './made-reports.ts';

test('the page tells verdict, cause with quote and remedy, audits and what was left out', () => {
  const report = madeReport();
  const problems = {
    total: 12,
    byCode: { JSON_SYNTAX: 10, ID_REPEATED: 2 },
    examples: [
      {
        code: 'JSON_SYNTAX',
        uri: 'a.jsonl',
        line: 3,
        message: 'the record is not valid JSON',
        excerpt: '{"a',
      },
    ],
  } as const;
  const page = markdownRenderer.render({ ...report, corpus: { ...report.corpus, problems } });
  expect(page).toContain('**Narrowing: these documents are more alike');
  expect(page).toContain('1. **phrase-stock**: Four words in a row');
  expect(page).toContain(
    '   - `at their own pace`, 123 times, in `nar-0385`, `nar-0386`\n   - To do: Draw on more',
  );
  expect(page).toContain(
    '| Documents share a stock of phrases (`cross-document-overlap`) | ✗ failed | 26.3 per million | (21.9 to 31.6) | 400 |',
  );
  expect(page).toContain('Left out: 10 records (not valid JSON). Kept with a flaw: 2 times (an id');
  expect(page).toContain('- `a.jsonl:3` the record is not valid JSON: `{"a`');
  expect(page).not.toContain('undefined');
});

test('slices that are a sample say so', () => {
  const slices = [
    { by: 'source', name: 'big', documents: 20_000, tokens: 90_000, exact: false },
    { by: 'source', name: 'small', documents: 1, tokens: 3, exact: true },
    { by: 'label', name: 'human', documents: 9, tokens: 27, exact: true },
  ] as const;
  const sliceCoverage = [
    { by: 'source', names: 20_013, exact: false, listed: 2 },
    { by: 'label', names: 70, exact: true, listed: 1 },
  ] as const;
  const page = markdownRenderer.render({ ...madeReport(), slices, sliceCoverage });
  expect(page).toContain('| source | `big` | ≈ 20,000 | ≈ 90,000 |');
  expect(page).toContain('| source | `small` | 1 | 3 |');
  expect(page).toContain(
    'There are about 20,013 sources, too many to count each. The JSON report lists 2: the',
  );
  expect(page).toContain('There are 70 labels, of which the JSON report lists the 1 largest.');
  expect(page).toContain('≈ marks');
  expect(markdownRenderer.render(madeReport())).not.toMatch(/≈|There are/u);
});

/** Without the lines that fold what stands between them, of which there are as many as in any report of the kind. */
function withoutFolds(page: string): string {
  return page.replaceAll(/^<details><summary>[\w ,]+<\/summary>$|^<\/details>$/gmu, '');
}

test('what is folded begins and ends on a line of its own, with empty lines that make Markdown of it', () => {
  for (const report of [madeReport(), hostileReport(), hugeReport(), emptyReport()]) {
    const lines = markdownRenderer.render(report).split('\n');
    const opens = lines.flatMap((line, at) => (line.startsWith('<details>') ? [at] : []));
    const closes = lines.flatMap((line, at) => (line === '</details>' ? [at] : []));
    expect(closes.length).toBe(opens.length);
    for (const [place, open] of opens.entries()) {
      expect(lines[open + 1]).toBe('');
      expect(lines[(closes[place] ?? 0) - 1]).toBe('');
      expect(closes[place]).toBeGreaterThan(open);
      expect(opens[place + 1] ?? lines.length).toBeGreaterThan(closes[place] ?? 0);
    }
  }
});

test('failed audits are seen at once, the others on demand', () => {
  const [open = '', folded = ''] = markdownRenderer
    .render(madeReport())
    .split('<summary>2 that did not fail');
  expect(open).toContain('(`cross-document-overlap`) | ✗ failed');
  expect(folded).toContain('(`exact-duplicates`) | ✓ passed');
  expect(folded).toContain('(`repetition`) | not applicable');
});

test('hostile text cannot become structure', () => {
  const page = markdownRenderer.render(hostileReport());
  const outsideCode = withoutFolds(page).replace(/(`+)(?!`).*?[^`]\1(?!`)/g, '');
  expect(outsideCode).not.toMatch(/(?<!\\)[<>]/);
  expect(outsideCode).not.toMatch(/(?<!\\)!?\[/);
  expect(outsideCode).not.toMatch(/https?:\/\/|www\./);
  expect(page.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u200b\u202a-\u202e\u2066-\u2069\ufeff]/u);
  expect(page.split('\n').filter((line) => line.startsWith('#'))).toEqual([
    '# Corpus diversity report',
    '## Why',
    '## Where known corpora stand',
    '## Audits',
    '## Also seen',
    '## Copies and templates',
    '## Slices',
    '## Left out',
    '## Corpus and run',
  ]);
});

test('every row of a table has the cells of its header', () => {
  for (const report of [madeReport(), hostileReport(), hugeReport()]) {
    const rows = markdownRenderer.render(report).split('\n');
    const widths = rows.map((row) => row.match(/(?<!\\)\|/g)?.length ?? 0);
    for (const [index, row] of rows.entries()) {
      if (row.startsWith('|') && rows[index - 1]?.startsWith('|') === true)
        expect(widths[index]).toBe(widths[index - 1]);
    }
  }
});

test('many slices are cut short and counted', () => {
  expect(markdownRenderer.render(hugeReport())).toContain('480 more slices are in the JSON report.');
});

test('a report of nothing renders', () => {
  expect(markdownRenderer.render(emptyReport())).toContain('No audit was run.');
});

test('code spans take a fence longer than any run of backticks inside', () => {
  expect(markdownCode('a `` b')).toBe('```a `` b```');
  expect(markdownCode('`a')).toBe('`` `a ``');
  expect(markdownCode(' \n ')).toBe('(nothing)');
  expect(markdownCellCode('a|b')).toBe('`a\\|b`');
});

test('prose stays prose', () => {
  expect(markdownProse('1. a *b* <c> [d](http://e) | 0.5')).toBe(
    '1\\. a \\*b\\* \\<c\\> \\[d\\](http\\://e) \\| 0.5',
  );
  expect(markdownProse('- item')).toBe('\\- item');
});
