import type { NgramIncidence } from './ngram-incidence.ts';
import type { SampledDocument } from './sampled-corpus.ts';
import { quoteOf } from './sampled-corpus.ts';

/** Words that several documents have in common, as the first of them writes them. */
export interface SharedPhrase {
  /** Empty where the sample holds no text. */
  readonly quote: string;
  /** Sampled texts that hold it. */
  readonly texts: number;
  /** Ids of at most ten of them. */
  readonly documents: readonly string[];
}

const MOST = 10;
const FEWEST_TEXTS = 3;
/** A phrase grows over neighbouring n-grams that at least this share of its documents have. */
const KEEPS = 0.6;
const QUOTE_LIMIT = 200;

/** The n-grams of widest spread, each grown to the run of words around it that spreads nearly as wide. */
export function sharedPhrases(
  documents: readonly SampledDocument[],
  incidence: NgramIncidence,
): readonly SharedPhrase[] {
  const covered = new Set<number>();
  const phrases: SharedPhrase[] = [];
  for (const gram of widest(incidence)) {
    if (phrases.length === MOST) break;
    if (covered.has(gram)) continue;
    const holders = holdersOf(documents.length, incidence, gram);
    phrases.push(phraseAround(documents, incidence, { gram, holders, covered }));
  }
  return phrases;
}

/** Candidates: enough of them that covered ones can be passed over. */
function widest({ frequencies }: NgramIncidence): readonly number[] {
  const candidates: number[] = [];
  for (const [gram, texts] of frequencies.entries()) if (texts >= FEWEST_TEXTS) candidates.push(gram);
  return candidates.toSorted((a, b) => (frequencies[b] as number) - (frequencies[a] as number) || a - b);
}

function holdersOf(documents: number, incidence: NgramIncidence, gram: number): readonly number[] {
  const holders: number[] = [];
  for (let document = 0; document < documents; document++)
    if (incidence.gramsOf(document).includes(gram)) holders.push(document);
  return holders;
}

function phraseAround(
  documents: readonly SampledDocument[],
  incidence: NgramIncidence,
  seed: { readonly gram: number; readonly holders: readonly number[]; readonly covered: Set<number> },
): SharedPhrase {
  const first = seed.holders[0] as number;
  const grams = incidence.gramsOf(first);
  const places = incidence.placesOf(first);
  const least = KEEPS * (incidence.frequencies[seed.gram] as number);
  const keeps = (index: number, beside: number): boolean =>
    Math.abs((places[index] as number) - (places[beside] as number)) === 1 &&
    (incidence.frequencies[grams[index] as number] as number) >= least;
  let from = grams.indexOf(seed.gram);
  let to = from;
  while (from > 0 && keeps(from - 1, from)) from -= 1;
  while (to < grams.length - 1 && keeps(to + 1, to)) to += 1;
  for (let index = from; index <= to; index++) seed.covered.add(grams[index] as number);
  const document = documents[first] as SampledDocument;
  const last = (places[to] as number) + incidence.n - 1;
  return {
    quote: quoteOf(document, places[from] as number, last).slice(0, QUOTE_LIMIT),
    texts: seed.holders.length,
    documents: seed.holders
      .slice(0, MOST)
      .map((holder) => (documents[holder] as SampledDocument).entry.text.id),
  };
}
