/** The corpora that the tables are made from, as JSON Lines files in one folder. */
export const CORPORA = [
  'brown',
  'ewt',
  'gum',
  'wikitext2',
  'aistats',
  'uai',
  'colt',
  'peps',
  'argugpt-machine',
  'clean_body',
  'extracted_html2text',
  'fomc-statements',
  'choosealicense',
  'google_licenseclassifier',
] as const;

/** Pairs of files, `<name>__human.jsonl` and `<name>__synthetic.jsonl`. */
export const PAIRS = ['fdg_xsum_gpt4', 'lorenz_en', 'm4_arxiv', 'm4_wikihow', 'rexshijaku'] as const;
