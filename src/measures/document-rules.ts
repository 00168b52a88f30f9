import { FINEWEB_RULES } from '../statistics/fineweb-quality.ts';
import { GOPHER_RULES } from '../statistics/gopher-repetition.ts';
import { createTokenizer } from '../text/tokenizer.ts';
import type { FilterSet, RuleJudgement } from './filter-rules.ts';
import { judgedByRules } from './filter-rules.ts';
import type { Replicated } from './measure.ts';
import { sampleMeasure } from './measure.ts';
import { replicatedRatio } from './replication.ts';
import type { SampledDocument } from './sampled-corpus.ts';
import { longTexts, quoteOf } from './sampled-corpus.ts';

/**
 * How many documents break the rules by which known corpora were filtered (`filter-rules.ts`), in shares of those to
 * which a rule applies. Rules look at characters and lines, so a profile without text has no figures.
 */
export interface DocumentRulesValue {
  readonly holdsText: boolean;
  /** Share of documents that break a rule of either filter, and of each. Null where no rule applies to any. */
  readonly any: Replicated | null;
  readonly anyGopher: Replicated | null;
  readonly anyFineweb: Replicated | null;
  /** Every rule, in the order in which the filters try them. */
  readonly rules: readonly RuleShare[];
  /** The documents that break most rules, at most 10, those with most first. */
  readonly worst: readonly RuleBreaker[];
}

interface RuleShare {
  readonly filter: FilterSet;
  readonly rule: string;
  readonly share: Replicated | null;
}

export interface RuleBreaker {
  readonly id: string;
  /** The words with which it begins. */
  readonly quote: string;
  /** Documents that have this text. */
  readonly copies: number;
  /** The rules it breaks, as `filter/rule`. */
  readonly rules: readonly string[];
}

const MOST_QUOTED = 10;
const QUOTED_WORDS = 20;

const RULES: readonly Omit<RuleShare, 'share'>[] = [
  ...GOPHER_RULES.map((rule) => ({ filter: 'gopher', rule }) as const),
  ...FINEWEB_RULES.map((rule) => ({ filter: 'fineweb', rule }) as const),
];

export const documentRules = sampleMeasure({
  kind: 'sample',
  id: 'document-rules',
  version: 1,
  ofLongTexts: true,
  explanation: {
    measures: 'Documents that break a rule by which the corpora behind Gopher or FineWeb were filtered.',
    formula:
      'For each rule, documents that break it / documents to which it applies; each rule is a share of lines, paragraphs or characters, listed under the audit of this name. Interval: a jackknife over 32 groups of documents.',
    reading: 'See which rule is broken before dropping anything: poems and dialogue break those about lines.',
    moves:
      'Line breaks at a fixed width, scripts without full stops, and the length of documents, of which the first 500 words count.',
    silence: 'Where a profile holds no text; for documents of fewer than 50 words.',
    source: 'Rae et al. 2021, arXiv:2112.11446, table A1; Penedo et al. 2024, arXiv:2406.17557, section 3.6.',
  },
  snapshot(corpus): DocumentRulesValue {
    const texts = longTexts(corpus);
    const holdsText = texts.documents.every(({ entry }) => entry.text.hashes === undefined);
    const judgements = new Map<SampledDocument, readonly RuleJudgement[]>();
    const tokenizer = createTokenizer();
    if (holdsText)
      for (const document of texts.documents) judgements.set(document, judgedByRules(document, tokenizer));
    const shareOf = (matches: (judgement: RuleJudgement) => boolean): Replicated | null =>
      replicatedRatio(texts, (document) => {
        const judged = judgements.get(document)?.filter(matches) ?? [];
        return judged.length === 0 ? null : { part: judged.some(({ broken }) => broken) ? 1 : 0, whole: 1 };
      });
    return {
      holdsText,
      any: shareOf(() => true),
      anyGopher: shareOf(({ filter }) => filter === 'gopher'),
      anyFineweb: shareOf(({ filter }) => filter === 'fineweb'),
      rules: RULES.map(({ filter, rule }) => ({
        filter,
        rule,
        share: shareOf((judgement) => judgement.filter === filter && judgement.rule === rule),
      })),
      worst: worstOf(judgements),
    };
  },
});

function worstOf(judgements: ReadonlyMap<SampledDocument, readonly RuleJudgement[]>): RuleBreaker[] {
  return [...judgements]
    .map(([document, judged]) => ({ document, broken: judged.filter(({ broken }) => broken) }))
    .filter(({ broken }) => broken.length > 0)
    .toSorted(
      (a, b) =>
        b.broken.length - a.broken.length || (a.document.entry.text.id < b.document.entry.text.id ? -1 : 1),
    )
    .slice(0, MOST_QUOTED)
    .map(({ document, broken }) => ({
      id: document.entry.text.id,
      quote: quoteOf(document, 0, Math.min(QUOTED_WORDS, document.high.length) - 1),
      copies: document.entry.count,
      rules: broken.map(({ filter, rule }) => `${filter}/${rule}`),
    }));
}
