import type { BoilerplateValue } from '../measures/boilerplate.ts';
import type { PassagesValue } from '../measures/passages.ts';
import type { QuotedPassage } from '../measures/quoted-passages.ts';
import type { Audit, Details } from './audit.ts';
import { estimated } from './estimate.ts';
import { fails } from './rule.ts';
import { BOILERPLATE, FEWEST_DOCUMENTS } from './thresholds.ts';
import { between, count, percent } from './wording.ts';

/** How many words stand in passages that come back from document to document. */
export const boilerplate: Audit<'boilerplate' | 'passages'> = {
  id: 'boilerplate',
  title: 'Passages are of one document',
  failureTitle: 'Documents share boilerplate',
  explanation: {
    measures:
      'The share of words that stand in passages which many documents have: runs of ten words and more, and lines and sentences of four words and more, letter case and punctuation aside. Share = words in such passages / words. Many documents are at least three distinct texts, and at least one in a hundred of those looked at. At most 2,000 distinct texts are looked at, and of each the first 2,000 words. Each passage is as long as can be, so long as six in ten of its documents have the next word as well. The interval is a jackknife over 32 groups of documents, with the passages found in all. In the details, the lines and paragraphs of all documents, copies and short ones included, that most documents have.',
    formula:
      'Words in passages of ten words or more, or in sentences and lines of four, that at least three documents and one in a hundred have / words.',
    matters:
      'Menus, legal notices, signatures and standing phrases are read once and stored a thousand times. A model learns them by heart, and every other figure about likeness is raised by them.',
    reading:
      'Brown, EWT, GUM, wikitext-2, abstracts and cleaned web articles have 0.1 % and less, the same web pages with their menus 1.4 %, essays that repeat their prompts 2 %, licences 17 % to 75 %, central-bank statements 16 % to 82 %. A share in a hundred stays the same as a corpus grows; below 300 texts three of them are more than one in a hundred, so that less is found. What stands in fewer documents, what changes within ten words, and the end of texts of more than 2,000 words are not seen: menus of short lines in part. Copies of a whole text count as one. Quoted sources are those of one document for each text, that with the smallest id.',
    moves:
      'Menus, notices, signatures and standing phrases; how the text was cut out of its pages; below 300 texts, their number.',
    silence: 'Below five distinct documents with a word.',
    source:
      'Repeated runs as units to remove: Lee et al. 2022, Deduplicating Training Data Makes Language Models Better, arXiv:2107.06499; lines and sentences as units: Raffel et al. 2020, Exploring the Limits of Transfer Learning (C4), arXiv:1910.10683. The limits are ours.',
  },
  cause: {
    id: 'boilerplate',
    remedy:
      'Cut the quoted passages from the documents, or extract the main text of pages anew, and audit what is left.',
  },
  threshold: BOILERPLATE,
  needs: ['boilerplate', 'passages'],
  audit({ boilerplate: value, passages: { lines, paragraphs } }) {
    const { share, texts, fewestTexts, textsWithBoilerplate, passages } = value;
    if (share === null || share.documents < FEWEST_DOCUMENTS)
      return {
        outcome: 'not-applicable',
        reason: `Fewer than ${FEWEST_DOCUMENTS} distinct documents have a word.`,
      };
    const quantity = estimated(share, 'share', 'logit');
    const [largest] = passages;
    const example =
      largest === undefined
        ? ''
        : `; the largest is one of ${count(largest.words, 'word')} in ${count(largest.texts, 'document')}`;
    const holders =
      textsWithBoilerplate === 0
        ? `none of ${count(texts, 'distinct document')} has`
        : `${count(textsWithBoilerplate, 'document')} of ${count(texts, 'distinct one')} ${textsWithBoilerplate === 1 ? 'has' : 'have'}`;
    return {
      outcome: fails(quantity, BOILERPLATE) ? 'failed' : 'passed',
      quantity,
      reason: `${percent(quantity.value)} of the words stand in passages that ${fewestTexts} documents or more have${between(quantity.interval, percent)}, and ${holders} such a passage${example}; the threshold is ${percent(BOILERPLATE.failsAt)}.`,
      evidence: passages.map(({ quote, count: places, documents }) => ({ quote, count: places, documents })),
      details: { ...detailsOf(value), lines: linesDetail(lines), paragraphs: linesDetail(paragraphs) },
    };
  },
};

function detailsOf({
  fewestTexts,
  textsWithBoilerplate,
  passages,
  travelling,
  bySource,
}: BoilerplateValue): Details {
  return {
    fewestDocuments: fewestTexts,
    documentsWithBoilerplate: textsWithBoilerplate,
    passages: passages.map((passage) => ({
      quote: quoteDetail(passage),
      words: passage.words,
      count: passage.count,
      documents: passage.texts,
      ids: passage.documents,
    })),
    travelling: travelling.map(travellingDetail),
    bySource: bySource.map(({ source, texts, share }) => ({
      source: source === '' ? null : source,
      documents: texts,
      share,
    })),
  };
}

/** A passage with the sources that have it, in the order of their earliest dates. */
function travellingDetail(passage: QuotedPassage): Details {
  const { words, texts, sources, sourceCount } = passage;
  return {
    quote: quoteDetail(passage),
    words,
    documents: texts,
    sourceCount,
    sources: sources.map(({ source, date, id }) => ({ source, date: date === '' ? null : date, id })),
  };
}

/** Null where the profile holds no text. */
function quoteDetail({ quote }: QuotedPassage): string | null {
  return quote === '' ? null : quote;
}

/** The lines or paragraphs of all documents, copies included, and those that most documents have. */
function linesDetail({ total, sharedShare, exact, commonest }: PassagesValue['lines']): Details {
  return {
    total,
    sharedShare,
    exact,
    commonest: commonest.map(({ words, count: places, documents }) => ({
      quote: words ?? null,
      count: places,
      documents,
    })),
  };
}
