import type { Audit } from './audit.ts';
import { estimated } from './estimate.ts';
import { between, count, figure, percent } from './wording.ts';

/** How often English documents build their sentences alike. */
export const syntaxTemplates: Audit<'syntax-templates'> = {
  id: 'syntax-templates',
  title: 'Sentence patterns',
  failureTitle: 'Sentence patterns',
  explanation: {
    measures:
      'How often one of the hundred most widespread sequences of six parts of speech begins, for each token of the first 100 words of at most 1,000 English documents, and the share of these documents that have at least one such sequence. The intervals are a jackknife over 32 groups of documents, on the logit scale.',
    formula:
      'Places at which one of the 100 most widespread sequences of six tags begins / tokens; texts that have one / texts. A jackknife over 32 groups of documents gives the interval.',
    matters:
      'Texts of a model often repeat the frames of their sentences more than those of people, also where the words differ and the overlap of words sees nothing.',
    reading:
      'Web text stands near 3 %, the prose of the Brown corpus at 5 %, essays of a model near 7 %, abstracts of one research field near 8 %, statements of one institution at 20 %. The fewer documents, the higher both figures, so compare equal numbers. Taggers err on names, lists and code.',
    moves: 'The number of documents: the fewer, the higher. Names, lists and code mislead the tagger.',
    silence: 'Below 20 English documents, and where a profile holds no text.',
    source:
      'Shaib et al. 2024, Detection and Measurement of Syntactic Templates in Generated Text, EMNLP 2024, with the tags of wink-nlp 2.4.0 and wink-eng-lite-web-model 1.8.1.',
  },
  needs: ['syntax-templates'],
  audit({ 'syntax-templates': { n, windowWords, texts, englishTexts, found, absence } }) {
    if (found === null)
      return {
        outcome: 'not-applicable',
        reason: `${absence ?? 'Nothing was tagged.'} There are ${figure(englishTexts)} among ${count(texts, 'document')}.`,
      };
    const quantity = estimated(found.perToken, 'share', 'logit');
    const rate = estimated(found.rate, 'share', 'logit');
    return {
      outcome: 'informative',
      quantity,
      reason: `One of the ${figure(found.templates)} commonest sequences of six parts of speech begins at ${percent(quantity.value)} of the tokens of ${count(found.tagged, 'English document')}${between(quantity.interval, percent)}; ${percent(rate.value)} of the documents have one.`,
      evidence: found.commonest.map(({ quote, texts: holders, documents }) => ({
        quote,
        count: holders,
        documents,
      })),
      details: {
        n,
        windowWords,
        texts,
        englishTexts,
        tagged: found.tagged,
        templates: found.templates,
        rate: { ...rate, interval: rate.interval ?? null },
        commonest: found.commonest.map(({ tags, texts: holders }) => ({ tags, texts: holders })),
      },
    };
  },
};
