import type { FormsValue } from '../measures/stems.ts';
import type { Audit, Details } from './audit.ts';
import { estimated, estimatedDetail, isOfFewGroups, quantityDetail } from './estimate.ts';
import { between, count, figure, percent, whole } from './wording.ts';

/** Stemmed texts below which nothing is said. */
const FEWEST_TEXTS = 20;

/** The tail of the vocabulary without inflection. */
export const stems: Audit<'stems'> = {
  id: 'stems',
  title: 'Vocabulary of stems',
  failureTitle: 'Vocabulary of stems',
  explanation: {
    measures:
      'How many different stems there are, which share of them occurs once, and how much of the source they cover, beside the same figures of the words in the same tokens: the first 100 words of at most 500 distinct documents whose language has a stemmer. A stem is what stands for house, houses and housing alike: hous.',
    formula:
      'On stems and on words of the same tokens: types, types that occur once / types, coverage; and word types / stem types.',
    matters:
      'A word in ten forms is ten types. Inflection then passes for variety, more in one language than in another, and a change of tense or number for a change of vocabulary.',
    reading:
      'Words for each stem is what inflection adds: about 1.3 in English, more in languages that inflect more. If types or hapaxes of a corpus change and those of stems do not, its grammar changed and not its vocabulary. Both move with the size of the sample, so compare corpora of at least 500 documents, or of equal size. Stemmers take off too much or too little of some words. It is silent below 20 documents of a language with a stemmer (German, English, Spanish, French, Italian, Dutch, Norwegian, Portuguese, Russian, Swedish), and where the profile holds no text.',
    moves: 'The number of texts up to 500, the language, and the errors of the stemmer.',
    silence: 'Below 20 documents of a language with a stemmer, and where a profile holds no text.',
    source:
      'Porter 1980, An algorithm for suffix stripping, Program 14, and its kin for other languages, as natural 8.1.1 has them. Coverage: Chao & Jost 2012, Ecology 93, equation 4a.',
  },
  needs: ['stems'],
  audit({ stems: value }) {
    const { hapaxShare } = value.stems;
    const { wordsPerStem } = value;
    if (
      value.stemmedTexts < FEWEST_TEXTS ||
      hapaxShare === null ||
      wordsPerStem === null ||
      isOfFewGroups(hapaxShare)
    )
      return {
        outcome: 'not-applicable',
        reason: `Of ${count(value.texts, 'text')} whose language was looked for ${whole(value.stemmableTexts)} are of one with a stemmer: it takes ${FEWEST_TEXTS}.`,
      };
    const quantity = estimated(hapaxShare, 'share', 'logit');
    const ofWords = value.words.hapaxShare?.value ?? 0;
    return {
      outcome: 'informative',
      quantity,
      reason: `${percent(quantity.value)} of ${whole(value.stems.types)} stems occur once${between(quantity.interval, percent)}, and ${percent(ofWords)} of the ${whole(value.words.types)} words they stand for: ${figure(wordsPerStem.value)} words a stem.`,
      evidence: [],
      details: {
        windowWords: value.windowWords,
        texts: value.stemmedTexts,
        languages: value.languages,
        tokens: value.tokens,
        wordsPerStem: quantityDetail(estimated(wordsPerStem, 'ratio', 'log')),
        stems: formsDetail(value.stems),
        words: formsDetail(value.words),
      },
    };
  },
};

function formsDetail({ types, hapaxShare, coverage }: FormsValue): Details {
  return {
    types,
    hapaxShare: estimatedDetail(hapaxShare, 'share', 'logit'),
    coverage: estimatedDetail(coverage, 'share', 'logit'),
  };
}
