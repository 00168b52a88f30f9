/** A corpus of development text, and what is known of it from outside. */
export interface LabelledCorpus {
  /** As the report names it. */
  readonly name: string;
  /** Relative to the folder of shared text. */
  readonly path: string;
  /** Corpora of one source are held out together, with the cases whose names hold it. */
  readonly source: string;
  /** Whether it is known to be by many hands, or nearly one text; null where it stands between. */
  readonly voices: 'many' | 'one' | null;
}

export const LABELLED_CORPORA: readonly LabelledCorpus[] = [
  corpus('Brown corpus, fifteen genres', 'brown', 'brown', 'many'),
  corpus('GUM corpus, sixteen genres', 'gum', 'gum', 'many'),
  corpus('English Web Treebank', 'ewt', 'ewt', 'many'),
  corpus('Wikipedia articles (wikitext-2)', 'wikitext2', 'wikitext', 'many'),
  corpus('Web pages, body text', 'clean_body', 'web', 'many'),
  corpus('Abstracts, AISTATS', 'aistats', 'abstracts', 'many'),
  corpus('Abstracts, UAI', 'uai', 'abstracts', 'many'),
  corpus('Abstracts, COLT', 'colt', 'abstracts', 'many'),
  corpus('Web pages with their menus', 'extracted_html2text', 'web', null),
  corpus('Python Enhancement Proposals', 'peps', 'peps', null),
  corpus('Essays by language models on shared prompts', 'argugpt-machine', 'argugpt', null),
  corpus('Licences, choosealicense', 'choosealicense', 'licences', 'one'),
  corpus('Licences, licenseclassifier', 'google_licenseclassifier', 'licences', 'one'),
  corpus('Statements of a central bank', 'fomc-statements', 'fomc', 'one'),
];

function corpus(
  name: string,
  file: string,
  source: string,
  voices: LabelledCorpus['voices'],
): LabelledCorpus {
  return { name, path: `corpora/${file}.jsonl`, source, voices };
}
