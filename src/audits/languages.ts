import type { Audit } from './audit.ts';
import { estimated } from './estimate.ts';
import { FEWEST_DOCUMENTS } from './thresholds.ts';
import { between, count, percent } from './wording.ts';

/** In which languages the documents are. */
export const languages: Audit<'languages'> = {
  id: 'languages',
  title: 'Languages',
  failureTitle: 'Languages',
  explanation: {
    measures:
      'The share of documents in each language, by the first words of at most 2,000 distinct documents, and how many documents do not tell: those of fewer than 15 words, and those that resemble no language known well enough. The interval is a jackknife over 32 groups of documents, on the logit scale.',
    formula:
      'Texts of a language / texts whose language can be told. A jackknife over 32 groups of documents gives the interval.',
    matters:
      'All other figures depend on the language. A second language makes a corpus look more diverse than either of its parts, and a filter on language can silently take away dialects and mixed texts.',
    reading:
      'Compare it with what the corpus should hold. A few per cent of stray languages are usual in web text and are partly errors: names, lists and code are mistaken first. Languages are given as ISO 639-1 codes.',
    moves: 'Names, code and quotations in short texts; languages that resemble each other.',
    silence:
      'Below five distinct documents of 15 words whose language can be told, and where a profile holds no text.',
    source:
      'Byte n-grams of words in 60 languages (Cavnar and Trenkle 1994, N-gram-based text categorization), with the tables of eld 2.1.0.',
  },
  needs: ['languages'],
  audit({ languages: { texts, undetermined, languages: rows } }) {
    const [first] = rows;
    if (first === undefined || first.share.documents < FEWEST_DOCUMENTS)
      return {
        outcome: 'not-applicable',
        reason: `Fewer than ${FEWEST_DOCUMENTS} of ${count(texts, 'distinct document')} tell in which language they are.`,
      };
    const quantity = estimated(first.share, 'share', 'logit');
    const others = rows.length === 1 ? '' : `, the others in ${count(rows.length - 1, 'language')} more`;
    return {
      outcome: 'informative',
      quantity,
      reason: `Of ${count(quantity.documents, 'distinct document')} whose language can be told ${percent(quantity.value)} are in “${first.language}”${between(quantity.interval, percent)}${others}; ${count(undetermined, 'document')} ${undetermined === 1 ? 'does' : 'do'} not tell.`,
      evidence: [],
      details: {
        texts,
        undetermined,
        languages: rows.map(({ language, texts: own, share }) => ({
          language,
          texts: own,
          share: share.value,
        })),
      },
    };
  },
};
