import type { CauseFinding } from '../../src/audits/causes.ts';
import type { Finding } from '../../src/audits/runner.ts';
import type { Report } from '../../src/report/report.ts';

/** A report as a run makes it, with what a test cares about put in its place. */
export function madeReport(change: Partial<Report> = {}): Report {
  return {
    schema: 'heteroglossia-report/1',
    tool: { name: 'heteroglossia', version: '0.1.0' },
    run: {
      inputs: ['corpus.jsonl'],
      options: { limit: 400 },
      planDigest: '0123456789abcdef',
      startedAt: '2026-01-02T03:04:05.000Z',
      seconds: 1.5,
    },
    corpus: {
      documents: 400,
      tokens: 83_359,
      types: 6904,
      bytes: 523_000,
      unspacedShare: 0,
      holdsText: true,
      problems: { total: 0, byCode: {}, examples: [] },
    },
    verdict: {
      level: 'narrowing',
      homogeneity: { value: 60.61, unit: 'points', interval: [56.91, 64.43], documents: 400 },
      decidedBy: ['cross-document-overlap'],
      provisional: true,
      scale: [
        { name: 'Web forum', voices: 'many', documents: 900, value: 8, interval: [7, 9] },
        { name: 'Licences', voices: 'one', documents: 90, value: 70, interval: [65, 75] },
      ],
      causes: [madeCause()],
      warnings: [],
    },
    audits: {
      'exact-duplicates': madeAudit({
        title: 'Documents are different texts',
        quantity: { value: 0.0625, unit: 'share', documents: 400 },
      }),
      'cross-document-overlap': madeAudit({
        title: 'Documents share a stock of phrases',
        outcome: 'failed',
        quantity: { value: 26.31, unit: 'per-million', interval: [21.91, 31.64], documents: 400 },
      }),
      repetition: madeAudit({
        title: 'Documents say things once',
        outcome: 'not-applicable',
        quantity: null,
        reason: 'Too few.',
      }),
    },
    slices: [{ by: 'source', name: 'web', documents: 400, tokens: 83_359, exact: true }],
    sliceCoverage: [{ by: 'source', names: 1, exact: true, listed: 1 }],
    ...change,
  };
}

function madeCause(change: Partial<CauseFinding> = {}): CauseFinding {
  return {
    cause: 'phrase-stock',
    summary: 'Four words in a row agree between two documents 26.3 times in a million.',
    remedy: 'Draw on more sources.',
    relief: 12.5,
    audits: ['cross-document-overlap'],
    evidence: [{ quote: 'at their own pace', count: 123, documents: ['nar-0385', 'nar-0386'] }],
    ...change,
  };
}

export function madeAudit(change: Partial<Finding> = {}): Finding {
  return {
    title: 'An audit',
    outcome: 'passed',
    quantity: { value: 1, unit: 'ratio', documents: 400 },
    reason: 'All is well.',
    evidence: [],
    details: {},
    ...change,
  };
}

/** The audits of copies and templates, with the words and ids of a corpus in all places that have them. */
export function madeDuplicates(text: string, number = 12): Report['audits'] {
  const words = [text, 'harbour'];
  const clusters = [
    { documents: 9 * number, texts: number, leastSimilarity: 0.25, ids: [text, 'b', 'c', 'd'], words },
    { documents: 2, texts: 2, leastSimilarity: 0.75, ids: ['e', 'f'], words: [] },
  ];
  const figures = [
    { name: 'distinct-2', before: 0.5, after: 0.625 },
    { name: 'overlap', before: 400, after: 100 },
    { name: 'self-repetition', before: 3, after: null },
    { name: 'rhythm', before: null, after: null },
  ];
  const templates = [
    {
      template: 1,
      label: words,
      documents: number,
      frameWords: 30,
      slots: 4,
      similarity: 0.9,
      leastSimilarity: 0.7,
    },
  ];
  return {
    'exact-duplicates': madeAudit({ details: { textsWithCopies: 3, largestCluster: number } }),
    'near-duplicates': madeAudit({
      outcome: 'failed',
      details: {
        exact: true,
        chains: 1,
        clusters,
        clusterSizes: [
          { documents: 2, clusters: 5 },
          { documents: 6, clusters: 1 },
          { documents: 7, clusters: 2 },
          { documents: 9 * number, clusters: 1 },
        ],
        collapseEffect: { texts: [40, 20], figures },
      },
    }),
    templates: madeAudit({ outcome: 'failed', details: { templates: 4, clusters: templates } }),
  };
}

