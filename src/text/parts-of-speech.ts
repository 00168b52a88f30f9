import type englishModel from 'wink-eng-lite-web-model';
import type winkNLP from 'wink-nlp';
import type { ItsFunction, PartOfSpeech } from 'wink-nlp';
import { loadPackage } from './deferred-package.ts';

/** The tokens of a text in order, and the universal part of speech of each: `NOUN`, `PUNCT`, … */
export interface TaggedText {
  readonly tags: readonly string[];
  readonly tokens: readonly string[];
}

export interface Tagger {
  /** Tags English text. White space is no token. */
  tag(text: string): TaggedText;
}

interface Accessors {
  readonly pos: ItsFunction<PartOfSpeech>;
  readonly value: ItsFunction<string>;
}

/** Longer runs without white space would take the tagger minutes. */
const LONGEST_RUN = /\S{1000}/gu;

let loaded: ReturnType<typeof winkNLP> | undefined;

/**
 * Makes a tagger: `wink-nlp` with its small English model, which takes about a quarter of a second to load.
 * It is loaded once for all taggers, because each loading doubles a part of the model and the thirteenth or so fails.
 * It remembers every word it has seen, so it is for some hundred thousand words of a corpus.
 */
export function createTagger(): Tagger {
  loaded ??= loadPipeline();
  const pipeline = loaded;
  const its: Accessors = pipeline.its;
  return {
    tag(text) {
      const found = pipeline.readDoc(text.replace(LONGEST_RUN, '$& ')).tokens();
      const tags: readonly string[] = found.out(its.pos);
      const tokens = found.out(its.value);
      const kept = tags.flatMap((tag, index) => (tag === 'SPACE' ? [] : [index]));
      return {
        tags: kept.map((index) => tags[index] ?? ''),
        tokens: kept.map((index) => tokens[index] ?? ''),
      };
    },
  };
}

function loadPipeline(): ReturnType<typeof winkNLP> {
  const createPipeline = loadPackage('wink-nlp') as typeof winkNLP;
  const model = loadPackage('wink-eng-lite-web-model') as typeof englishModel;
  return createPipeline(model, ['pos']);
}
