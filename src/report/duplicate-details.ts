import type { Details } from '../audits/audit.ts';
import { fieldsOf, itemsOf, listOf, numberOf, textOf, wordsOf } from './detail-fields.ts';
import type { Report } from './report.ts';

/** What a report says of near copies and templates beyond a figure and quotes, as far as it says it. */
export interface DuplicateDetails {
  /** Texts that several documents have, and how many have the commonest. */
  readonly copiedTexts: number;
  readonly mostCopies: number;
  /** Whether all texts were compared, and whether no pair of those compared can be missing. */
  readonly allTexts: boolean;
  readonly allPairs: boolean;
  /** Pairs whose similarity is an estimate, as one text is long. */
  readonly estimatedPairs: number;
  /** Pairs of which one text holds the other, and the largest of them. */
  readonly containedPairs: number;
  readonly contained: readonly ReportedContainment[];
  /** Clusters of near copies by their number of documents, ascending. */
  readonly sizes: readonly { readonly documents: number; readonly clusters: number }[];
  /** The largest clusters. */
  readonly clusters: readonly ReportedCluster[];
  /** How many of these hold texts that are less than half alike. */
  readonly chains: number;
  /** Texts before and after one of each cluster stays, and what this does to figures; null where it does nothing. */
  readonly effect: CollapseEffect | null;
  readonly templates: readonly ReportedTemplate[];
  /** All templates, of which the largest are reported. */
  readonly templateCount: number;
}

interface ReportedCluster {
  readonly documents: number;
  readonly texts: number;
  readonly leastSimilarity: number;
  readonly words: readonly string[];
  readonly ids: readonly string[];
}

interface ReportedContainment {
  readonly inner: string;
  readonly outer: string;
  readonly containment: number;
}

export interface CollapseEffect {
  readonly before: number;
  readonly after: number;
  /** Whether there are more texts than these, which are then the first by hash. */
  readonly isOfFirst: boolean;
  readonly figures: readonly CollapsedFigure[];
}

interface CollapsedFigure {
  readonly name: string;
  readonly before: number | null;
  readonly after: number | null;
}

interface ReportedTemplate {
  readonly template: number;
  readonly documents: number;
  readonly frameWords: number;
  readonly slots: number;
  readonly similarity: number;
  readonly leastSimilarity: number;
  readonly words: readonly string[];
}

/** Reads them from the details of the audits. What is absent or of another shape counts as nothing found. */
export function duplicateDetails(audits: Report['audits']): DuplicateDetails {
  const near = audits['near-duplicates']?.details ?? {};
  const forms = audits['templates']?.details ?? {};
  const copies = audits['exact-duplicates']?.details ?? {};
  return {
    copiedTexts: numberOf(copies['textsWithCopies']),
    mostCopies: numberOf(copies['largestCluster']),
    allTexts: near['allTexts'] !== false,
    allPairs: near['allPairs'] !== false,
    estimatedPairs: numberOf(near['estimatedPairs']),
    ...containedOf(fieldsOf(near['contained'])),
    sizes: itemsOf(near['clusterSizes']).map((size) => ({
      documents: numberOf(size['documents']),
      clusters: numberOf(size['clusters']),
    })),
    clusters: itemsOf(near['clusters']).map((cluster) => ({
      documents: numberOf(cluster['documents']),
      texts: numberOf(cluster['texts']),
      leastSimilarity: numberOf(cluster['leastSimilarity']),
      words: wordsOf(cluster['words']),
      ids: wordsOf(cluster['ids']),
    })),
    chains: numberOf(near['chains']),
    effect: effectOf(fieldsOf(near['collapseEffect']), numberOf(copies['distinctDocuments'])),
    templates: itemsOf(forms['clusters']).map((template) => ({
      template: numberOf(template['template']),
      documents: numberOf(template['documents']),
      frameWords: numberOf(template['frameWords']),
      slots: numberOf(template['slots']),
      similarity: numberOf(template['similarity']),
      leastSimilarity: numberOf(template['leastSimilarity']),
      words: wordsOf(template['label']),
    })),
    templateCount: numberOf(forms['templates']),
  };
}

function containedOf({ pairs, largest }: Details): Pick<DuplicateDetails, 'containedPairs' | 'contained'> {
  const contained = itemsOf(largest).map(({ inner, outer, containment }) => ({
    inner: textOf(inner),
    outer: textOf(outer),
    containment: numberOf(containment),
  }));
  return { containedPairs: numberOf(pairs), contained };
}

function effectOf({ texts, figures }: Details, distinct: number): CollapseEffect | null {
  const [before, after] = listOf(texts);
  const read = itemsOf(figures).map((figure) => ({
    name: typeof figure['name'] === 'string' ? figure['name'] : '',
    before: typeof figure['before'] === 'number' ? figure['before'] : null,
    after: typeof figure['after'] === 'number' ? figure['after'] : null,
  }));
  if (read.length === 0) return null;
  const isOfFirst = distinct > numberOf(before);
  return { before: numberOf(before), after: numberOf(after), isOfFirst, figures: read };
}
