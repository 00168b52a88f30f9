import { describe, expect, it } from 'vitest';
import type { ComparisonReport } from '../../src/index.ts';
import { compare } from '../../src/index.ts';
import { encodeProfile } from '../../src/profile/codec.ts';
import { comparisonMarkdown } from '../../src/report/comparison-markdown.ts';
import { COMPARISON_EXTENSIONS, comparisonRendererOf } from '../../src/report/comparison-renderers.ts';
import { comparisonTerminal } from '../../src/report/comparison-terminal.ts';
import { displayWidth } from '../../src/report/display-width.ts';
import { madeTexts } from '../compare/made-texts.ts';
import { profileOf } from '../support/profiles.ts';

function cells(line: string): number {
  return line.replaceAll('\\|', '').split('|').length;
}

const plain = (text: string): string => text;
const palette = { bold: plain, dim: plain, red: plain, green: plain, yellow: plain, cyan: plain };
const DRIVING = /\p{Cc}(?<!\n)|\p{Cs}|[\u2028\u2029\u202e]/u;

/** A version of which half were replaced by copies of a text that would drive a terminal or break a page. */
function hostileReport(): ComparisonReport {
  const texts = madeTexts({ seed: 11, documents: 60 });
  const hostile = `\u001b[31m<script>alert(1)</script> | [x](http://evil.example) \u202e \`code\` ${texts[0] ?? ''}`;
  const baseline = texts.map((text, place) => ({ id: `d${place}`, text, source: 'a|b' }));
  const candidate = [
    ...baseline.slice(0, 30),
    ...Array.from({ length: 30 }, (_, place) => ({
      id: `\u001b[2J${place}`,
      text: hostile,
      source: '<b>\u202e',
    })),
  ];
  return compare(encodeProfile(profileOf(baseline)), encodeProfile(profileOf(candidate)));
}

const report = hostileReport();

describe('the Markdown of a comparison', () => {
  const markdown = comparisonMarkdown(report);

  it('says what changed, how sure that is, and what to do', () => {
    for (const part of [
      '# What changed',
      '**Narrowed',
      '- To do:',
      '- How sure:',
      '## Why',
      '## Documents',
      '## Rare words',
      '## Figures',
      '## Versions',
    ])
      expect(markdown).toContain(part);
    expect(markdown).toContain('1. **exact-duplicates**');
  });

  it('holds nothing that drives a terminal, and no markup of the corpus', () => {
    expect(markdown).not.toMatch(DRIVING);
    for (const line of markdown.split('\n')) {
      const outside = line.replace(/(`+)(?:(?!\1).)*\1/gu, '');
      expect(outside).not.toContain('<script');
      expect(outside).not.toContain('](http');
    }
  });

  it('has as many cells in each row of a table as in its head', () => {
    for (const block of markdown.split('\n\n').filter((part) => part.startsWith('|'))) {
      const [head = '', ...rows] = block.split('\n');
      for (const row of rows) expect(cells(row), row).toBe(cells(head));
    }
  });
});

describe('the Markdown of versions of which there is little to say', () => {
  const documents = madeTexts({ seed: 12, documents: 60 }).map((text) => ({ text }));
  const part = compare(encodeProfile(profileOf(documents)), encodeProfile(profileOf(documents.slice(0, 40))));
  const markdown = comparisonMarkdown(part);

  it('says that documents went and none came', () => {
    expect(part.accumulation).toBe('mixed');
    expect(markdown).toContain('20 gone; 0 are new. Documents went and no new text came');
    expect(markdown).not.toContain('others came');
  });

  it('has every section, though nothing was found', () => {
    expect(markdown).toContain('## Words that rose or fell\n\n');
    expect(markdown).toContain('## Where the change comes from\n\nNothing can be said');
    expect(markdown).toContain('Of no single word it is sure that it was lost.');
  });

  it('says how sure the direction is, and apart from it what could pass unseen', () => {
    expect(markdown).toMatch(/- How sure: The 99 % interval of the difference runs from/);
    expect(markdown).toContain('- What could pass unseen: ');
  });
});

describe('the comparison on a terminal', () => {
  it.each([40, 80, 120])('has no line of more than %i columns and drives nothing', (width) => {
    const text = comparisonTerminal(report, { width, palette });
    expect(text).not.toMatch(DRIVING);
    for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
    expect(text).toContain('Narrowed');
  });
});

describe('renderers of comparisons', () => {
  it('are chosen by the ending, whatever its case', () => {
    expect(COMPARISON_EXTENSIONS).toEqual(['.html', '.htm', '.json', '.md', '.xml', '.svg']);
    expect(comparisonRendererOf('a/B.MD')).toBe(comparisonMarkdown);
    expect(comparisonRendererOf('a.pdf')).toBeNull();
    expect(JSON.parse(comparisonRendererOf('x.json')?.(report) ?? '')).toEqual(report);
  });
});
