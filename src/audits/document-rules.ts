import type { DocumentRulesValue } from '../measures/document-rules.ts';
import type { Replicated } from '../measures/measure.ts';
import type { Audit, Json } from './audit.ts';
import { estimated, estimatedDetail } from './estimate.ts';
import { FEWEST_DOCUMENTS } from './thresholds.ts';
import { between, percent } from './wording.ts';

/** How many documents the filters of known corpora would drop. */
export const documentRules: Audit<'document-rules'> = {
  id: 'document-rules',
  title: 'Documents that known filters would drop',
  failureTitle: 'Documents that known filters would drop',
  explanation: {
    measures:
      'The share of distinct documents that break a rule by which the corpora behind Gopher or FineWeb were filtered, and the share for each rule. Gopher: more than 30 % of the lines or paragraphs stood before, or their characters are more than 20 % of all; the commonest run of 2, 3 or 4 words, as often as it occurs, makes up more than 20, 18 or 16 % of the characters; words in runs of 5 to 10 that stood before make up more than 15, 14, 13, 12, 11 or 10 %. FineWeb: fewer than 12 % of the lines end in punctuation, more than 67 % have at most 30 characters, lines that stood before hold more than 10 % of the characters, or there are more than 0.3 line breaks a word. At most 4,000 documents are looked at, and of each the first 500 words. Share = documents that break the rule / documents to which it applies. The interval is a jackknife over 32 groups of documents.',
    formula:
      'Documents that break a rule / documents to which one applies. A jackknife over 32 groups of documents gives the interval.',
    matters:
      'Menus, lists, tables, forms and text that goes in circles pass for documents, and they are alike wherever they come from. A model trained on them learns to repeat.',
    reading:
      'Those of Gopher: Brown 0 %, abstracts 0.2 %, web reviews and answers 2 %, web pages with their menus 14 %, school essays by language models 20 %. Those of FineWeb: Brown and abstracts 0.4 to 4 %, licences 15 %, web pages with their menus 72 %. Poems, dialogue, text whose lines are broken at a width, scripts without full stops, and lines with a space behind the full stop, which all of wikitext-2 has, break those about lines and are no worse for it: see which rule is broken, and by which documents, before dropping any. Documents of fewer than 50 words do not count, because these filters stood beside one that drops them, and in a short text any run is a large part; a rule about lines does not count for a long document in one line, since only its beginning is seen. A profile without text has no figures. Words are those of this program and leave punctuation out, which moves the rules about runs a little from those of other tools.',
    moves: 'Line breaks at a width, scripts without full stops, poems and dialogue.',
    silence: 'Below five distinct documents of 50 words, and where a profile holds no text.',
    source:
      'Rae et al. 2021, Scaling Language Models (Gopher), arXiv:2112.11446, table A1; Penedo et al. 2024, The FineWeb Datasets, arXiv:2406.17557, section 3.6; both as the library datatrove computes them, with the threshold of the paper where it has another.',
  },
  needs: ['document-rules'],
  audit({ 'document-rules': value }) {
    const { holdsText, any, worst } = value;
    if (!holdsText)
      return {
        outcome: 'not-applicable',
        reason: 'The rules look at characters and lines, and the profile holds no text.',
      };
    if (any === null || any.documents < FEWEST_DOCUMENTS)
      return {
        outcome: 'not-applicable',
        reason: `Fewer than ${FEWEST_DOCUMENTS} distinct documents have 50 words.`,
      };
    const quantity = estimated(any, 'share', 'logit');
    return {
      outcome: 'informative',
      quantity,
      reason: `${percent(quantity.value)} of the documents break a rule${between(quantity.interval, percent)}: ${percent(value.anyGopher?.value ?? 0)} one of Gopher against repetition, ${percent(value.anyFineweb?.value ?? 0)} one of FineWeb about lines${commonestOf(value)}.`,
      evidence: worst.map(({ id, quote, copies }) => ({ quote, count: copies, documents: [id] })),
      details: {
        anyGopher: shareDetails(value.anyGopher),
        anyFineweb: shareDetails(value.anyFineweb),
        rules: Object.fromEntries(
          value.rules.map(({ filter, rule, share }) => [`${filter}/${rule}`, shareDetails(share)]),
        ),
        worst: worst.map(({ id, rules }) => ({ id, rules })),
      },
    };
  },
};

function shareDetails(share: Replicated | null): Json {
  return estimatedDetail(share, 'share', 'logit');
}

function commonestOf({ rules }: DocumentRulesValue): string {
  const [commonest] = rules.toSorted((a, b) => (b.share?.value ?? 0) - (a.share?.value ?? 0));
  const share = commonest?.share?.value ?? 0;
  return commonest === undefined || share === 0
    ? ''
    : `; most often ${commonest.filter}/${commonest.rule} (${percent(share)} of those to which it applies)`;
}
