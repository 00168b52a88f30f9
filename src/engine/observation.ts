import type { Document } from '../document.ts';
import type { CountMeasure, DocumentView, Measure } from '../measures/measure.ts';
import { LONGEST_NGRAM } from '../measures/ngram-diversity.ts';
import { MEASURES } from '../measures/registry.ts';
import type { ProblemCode } from '../problem.ts';
import { EXCERPT_FIELD_UNITS, EXCERPT_UNITS_A_WORD } from '../profile/plan.ts';
import type { Profile } from '../profile/profile.ts';
import { NO_BYTES, offerDocument } from '../sketches/document-sample.ts';
import { offerSignature } from '../sketches/text-signatures.ts';
import { createContentHasher } from '../text/content.ts';
import { createNgramSelector } from '../text/ngrams.ts';
import { createShingler } from '../text/shingles.ts';
import { createTokenizer } from '../text/tokenizer.ts';
import type { Tokens } from '../text/tokens.ts';

type AnyCount = CountMeasure<string, string, string, unknown>;

const COUNT_MEASURES: readonly AnyCount[] = Object.values<Measure>(MEASURES).flatMap((measure) =>
  measure.kind === 'count' ? [measure] : [],
);

/** Ordinals tell a document from the one before it, so they may start again. */
const LAST_ORDINAL = 0xffffffff;

/** Counts documents into a profile, one at a time. */
export interface Observer {
  /** Gives the problems that the measures met in it, which their own values count. */
  observe(document: Document): readonly ProblemCode[];
}

/** An observer that fills the given profile, which must have seen nothing yet. */
export function createObserver(profile: Profile): Observer {
  const { spec } = profile.sample;
  const contents = createContentHasher();
  const tokenizer = createTokenizer();
  const shingler = createShingler();
  const ngrams = createNgramSelector(LONGEST_NGRAM);
  const states = COUNT_MEASURES.map((measure) => {
    const state = profile.counts.get(measure.id);
    if (state === undefined) throw new Error(`the profile has no counts of ${measure.id}`);
    return { measure, state };
  });
  let ordinal = 0;
  const nextOrdinal = (): number => {
    ordinal = ordinal === LAST_ORDINAL ? 1 : ordinal + 1;
    return ordinal;
  };
  return {
    observe(document) {
      const content = contents.hash(document.text);
      const tokens = tokenizer.tokenize(document.text);
      const view: DocumentView = {
        ordinal: nextOrdinal(),
        tokens,
        ngrams,
        bytes: content.textBytes,
        contentHigh: content.high,
        contentLow: content.low,
        id: document.id ?? '',
        source: document.source ?? '',
        date: document.date ?? '',
        label: document.label ?? '',
      };
      const problems: ProblemCode[] = [];
      for (const { measure, state } of states) {
        measure.fill(view, state);
        const flaw = measure.flawOf?.(view, state) ?? null;
        if (flaw !== null) problems.push(flaw);
      }
      const key = content.hex.slice(0, 16);
      // Texts without words are no near copies of anything, so they are spread by their content.
      const rank = shingler.smallest(tokens)?.low ?? content.low;
      offerSignature(profile.signatures, { hash: key, rank }, (shingles) => {
        const { hashes, complete } = shingler.collect(shingles);
        return {
          id: shortened(document.id ?? key),
          source: shortened(view.source),
          date: shortened(view.date),
          shingles: hashes,
          complete,
          words: tokens.count,
        };
      });
      offerDocument(profile.sample, { hash: key, high: content.high, low: content.low }, (words) => ({
        id: shortened(document.id ?? key),
        source: shortened(view.source),
        date: shortened(view.date),
        label: shortened(view.label),
        ...excerptBytes(document.text, endOfWords(tokens, spec.shortWords), endOfWords(tokens, words)),
        words: tokens.count,
      }));
      return problems;
    },
  };
}

/**
 * UTF-16 offset at which an excerpt of so many words ends, as far as the words are not monstrous: with the last of
 * them, or where there are no more, with the punctuation behind it, which tells what the last line ends in.
 */
function endOfWords({ text, ends, count }: Tokens, words: number): number {
  const reach = words * EXCERPT_UNITS_A_WORD;
  let last = Math.min(words, count) - 1;
  while (last >= 0 && (ends[last] as number) > reach) last -= 1;
  const end = ends[last] ?? 0;
  return last >= 0 && last === count - 1 ? end + text.slice(end, reach).trimEnd().length : end;
}

/** Bytes of their own, which do not keep the whole text in memory. */
function excerptBytes(
  text: string,
  shortEnd: number,
  end: number,
): { readonly beginning: Uint8Array; readonly rest: Uint8Array } {
  const encoder = new TextEncoder();
  return {
    beginning: encoder.encode(text.slice(0, shortEnd)),
    rest: end > shortEnd ? encoder.encode(text.slice(shortEnd, end)) : NO_BYTES,
  };
}

function shortened(field: string): string {
  return field.length <= EXCERPT_FIELD_UNITS ? field : detached(field.slice(0, EXCERPT_FIELD_UNITS));
}

/** A copy that does not keep the whole text in memory. */
function detached(text: string): string {
  return Buffer.from(text).toString();
}
