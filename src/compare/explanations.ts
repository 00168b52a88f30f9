import type { Explanation } from '../audits/audit.ts';

/** What `explain` says of the parts of a comparison, by their ids. */
export const COMPARISON_EXPLANATIONS = {
  narrowing: {
    measures: 'By how many points of the homogeneity scale the candidate is more alike than the baseline.',
    formula:
      'Difference of the homogeneity index, copies included, and to it 50 × ln(expected / survived) of the baseline’s rare words where a 99 % interval is sure of a loss, at most as far as the baseline knows the candidate’s rare words better. Interval: a jackknife with the same of 32 groups of texts left out of both versions.',
    matters:
      'A dataset that is replaced by its own output step by step loses its rare words first and then its variety; each version looks fine alone.',
    reading:
      'Above 0 the candidate is more alike. The direction is narrowed or widened where the 99 % interval excludes 0 and the value exceeds 2 points.',
    moves:
      'Another mixture of genres, cut documents and templates, as they move the index. Another subject alone does not move the tail.',
    silence:
      'Without an index on a side. No direction below 20 documents or 2,000 words, or between languages.',
    source: 'Ours; Efron 1982 for the jackknife.',
  },
  'detectable-share': {
    measures:
      'The smallest share of the documents that would be found 8 times in 10 had generated texts replaced it.',
    formula:
      'The least r for which 24 r^1.4 points exceed both 2 points and the reach of a 99 % interval by as much as chance takes away 2 times in 10, with the variance r (σ² + τ²) of the two indexes.',
    matters: 'That nothing was found says little where nothing could have been.',
    reading: 'Smaller is better: larger versions and more uniform ones make it so.',
    moves: 'How alike the replacing texts are, for which the range stands beside it.',
    silence: 'Where narrowing has no interval.',
    source: 'Ours, from five pairs of human and generated texts.',
  },
  'document-changes': {
    measures: 'How many distinct texts are unchanged, edited, gone and new.',
    formula:
      'Unchanged: the content hash is on both sides. Edited: a text that went and one that came of the same id or, without ids, near copies (Jaccard similarity of three-word runs at least 0.5).',
    matters:
      'Collapse follows where generated documents take the place of others, and not where they are added to them.',
    reading:
      'Accumulated: hardly a document went. Replaced: about as many came as went. Unrelated: hardly a text is in both.',
    moves: 'Ids that are given anew, and white space, which does not count.',
    silence: 'Never; beyond 262,144 texts or ids the numbers are estimated (exact: false).',
    source: 'Ours; Gerstgrasser et al. 2024, Is Model Collapse Inevitable?, for accumulating and replacing.',
  },
  'word-drift': {
    measures: 'Words and pairs of words that more, or fewer, documents hold than before.',
    formula:
      'Fisher’s exact test on documents that hold them, in equally long beginnings of distinct texts, with counts divided by their overdispersion between groups, adjusted by Benjamini and Hochberg; at least 5 documents in 5 groups and a ratio of 1.5.',
    matters: 'A new subject or fashion is no collapse, and must not be taken for one, nor hide one.',
    reading: 'Read the words: names and topics are news, turns of phrase are a change of hands.',
    moves: 'Subjects, dates and templates.',
    silence: 'Where fewer than 5 texts came and fewer than 5 went.',
    source: 'Fisher 1934; Benjamini & Hochberg 1995.',
  },
  attribution: {
    measures:
      'What each source, month or label adds to the change of the overlap of two words between documents.',
    formula:
      'The overlap is Σ w(k,l) O(k,l) over pairs of slices, w the share of the pairs of documents and O their overlap. Within: mean w · ΔO of the slice with itself; between: the same with others; mix: Δw · mean O. They add up to the change.',
    matters: 'It says where to look first.',
    reading:
      'The slice with the largest effect accounts for most of the change; an effect below 0 works against it.',
    moves: 'How documents are labelled; the eight largest slices of a kind are told apart.',
    silence: 'Where documents name fewer than two slices.',
    source: 'Kitagawa 1955, Components of a Difference Between Two Rates, JASA 50.',
  },
} as const satisfies Readonly<Record<string, Explanation>>;
