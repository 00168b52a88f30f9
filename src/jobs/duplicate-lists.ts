import type { PlacedDocument } from '../engine/documents.ts';
import { readPlacedDocuments } from '../engine/documents.ts';
import type { ReadPlan } from '../engine/engine.ts';
import { inSteps } from '../engine/in-steps.ts';
import { isProfileFile } from '../engine/profile-file.ts';
import { CorpusError } from '../errors.ts';
import type { DuplicateGraph } from '../measures/duplicate-graph.ts';
import { isInner, NEAR } from '../measures/duplicate-graph.ts';
import { createTemplateMatcher } from '../measures/template-matcher.ts';
import type { TemplatesValue } from '../measures/templates.ts';
import type { TextSignature } from '../sketches/text-signatures.ts';
import { holdsAllTexts } from '../sketches/text-signatures.ts';
import { createContentHasher } from '../text/content.ts';
import { createTokenizer } from '../text/tokenizer.ts';

/** A line of `--documents`. */
export interface DocumentLine {
  readonly id: string;
  readonly uri: string;
  readonly line: number | null;
  readonly source: string | null;
  readonly tokens: number;
  /** The id of the first document of its cluster of copies and near copies, null for that one itself. */
  readonly duplicateOf: string | null;
  /** The number of its template in the report, null where it has none of those that the sample shows. */
  readonly template: number | null;
}

/** A line of `--pairs`. */
export interface PairLine {
  readonly a: string;
  readonly b: string;
  /** `contained`: less alike than near copies, but one holds at least 80 % of the other. */
  readonly kind: 'exact' | 'near' | 'contained';
  /** The Jaccard similarity of the sets of three words in a row. */
  readonly similarity: number;
  /** The share of the smaller text that is in the larger. */
  readonly containment: number;
  /** The text that the other one holds, where the pair is `contained`, and null otherwise. */
  readonly inner: 'a' | 'b' | null;
  readonly places: { readonly a: PlaceOfText; readonly b: PlaceOfText };
}

interface PlaceOfText {
  readonly uri: string;
  readonly line: number | null;
}

/** What is known of the first document of a text or cluster. */
interface First extends PlaceOfText {
  readonly id: string;
  /** Documents before it. */
  readonly ordinal: number;
}

/** What an audit found of copies, near copies and templates. */
export interface FoundDuplicates {
  readonly graph: DuplicateGraph;
  readonly templates: Pick<TemplatesValue, 'numbers' | 'frames'>;
}

export interface ListOptions {
  readonly signal: AbortSignal;
  /** Told what a user should know about the list, one sentence each. */
  readonly onNote?: ((note: string) => void) | undefined;
}

const SOME_TEXTS = 'Not all texts could be compared with each other';
const SOME_PAIRS = 'Pairs of texts that have very common passages were not all looked at';

const ID_DIGITS = 16;
/** Texts or pairs that are looked at before a step ends. */
const STEP = 2 ** 16;
/** Texts of which the first document is remembered: some 200 MB. */
const MOST_FIRSTS = 2 ** 20;

/** Throws a `CorpusError` where an input cannot be read a second time, as the lists of documents and pairs need. */
export async function refuseReadOnce(option: string, inputs: readonly string[]): Promise<void> {
  for (const input of inputs) {
    if (input === '-')
      throw new CorpusError({
        code: 'OPTION_INVALID',
        option,
        value: 'the list of standard input',
        expected: 'inputs that can be read twice, such as files and folders',
      });
    if (await isProfileFile(input)) throw new CorpusError({ code: 'INPUT_IS_PROFILE', input });
  }
}

/** Reads the inputs of an audit again and gives a line for each document, in input order. */
export async function* documentLines(
  plan: ReadPlan,
  { graph, templates }: FoundDuplicates,
  options: ListOptions,
): AsyncGenerator<DocumentLine> {
  const known = await inSteps(textsOf(graph), options.signal);
  const firsts = rememberFirsts(known, options);
  const tokenizer = createTokenizer();
  const matcher = createTemplateMatcher(templates.frames);
  if (!holdsAllTexts(graph.signatures))
    options.onNote?.(
      `${SOME_TEXTS} (${graph.texts.length} were): duplicateOf is null for near copies among the others.`,
    );
  if (!graph.pairs.complete) options.onNote?.(`${SOME_PAIRS}: duplicateOf may be null for near copies.`);
  for await (const { document, key, place } of keyedDocuments(plan, options)) {
    const id = document.id ?? key;
    const first = firsts.meet(known.clusterOf(key), { id, ...place });
    const tokens = tokenizer.tokenize(document.text);
    yield {
      id,
      uri: place.uri,
      line: place.line,
      source: document.source ?? null,
      tokens: tokens.count,
      duplicateOf: first?.id ?? null,
      template: templates.numbers.get(key) ?? matcher.numberOf(tokens),
    };
  }
}

/**
 * Reads the inputs of an audit again and gives a line for each copy with the first document of its text, in input
 * order, then one for each verified pair of texts, by the first documents that have them.
 */
export async function* pairLines(
  plan: ReadPlan,
  { graph }: Pick<FoundDuplicates, 'graph'>,
  options: ListOptions,
): AsyncGenerator<PairLine> {
  const firsts = rememberFirsts(await inSteps(textsOf(graph), options.signal), options);
  for await (const { document, key, place } of keyedDocuments(plan, options)) {
    const second: First = { id: document.id ?? key, ...place };
    const first = firsts.meet(key, second);
    if (first !== null)
      yield pairLine(first, second, { kind: 'exact', similarity: 1, containment: 1, inner: null });
  }
  if (!holdsAllTexts(graph.signatures))
    options.onNote?.(`${SOME_TEXTS} (${graph.texts.length} were): the pairs are those found among them.`);
  if (!graph.pairs.complete) options.onNote?.(`${SOME_PAIRS}: some may be missing from the list of pairs.`);
  const byLater = await inSteps(pairsByLater(graph, firsts), options.signal);
  for (const pairs of byLater) {
    const inOrder = pairs.toSorted((one, other) => one.a.ordinal - other.a.ordinal);
    for (const { a, b, facts } of inOrder) yield pairLine(a, b, facts);
  }
}

