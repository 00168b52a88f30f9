import { excerptOf } from '../sketches/document-sample.ts';
import type { FinewebQuality, FinewebRule } from '../statistics/fineweb-quality.ts';
import { brokenFinewebRules, FINEWEB_RULES, finewebQuality } from '../statistics/fineweb-quality.ts';
import type { GopherRepetition, GopherRule } from '../statistics/gopher-repetition.ts';
import { brokenGopherRules, GOPHER_RULES, gopherRepetition } from '../statistics/gopher-repetition.ts';
import type { WordSpans } from '../statistics/word-spans.ts';
import type { Tokenizer } from '../text/tokens.ts';
import type { SampledDocument } from './sampled-corpus.ts';

export type FilterSet = 'gopher' | 'fineweb';

/** Whether a document breaks a rule that applies to it. */
export interface RuleJudgement {
  readonly filter: FilterSet;
  readonly rule: GopherRule | FinewebRule;
  readonly broken: boolean;
}

/** Words at the beginning of a document that are looked at, so that long documents are judged by as much as others. */
const WINDOW = 500;
/**
 * Both filters stood beside one that drops documents of fewer than 50 words, and there the rules would mean little:
 * in 16 words, any three are 18 % of the text.
 */
const FEWEST_WORDS = 50;

/** What needs whole lines, of which the last of a cut document is none. */
const LINE_RULES: ReadonlySet<GopherRule> = new Set<GopherRule>([
  'duplicate-paragraphs',
  'duplicate-paragraph-characters',
  'duplicate-lines',
  'duplicate-line-characters',
]);
const NO_WORDS: WordSpans = { count: 0, starts: new Uint32Array(0), ends: new Uint32Array(0) };
const FAULTLESS = { punctuatedLines: 1, shortLines: 0, duplicateLineCharacters: 0 };

/**
 * What the repetition rules of Gopher and the line rules of FineWeb say of the first 500 words of a document, in the
 * order in which the filters try them: none of them applies to fewer than 50 words. Of a longer document, rules about
 * lines look at the lines before the one in which the window ends, and do not apply if there is none.
 */
export function judgedByRules(document: SampledDocument, tokenizer: Tokenizer): RuleJudgement[] {
  if (document.high.length < FEWEST_WORDS) return [];
  const beginning = beginningOf(document, tokenizer);
  return [...judgedByGopher(beginning), ...judgedByFineweb(beginning)];
}

interface Beginning {
  readonly text: string;
  readonly words: WordSpans;
  /** The whole lines of the text: itself where nothing was cut off. */
  readonly lines: string;
}

function beginningOf({ entry }: SampledDocument, tokenizer: Tokenizer): Beginning {
  const excerpt = excerptOf(entry.text);
  const words = tokenizer.tokenize(excerpt, WINDOW);
  const { count, ends } = words;
  if (count === entry.text.words) return { text: excerpt, words, lines: excerpt };
  const text = excerpt.slice(0, ends[count - 1]);
  return { text, words, lines: text.slice(0, text.lastIndexOf('\n') + 1) };
}

function judgedByGopher({ text, words, lines }: Beginning): RuleJudgement[] {
  const ofWords = gopherRepetition(text, words);
  const ofLines = lines === text ? ofWords : gopherRepetition(lines, NO_WORDS);
  const repetition: GopherRepetition = new Map(
    GOPHER_RULES.flatMap((rule) => {
      const share = (LINE_RULES.has(rule) ? ofLines : ofWords).get(rule);
      return share === undefined ? [] : [[rule, share]];
    }),
  );
  const broken = new Set(brokenGopherRules(repetition));
  return [...repetition.keys()].map((rule) => ({ filter: 'gopher', rule, broken: broken.has(rule) }));
}

function judgedByFineweb({ text, words, lines }: Beginning): RuleJudgement[] {
  const ofText = finewebQuality(text, words.count);
  const ofLines = lines === text ? ofText : finewebQuality(lines, 0);
  const lineBreaksPerWord = ofText?.lineBreaksPerWord ?? null;
  const quality: FinewebQuality = { ...(ofLines ?? FAULTLESS), lineBreaksPerWord };
  const broken = new Set(brokenFinewebRules(quality));
  return FINEWEB_RULES.filter((rule) => rule === 'line-breaks' || ofLines !== null).map((rule) => ({
    filter: 'fineweb',
    rule,
    broken: broken.has(rule),
  }));
}
