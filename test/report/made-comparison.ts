import type { ComparisonReport } from '../../src/index.ts';
import { compare } from '../../src/index.ts';
import { encodeProfile } from '../../src/profile/codec.ts';
import { madeTexts } from '../compare/made-texts.ts';
import { profileOf } from '../support/profiles.ts';

/** A word that stands wherever a text of the corpus can reach a report. */
const PLACEHOLDER = 'placeholder';

/** Two versions of which everything that is compared has something to say. */
export function madeComparison(): ComparisonReport {
  const texts = madeTexts({ seed: 11, documents: 80 });
  const baseline = texts.map((text, place) => ({ id: `d${place}`, text, source: `source ${place % 3}` }));
  const edited = baseline
    .slice(40, 50)
    .map((document) => ({ ...document, text: `${PLACEHOLDER} ${document.text}` }));
  const fresh = madeTexts({ seed: 12, documents: 30 }).map((text, place) => ({
    id: `n${place}`,
    text: `${PLACEHOLDER} again and again ${text}`,
    source: 'source 0',
  }));
  return compare(
    encodeProfile(profileOf(baseline)),
    encodeProfile(profileOf([...baseline.slice(0, 40), ...edited, ...fresh])),
  );
}

/** The same with a text in every place that text of a corpus, its ids, sources and file names can come to. */
export function comparisonHolding(report: ComparisonReport, text: string): ComparisonReport {
  const { verdict, tail, documents, attribution, wordDrift } = report;
  const evidence = [{ quote: text, count: 3, documents: [text] }];
  const lost = { word: text, count: 9, documents: 9, expectedDocuments: 8, adjustedP: 0.001 };
  const problems = {
    total: 1,
    byCode: { JSON_SYNTAX: 1 },
    examples: [{ code: 'JSON_SYNTAX', uri: text, line: 3, message: text, excerpt: text }],
  } as const;
  return {
    ...report,
    run: { ...report.run, inputs: [text, text], options: { [text]: text } },
    baseline: { ...report.baseline, problems },
    candidate: { ...report.candidate, problems },
    verdict: {
      ...verdict,
      summary: text,
      causes: verdict.causes.map((cause) => ({ ...cause, summary: text, remedy: text, evidence })),
      warnings: [{ code: 'word-drift', summary: text }],
    },
    tail:
      tail === null
        ? null
        : { ...tail, effect: text, lost: 1, lostWords: [lost], gained: 1, newWords: [lost] },
    documents: {
      ...documents,
      edits: [{ id: text, before: text, removed: text, added: text, after: text }],
    },
    attribution: attribution.map((row) => ({ ...row, slice: text })),
    wordDrift: {
      ...wordDrift,
      alarm: true,
      words: [{ word: text, baseline: 0, candidate: 5000, ratio: 40, adjustedP: 0.01 }],
    },
  };
}
