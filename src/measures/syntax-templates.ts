import { excerptOf } from '../sketches/document-sample.ts';
import type { TaggedText } from '../text/parts-of-speech.ts';
import { createTagger } from '../text/parts-of-speech.ts';
import { createTokenizer } from '../text/tokenizer.ts';
import type { Tokenizer } from '../text/tokens.ts';
import type { Replicated } from './measure.ts';
import { sampleMeasure } from './measure.ts';
import { replicatedRatio } from './replication.ts';
import type { SampledCorpus, SampledDocument } from './sampled-corpus.ts';
import type { SyntaxTemplate } from './tag-sequences.ts';
import { commonTagSequences } from './tag-sequences.ts';

/** How often English documents use the same sequences of parts of speech. */
export interface SyntaxTemplatesValue {
  /** Tags of a sequence. */
  readonly n: number;
  /** Words at the beginning of each document that are tagged; shorter documents are taken whole. */
  readonly windowWords: number;
  /** Texts whose language was looked at, and those of them that are English. */
  readonly texts: number;
  readonly englishTexts: number;
  /** Null below 20 English texts, for the reason given. */
  readonly found: FoundTemplates | null;
  readonly absence: string | null;
}

export interface FoundTemplates {
  /** English texts that were tagged, at most 1,000. */
  readonly tagged: number;
  /** The sequences that count as templates: the 100 that most texts have, of those that at least two have. */
  readonly templates: number;
  /**
   * Share of the tagged texts that have at least one template. It grows with the length of texts and falls with
   * their number. The replicates keep the templates of the whole, so their spread is a little too small.
   */
  readonly rate: Replicated;
  /** Places at which a template begins, for each token. */
  readonly perToken: Replicated;
  /** The most widespread, at most ten, with the words of the first text that has each. */
  readonly commonest: readonly SyntaxTemplate[];
}

const N = 6;
const WINDOW_WORDS = 100;
const MOST_TEXTS = 1_000;
const FEWEST_TEXTS = 20;
const MOST_TEMPLATES = 100;
/** UTF-16 units that a window may have for each of its words. */
const UNITS_A_WORD = 24;

export const syntaxTemplates = sampleMeasure({
  kind: 'sample',
  id: 'syntax-templates',
  version: 1,
  ofLongTexts: true,
  explanation: {
    measures: 'How often English documents use the same sequences of parts of speech.',
    formula:
      'Templates are the 100 sequences of six tags that most texts have, of those that at least two have. Rate = texts with a template / tagged texts; and places where one begins / tokens. First 100 words of at most 1,000 texts. Interval: a jackknife over 32 groups of documents.',
    reading: 'Web text has a template at 3 % of the tokens, statements of one institution at 20 %.',
    moves: 'The number of texts: the fewer, the higher. Lists, names and code mislead the tagger.',
    silence: 'Below 20 English texts, and where a profile holds no text.',
    source:
      'Shaib et al. 2024, Detection and Measurement of Syntactic Templates in Generated Text, EMNLP 2024.',
  },
  snapshot(corpus): SyntaxTemplatesValue {
    const languages = corpus.languages();
    const english = corpus.documents.filter((_, index) => languages[index] === 'en');
    const head = {
      n: N,
      windowWords: WINDOW_WORDS,
      texts: languages.length,
      englishTexts: english.length,
    };
    if (english.length < FEWEST_TEXTS)
      return { ...head, found: null, absence: `Fewer than ${FEWEST_TEXTS} sampled texts are in English.` };
    const found = templatesOf(corpus, english.slice(0, MOST_TEXTS));
    return { ...head, found, absence: found === null ? 'No sampled text has a word that was tagged.' : null };
  },
});

function templatesOf(corpus: SampledCorpus, documents: readonly SampledDocument[]): FoundTemplates | null {
  const tagger = createTagger();
  const tokenizer = createTokenizer();
  const texts = documents.map((document): TaggedText => tagger.tag(windowOf(document, tokenizer)));
  const { templates, occurrences } = commonTagSequences(texts, N, MOST_TEMPLATES);
  const tagged = new Map(
    documents.map((document, index) => [
      document,
      { tokens: texts[index]?.tags.length ?? 0, occurrences: occurrences[index] ?? 0 },
    ]),
  );
  const english = { ...corpus, documents };
  const rate = replicatedRatio(english, (document) => ({
    part: (tagged.get(document)?.occurrences ?? 0) > 0 ? 1 : 0,
    whole: 1,
  }));
  const perToken = replicatedRatio(english, (document) => ({
    part: tagged.get(document)?.occurrences ?? 0,
    whole: tagged.get(document)?.tokens ?? 0,
  }));
  if (rate === null || perToken === null) return null;
  const idOf = (index: number): string => documents[index]?.entry.text.id ?? '';
  const commonest = templates
    .slice(0, 10)
    .map(({ holders, ...template }) => ({ ...template, documents: holders.slice(0, 10).map(idOf) }));
  return { tagged: documents.length, templates: templates.length, rate, perToken, commonest };
}

function windowOf({ entry }: SampledDocument, tokenizer: Tokenizer): string {
  const text = excerptOf(entry.text);
  const { ends, count } = tokenizer.tokenize(text, WINDOW_WORDS);
  return text.slice(0, Math.min(ends[count - 1] ?? 0, WINDOW_WORDS * UNITS_A_WORD));
}