/** What a hostile corpus would put in front of a reader. */
export const HOSTILE = [
  '\u001b[2J\u001b[31mred\u0007\u009b31m',
  '\u202eevil\u2066\u200b\ufeff\u00ad',
  '<script>alert(1)</script> <img src=x onerror=alert(1)>',
  '[link](javascript:alert(1)) ![image](http://evil.example) https://evil.example www.evil.example',
  'a | b\n\n# heading\r\n- item\n```\ncode\n``` `tick` @someone',
  '\ud800 \u0000 \u{e0041} z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307',
].join(' ');

/** A report in which every text that can come from outside is hostile. */
export function hostileReport(): Report {
  const report = madeReport();
  const evidence = [{ quote: HOSTILE, count: 7, documents: [HOSTILE, `${HOSTILE}2`] }];
  return {
    ...report,
    run: { ...report.run, inputs: [HOSTILE] },
    corpus: {
      ...report.corpus,
      problems: {
        total: 3,
        byCode: { JSON_SYNTAX: 2, FILE_UNREADABLE: 1 },
        examples: [{ code: 'JSON_SYNTAX', uri: HOSTILE, line: 3, message: HOSTILE, excerpt: HOSTILE }],
      },
    },
    verdict: {
      ...report.verdict,
      causes: [madeCause({ summary: HOSTILE, remedy: HOSTILE, evidence })],
      warnings: [{ code: 'many-problems', summary: HOSTILE }],
    },
    audits: {
      ...madeDuplicates(HOSTILE),
      repetition: madeAudit({ title: HOSTILE, reason: HOSTILE, evidence, details: { [HOSTILE]: HOSTILE } }),
    },
    slices: [{ by: 'source', name: HOSTILE, documents: 1, tokens: 1, exact: true }],
  };
}

/** The hostile report with another text in all its places. */
export function reportHolding(text: string): Report {
  return JSON.parse(
    JSON.stringify(hostileReport()).replaceAll(inside(HOSTILE), () => inside(text)),
  ) as Report;
}

/** A text as it stands between the quotes of JSON. */
function inside(value: string): string {
  return JSON.stringify(value).slice(1, -1);
}

/** More of everything than a screen holds. */
export function hugeReport(): Report {
  const report = madeReport();
  const long = 'An uncommonly long sentence about 這個語料庫的文本 that goes on, and on, and on. '.repeat(9);
  const quantity = {
    value: 1e12,
    unit: 'tokens-per-sentence',
    interval: [-1e12, 1e300],
    documents: 1e9,
  } as const;
  return {
    ...report,
    run: {
      ...report.run,
      inputs: Array.from({ length: 300 }, (_, index) => `folder/${'x'.repeat(90)}${index}.jsonl`),
    },
    corpus: {
      ...report.corpus,
      problems: {
        total: 3e9,
        byCode: { JSON_SYNTAX: 1e9, FILE_UNREADABLE: 1e9, ID_REPEATED: 1e9 },
        examples: [],
      },
    },
    verdict: {
      ...report.verdict,
      causes: Array.from({ length: 11 }, () =>
        madeCause({
          summary: long,
          remedy: long,
          evidence: [{ quote: 'x'.repeat(200), count: 1e9, documents: [long] }],
        }),
      ),
      warnings: Array.from({ length: 9 }, () => ({ code: 'many-problems', summary: long }) as const),
    },
    audits: {
      ...madeDuplicates(long, 1e12),
      ...Object.fromEntries(
        Array.from({ length: 40 }, (_, index) => [
          `audit-${index}`,
          madeAudit({ title: long, reason: long, quantity }),
        ]),
      ),
    },
    slices: Array.from({ length: 500 }, (_, index) => ({
      by: 'source',
      name: `${long}${index}`,
      documents: 1,
      tokens: 1,
      exact: true,
    })),
  };
}

/** Nothing at all to show. */
export function emptyReport(): Report {
  const report = madeReport();
  return {
    ...report,
    corpus: { ...report.corpus, documents: 0, tokens: 0, types: 0, bytes: 0 },
    verdict: {
      ...report.verdict,
      level: 'insufficient-data',
      homogeneity: null,
      decidedBy: [],
      causes: [],
      provisional: false,
    },
    audits: {},
    slices: [],
  };
}
