import picocolors from 'picocolors';
import { describe, expect, it } from 'vitest';
import type { Details } from '../../src/audits/audit.ts';
import { markdownRenderer } from '../../src/report/markdown.ts';
import { duplicatesPart } from '../../src/report/markdown-duplicates.ts';
import { markdownCellCode } from '../../src/report/markdown-text.ts';
import type { Report } from '../../src/report/report.ts';
import { terminalRenderer } from '../../src/report/terminal.ts';
import { HOSTILE, madeAudit, madeDuplicates, madeReport } from './made-reports.ts';

const audits = madeDuplicates('ferry');

function screen(own: Report['audits'], width = 80): string {
  const palette = picocolors.createColors(false);
  return terminalRenderer({ width, palette }).render({ ...madeReport(), audits: own });
}

/** The same audits with other details of near copies. */
function withNear(change: Details): Report['audits'] {
  const near = audits['near-duplicates'];
  return { ...audits, 'near-duplicates': madeAudit({ ...near, details: { ...near?.details, ...change } }) };
}

describe('copies and templates on a page', () => {
  it('are told with sizes, words, what collapsing changes, and frames', () => {
    expect(duplicatesPart(audits).join('\n')).toBe(`\
## Copies and templates

3 texts occur more than once, the commonest in 12 documents.
Near copies make 9 clusters of 2 to 108 documents; by their number of documents 5 of 2, 3 of 4 to 7, 1 of 64 to 127.
In the largest 2 each text has a similarity of 0.250 or more to the one that stands for its cluster.
1 of them is a chain or a form, with texts that are less than half alike.

| documents | texts | least similarity | words | which |
| --- | --- | --- | --- | --- |
| 108 | 12 | 0.250 | \`ferry\`, \`harbour\` | \`ferry\`, \`b\`, \`c\`, … |
| 2 | 2 | 0.750 |  | \`e\`, \`f\` |

| figure of diversity | all 40 texts | 20 texts, one of each cluster |
| --- | --- | --- |
| distinct-2 | 0.500 | 0.625 |
| overlap | 400 | 100 |
| self-repetition | 3 | – |

– stands where there are too few texts for a figure.

| template | documents | words of the frame | slots | similarity (least) | words |
| --- | --- | --- | --- | --- | --- |
| 1 | 12 | 30 | 4 | 0.900 (0.700) | \`ferry\`, \`harbour\` |

3 smaller templates are not shown.`);
  });

  it('say where not all texts were compared', () => {
    expect(duplicatesPart(withNear({ allTexts: false })).join('\n')).toContain(
      '108 documents among the texts that were compared;',
    );
    expect(screen(withNear({ allTexts: false })).replaceAll('\n', ' ')).toContain(
      'of 2 to 108 among the texts that were compared,',
    );
  });

  it('say where pairs may be missing', () => {
    const missing = 'some may be missing.';
    expect(duplicatesPart(withNear({ allPairs: false })).join('\n')).toContain(missing);
    expect(screen(withNear({ allPairs: false })).replaceAll('\n', ' ')).toContain(missing);
    expect(duplicatesPart(audits).join('\n') + screen(audits)).not.toContain(missing);
  });

  it('name texts that others hold, and similarities that are estimates', () => {
    const contained = { pairs: 3, largest: [{ inner: HOSTILE, outer: 'whole', containment: 0.9 }] };
    const own = withNear({ contained, estimatedPairs: 2 });
    const page = duplicatesPart(own).join('\n');
    expect(page).toContain('There are 3 pairs of texts of which one holds at least 80 % of the other');
    expect(page).toContain('In 2 pairs a text has more than 512 different runs of three words');
    expect(page).toContain(`| ${markdownCellCode(HOSTILE)} | \`whole\` | 0.900 |`);
    expect(screen(own)).toContain(
      'Contained: 3 pairs of texts of which one holds at least 80 % of the other',
    );
    expect(screen(withNear({ contained, clusters: [] }))).toContain('Contained: 3 pairs');
  });

  it('say where the figures before and after are of the first texts alone', () => {
    const details = { ...audits['exact-duplicates']?.details, distinctDocuments: 41 };
    const own = { ...audits, 'exact-duplicates': madeAudit({ details }) };
    expect(duplicatesPart(own).join('\n')).toContain('| the first 40 texts by hash | 20 texts, one of each');
    expect(screen(own)).toContain('Without them, in the first 40 texts by hash, overlap 400 → 100');
    expect(screen(audits)).toContain('Without them overlap');
  });

  it('take no room where there are none', () => {
    expect(duplicatesPart({})).toEqual([]);
    expect(duplicatesPart(madeReport().audits)).toEqual([]);
    expect(markdownRenderer.render(madeReport())).not.toContain('Copies and templates');
  });

  it('are nothing where the details have another shape', () => {
    const odd = { clusterSizes: { documents: 2 }, clusters: 'many', chains: null, collapseEffect: [1] };
    expect(duplicatesPart({ 'near-duplicates': madeAudit({ details: odd }) })).toEqual([]);
  });
});

describe('copies and templates on a screen', () => {
  it('take a line each where they fail, what changes most first', () => {
    expect(screen(audits)).toContain(`
Near copies: 9 clusters of 2 to 108, similarity from 0.250: ferry, harbour
Without them overlap 400 → 100; distinct-2 0.500 → 0.625
Templates: 4, the largest of 12 documents: ferry, harbour
`);
  });

  it('are left to the page where they pass', () => {
    const passed = Object.fromEntries(
      Object.entries(audits).map(([id, audit]) => [id, madeAudit({ ...audit, outcome: 'passed' })]),
    );
    expect(screen(passed)).not.toMatch(/Near copies|Without them|Templates:/u);
  });

  it('are told without words where there is no text, and without figures that do not change', () => {
    const unchanged = { texts: [40, 39], figures: [{ name: 'overlap', before: 4, after: 4 }] };
    const clusters = [{ documents: 2, texts: 2, leastSimilarity: 0.9, ids: ['a'], words: [] }];
    const text = screen(withNear({ clusters, collapseEffect: unchanged }));
    expect(text).toContain('\nNear copies: 9 clusters of 2 to 108, similarity from 0.900\nTemplates');
  });
});
