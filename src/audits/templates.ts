import type { FoundTemplate } from '../measures/templates.ts';
import type { Audit, Details } from './audit.ts';
import { estimated } from './estimate.ts';
import { fails } from './rule.ts';
import { FEWEST_DOCUMENTS, TEMPLATES } from './thresholds.ts';
import { between, count, percent } from './wording.ts';

const MOST_QUOTED = 10;

/** How many documents are a form with its blanks filled in. */
export const templates: Audit<'templates' | 'exact-duplicates'> = {
  id: 'templates',
  title: 'Documents are no filled-in templates',
  failureTitle: 'Documents are filled-in templates',
  explanation: {
    measures:
      'The share of distinct documents that belong to a template: at least three documents with the same frame of words in the same order, and other words in its slots, which are marked ___. Share = documents with a frame / documents. The first 150 words of at most 4,000 distinct texts are looked at. Every document of a template was compared with its frame and has at least six in ten of its words in order (the longest common subsequence), and four in ten more than in reversed order; a frame has at least five words, makes up a tenth of its documents or more, and leaves out what chance brings into one order in any texts ("the … of … and"). The details give the mean and the least similarity of each. The interval is a jackknife over 32 groups of documents, with the templates found in all.',
    matters:
      'A form filled in a thousand times has the words of one text and some names. It teaches a model the form, and makes a corpus look larger than it is.',
    reading:
      'Brown, EWT and cleaned web articles have none, abstracts of a research field 0.5 %, GUM 2 % (textbook chapters with one heading), web pages with their menus 9 %, Python PEPs the same, essays that repeat their prompts 25 %, licences 50 % to 80 %, central-bank statements 40 % to 100 %. Near copies are templates with few slots, so look at the frame. Templates that begin behind the 150th word, and frames in less than a tenth of their documents, are not seen; the second shows as boilerplate. More of the small templates come to light as a corpus grows, up to 4,000 texts.',
    formula: 'Documents with a frame that at least three have / distinct documents.',
    moves: 'Forms, near copies and common headings; the number of documents, for small templates.',
    silence: 'Below five distinct documents with a word.',
    source:
      'Ours; longest common subsequences by bits: Hyyrö 2004, Bit-Parallel LCS-Length Computation Revisited; labels by tf-idf: Spärck Jones 1972, A Statistical Interpretation of Term Specificity, Journal of Documentation 28.',
  },
  cause: {
    id: 'templates',
    remedy: 'Keep a few documents of each template, or only what stands in its slots.',
  },
  threshold: TEMPLATES,
  needs: ['templates', 'exact-duplicates'],
  audit({ templates: { share, texts, templates: found, largest }, 'exact-duplicates': { distinct } }) {
    if (share === null || share.documents < FEWEST_DOCUMENTS)
      return {
        outcome: 'not-applicable',
        reason: `Fewer than ${FEWEST_DOCUMENTS} distinct documents have a word.`,
      };
    const quantity = estimated(share, 'share', 'logit');
    const [first] = largest;
    const lookedAt = distinct > share.documents ? ' looked at (the first 4,000 by hash at most)' : '';
    const which =
      first === undefined
        ? `none of ${count(share.documents, 'distinct one')}${lookedAt}`
        : `${count(texts, 'document')} of ${count(share.documents, 'distinct one')}${lookedAt} to ${count(found, 'template')}; the largest has ${count(first.texts, 'document')}${labelOf(first)}`;
    return {
      outcome: fails(quantity, TEMPLATES) ? 'failed' : 'passed',
      quantity,
      reason: `${percent(quantity.value)} of the documents belong to a template${between(quantity.interval, percent)}: ${which}. The threshold is ${percent(TEMPLATES.failsAt)}.`,
      evidence: largest.slice(0, MOST_QUOTED).map(({ frame, texts: own, documents }) => ({
        quote: frame,
        count: own,
        documents,
      })),
      details: { templates: found, clusters: largest.map(clusterDetail) },
    };
  },
};

function labelOf({ label }: FoundTemplate): string {
  return label.length === 0 ? '' : ` (${label.join(', ')})`;
}

/** A template by its number, from 1 in the order of their sizes. Its frame is null where the profile holds no text. */
function clusterDetail(template: FoundTemplate, index: number): Details {
  const { frame, label, texts, documents, frameWords, slots, similarity, leastSimilarity } = template;
  return {
    template: index + 1,
    frame: frame === '' ? null : frame,
    label,
    documents: texts,
    ids: documents,
    frameWords,
    slots,
    similarity,
    leastSimilarity,
  };
}
