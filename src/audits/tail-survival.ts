import type { Audit, AuditValues, Details, Evidence } from './audit.ts';
import { estimated, isOfFewGroups, quantityDetail } from './estimate.ts';
import type { LostWord, ReferenceTail, Survival } from './reference-tail.ts';
import { ENGLISH_REFERENCE } from './reference-tail.ts';
import { FEWEST_DOCUMENTS } from './thresholds.ts';
import { between, count, percent } from './wording.ts';

/** Types of the reference that must be expected, or the ratio to them says nothing. */
const FEWEST_EXPECTED = 20;

/** How many of a reference's rare words are left. */
export const tailSurvival: Audit<'reference-tail' | 'languages'> = {
  id: 'tail-survival',
  title: 'Survival of rare words',
  failureTitle: 'Survival of rare words',
  explanation: {
    measures:
      'How many of the rare words of a reference the corpus has, divided by how many a fresh sample of the same size from the source of the reference would have: 1 is as many as expected, 0.8 a fifth fewer. Words that occur up to 16 times in one half of the reference are looked up in the other half, which gives the expectation, and in as many tokens of the corpus; the larger side is thinned by whole documents. The halves are made of replicate groups, and ten such splits are added up. The details have the same by bands of 1, 2, 3 to 4, 5 to 8 and 9 to 16 occurrences, and for all words and all tokens of the reference, with differences and their intervals.',
    formula:
      'Rare words of one half of the reference that the corpus has / those that the other half of the reference has, at equal tokens, summed over ten splits in halves; and both shares, with their difference, for each band of frequencies.',
    matters:
      'Where text is made from text, rare words go first, at the first generation, and the more the larger the share of it: no other family of figures shows it as early. The distribution of frequencies of the corpus alone cannot tell a lost word from one that never was.',
    reading:
      'Only as good as the reference: an earlier version of the same corpus, or text of the same genre, language and period. Against another genre it measures the genre; so does the built-in reference for English, which is made of web text and an encyclopedia. An interval that reaches 1 shows no loss. Words that the corpus lacks though it is large enough are quoted, those in most documents of the reference first. Documents much longer than those of the reference lower it somewhat, because words come in bursts. It is silent without a reference (option --reference), below five distinct documents on either side, and where fewer than 20 words are to be expected.',
    moves: 'Genre, period and language other than those of the reference; the length of documents.',
    silence:
      'Without a reference; below five distinct documents on either side, or 20 rare words to be expected.',
    source:
      'The expectation from held-out data is ours; thinning by documents: Ugland, Gray & Ellingsen 2003, The species-accumulation curve, Journal of Animal Ecology 72. Intervals: delete-a-group jackknife, in which a group is left out on both sides at once.',
  },
  needs: ['reference-tail', 'languages'],
  audit({ 'reference-tail': tail, languages }) {
    if (tail === undefined)
      return {
        outcome: 'not-applicable',
        reason: `There is no reference: name a profile with --reference.${isMostlyEnglish(languages) ? ` For English text there is --reference ${ENGLISH_REFERENCE}, made of web text and an encyclopedia.` : ''}`,
      };
    const { rare, reference } = tail;
    const ratio = rare?.ratio ?? null;
    if (rare === null || ratio === null || isTooLittle(tail, rare))
      return {
        outcome: 'not-applicable',
        reason: `The corpus and the reference ${reference} are too small to be compared: both need ${FEWEST_DOCUMENTS} distinct documents, and ${FEWEST_EXPECTED} rare words must be expected.`,
      };
    const quantity = estimated(ratio, 'ratio', 'log');
    const lost =
      tail.lost === 0 ? '' : ` ${count(tail.lost, 'rare word')} of it cannot be missing by chance.`;
    return {
      outcome: 'informative',
      quantity,
      reason: `${percent(quantity.value)} of the rare words of ${reference} that a sample of this size would have are in the corpus${between(quantity.interval, percent)}: ${percent(rare.survived.value)} of them, where ${percent(rare.expected.value)} are expected.${lost}`,
      evidence: tail.lostWords.flatMap(evidenceOf),
      details: {
        reference,
        referenceDocuments: tail.referenceDocuments,
        comparedTokens: Math.round(tail.comparedTokens),
        exact: tail.typeShare === 1,
        rare: survivalDetail(rare),
        bands: tail.bands.map((band) => ({ from: band.from, to: band.to, ...survivalDetail(band) })),
        types: tail.types === null ? null : survivalDetail(tail.types),
        tokens: tail.tokens === null ? null : survivalDetail(tail.tokens),
        lost: tail.lost,
        lostWords: tail.lostWords.map(lostDetail),
      },
    };
  },
};

/** Whether more than half of the texts whose language can be told are English. */
function isMostlyEnglish({ languages }: AuditValues['languages']): boolean {
  return languages.some(({ language, share }) => language === 'en' && share.value > 0.5);
}

function isTooLittle({ documents, referenceDocuments }: ReferenceTail, rare: Survival): boolean {
  if (Math.min(documents, referenceDocuments) < FEWEST_DOCUMENTS || isOfFewGroups(rare.difference))
    return true;
  return rare.types * rare.expected.value < FEWEST_EXPECTED;
}

function survivalDetail({ types, expected, survived, difference, ratio }: Survival): Details {
  return {
    types: Math.round(types),
    expected: quantityDetail(estimated(expected, 'share', 'logit')),
    survived: quantityDetail(estimated(survived, 'share', 'logit')),
    difference: quantityDetail(estimated(difference, 'share', 'identity')),
    ratio: ratio === null ? null : quantityDetail(estimated(ratio, 'ratio', 'log')),
  };
}

/** A word is quoted where the reference holds text. The documents that have it are those of the reference. */
function evidenceOf({ word, count: occurrences }: LostWord): readonly Evidence[] {
  return word === null ? [] : [{ quote: word, count: occurrences, documents: [] }];
}

function lostDetail({
  word,
  count: occurrences,
  documents,
  expectedDocuments,
  adjustedP,
}: LostWord): Details {
  return { ...(word === null ? {} : { word }), count: occurrences, documents, expectedDocuments, adjustedP };
}