/** A verified pair of texts, as the first documents that have them. */
interface PlacedPair {
  readonly a: First;
  readonly b: First;
  readonly facts: Pick<PairLine, 'kind' | 'similarity' | 'containment' | 'inner'>;
}

/** Pairs by the later one of their documents, in input order. */
function* pairsByLater(
  graph: DuplicateGraph,
  firsts: Firsts,
): Generator<void, Iterable<readonly PlacedPair[]>> {
  const byLater = new Map<First, PlacedPair[]>();
  for (const index of graph.pairs.first.keys()) {
    if (index % STEP === STEP - 1) yield;
    const pair = placedPair(graph, index, firsts);
    if (pair === null) continue;
    const known = byLater.get(pair.b);
    if (known === undefined) byLater.set(pair.b, [pair]);
    else known.push(pair);
  }
  yield;
  return [...byLater].toSorted(([a], [b]) => a.ordinal - b.ordinal).map(([, own]) => own);
}

/** Null where a document of it is not known. */
function placedPair({ texts, pairs }: DuplicateGraph, index: number, firsts: Firsts): PlacedPair | null {
  const [one, other] = [pairs.first, pairs.second].map((ends) =>
    placedText(texts[ends[index] ?? -1], firsts),
  );
  if (!one || !other) return null;
  const [a, b] = one.place.ordinal < other.place.ordinal ? [one, other] : [other, one];
  const similarity = pairs.similarity[index] ?? 0;
  const kind: PairLine['kind'] = similarity < NEAR.similarity ? 'contained' : 'near';
  const facts = { kind, similarity, containment: pairs.containment[index] ?? 0, inner: innerOf(kind, a, b) };
  return { a: a.place, b: b.place, facts };
}

interface PlacedText {
  readonly text: TextSignature;
  readonly place: First;
}

function placedText(text: TextSignature | undefined, firsts: Firsts): PlacedText | null {
  const place = firsts.of(text?.hash ?? '');
  return text === undefined || place === undefined ? null : { text, place };
}

function innerOf(kind: PairLine['kind'], a: PlacedText, b: PlacedText): PairLine['inner'] {
  if (kind !== 'contained') return null;
  return isInner(a.text, b.text) ? 'a' : 'b';
}

function pairLine(
  a: First,
  b: First,
  facts: Pick<PairLine, 'kind' | 'similarity' | 'containment' | 'inner'>,
): PairLine {
  const places = { a: { uri: a.uri, line: a.line }, b: { uri: b.uri, line: b.line } };
  return { a: a.id, b: b.id, ...facts, places };
}

async function* keyedDocuments(
  plan: ReadPlan,
  { signal }: ListOptions,
): AsyncGenerator<
  Pick<PlacedDocument, 'document'> & {
    readonly key: string;
    readonly place: PlaceOfText & { readonly ordinal: number };
  }
> {
  const contents = createContentHasher();
  let ordinal = 0;
  for await (const { document, uri, line } of readPlacedDocuments(plan, { signal })) {
    const key = contents.hash(document.text).hex.slice(0, ID_DIGITS);
    yield { document, key, place: { uri, line, ordinal } };
    ordinal += 1;
  }
}

interface KnownTexts {
  /** The text of smallest content hash in the cluster of a text: itself where nothing is known of it. */
  readonly clusterOf: (key: string) => string;
  /** Whether no other document can have the text or a near copy of it. */
  readonly isAlone: (key: string) => boolean;
}

function* textsOf({
  texts,
  representatives,
  pairs,
  signatures,
}: DuplicateGraph): Generator<void, KnownTexts> {
  const clusters = new Map<string, string>();
  const paired = new Uint8Array(texts.length);
  for (const ends of [pairs.first, pairs.second]) for (const text of ends) paired[text] = 1;
  yield;
  const single = new Set<string>();
  for (const [index, { hash, count }] of texts.entries()) {
    const root = representatives[index] ?? index;
    if (root !== index) clusters.set(hash, texts[root]?.hash ?? hash);
    if (count === 1 && paired[index] === 0) single.add(hash);
    if (index % STEP === STEP - 1) yield;
  }
  const complete = holdsAllTexts(signatures);
  return {
    clusterOf: (key) => clusters.get(key) ?? key,
    isAlone: (key) => complete && single.has(key),
  };
}

interface Firsts {
  /** The first document with the key before this one, null where this is the first. */
  readonly meet: (key: string, document: First) => First | null;
  readonly of: (key: string) => First | undefined;
}

/** Remembers the first document of each key that may come again, as far as the memory for it goes. */
function rememberFirsts({ isAlone }: KnownTexts, { onNote }: ListOptions): Firsts {
  const firsts = new Map<string, First>();
  let isFull = false;
  return {
    meet(key, document) {
      const first = firsts.get(key);
      if (first !== undefined) return first;
      if (isAlone(key)) return null;
      if (firsts.size < MOST_FIRSTS) {
        firsts.set(key, document);
        return null;
      }
      if (!isFull) onNote?.(`Copies of texts that come after ${MOST_FIRSTS} others are not listed.`);
      isFull = true;
      return null;
    },
    of: (key) => firsts.get(key),
  };
}
