import type { Aligner } from '../statistics/common-subsequence.ts';
import { createAligner } from '../statistics/common-subsequence.ts';
import type { TemplateCandidates } from './template-candidates.ts';
import { createCandidates } from './template-candidates.ts';
import type { AlignedText } from './template-evidence.ts';
import { beyondChance, slotsOf } from './template-evidence.ts';
import { hasFrame } from './template-rules.ts';
import type { TemplateWords } from './template-words.ts';

/** Documents that share a frame of words in one order, with other words between them. */
export interface TemplateCluster {
  /** The document that the frame was read from, which is one of them, and the places of the frame's words in it. */
  readonly reference: number;
  readonly places: readonly number[];
  /** Whether other words stand before each word of the frame, and at the end of the documents. */
  readonly slots: readonly boolean[];
  /** The documents in order, each with the share of the frame's words that it has in their order. */
  readonly members: readonly TemplateMember[];
}

interface TemplateMember {
  readonly document: number;
  readonly similarity: number;
}

const FEWEST_MEMBERS = 3;
const FEWEST_FRAME_WORDS = 5;
/** Words that two documents must have in common in one order, beyond those in reversed order. */
const PAIR_EXCESS = 4;
/** Share of its partners that must have a word of a document for the draft of a frame, and for the frame itself. */
const DRAFT_SHARE = 0.6;
const FRAME_SHARE = 0.8;
/** Share of the words of a document, on average, that the frame must make up. */
const FEWEST_COVERED = 0.1;
/** Documents that a frame is read from; it then gathers all that have it. */
const MOST_READ = 256;
/** Documents from which a frame is sought in vain, and alignments in all, so that the time is bounded. */
const MOST_VAIN = 4_000;
const MOST_ALIGNMENTS = 200_000;

interface Search {
  readonly windows: readonly Uint32Array[];
  readonly aligner: Aligner;
  readonly candidates: TemplateCandidates;
  vain: number;
  alignments: number;
}

/**
 * Finds templates, the largest first. Each document in turn is compared with those likeliest to be like it, and what
 * they have in common beyond chance gathers all documents that have it. A document is in one cluster at most.
 */
export function templateClusters(words: TemplateWords): readonly TemplateCluster[] {
  const { windows, typeCount } = words;
  const isTaken = new Uint8Array(windows.length);
  const candidates = createCandidates(words, (document) => isTaken[document] === 0);
  const search: Search = { windows, aligner: createAligner(typeCount), candidates, vain: 0, alignments: 0 };
  const clusters: TemplateCluster[] = [];
  for (const document of windows.keys()) {
    if (search.vain >= MOST_VAIN || search.alignments >= MOST_ALIGNMENTS) break;
    candidates.advance(document);
    if (isTaken[document] === 1) continue;
    const cluster = clusterAround(search, document);
    if (cluster === null) search.vain += 1;
    for (const member of cluster?.members ?? []) isTaken[member.document] = 1;
    if (cluster !== null) clusters.push(cluster);
  }
  return clusters.toSorted((a, b) => b.members.length - a.members.length || a.reference - b.reference);
}

function clusterAround(search: Search, document: number): TemplateCluster | null {
  const { length } = windowOf(search, document);
  if (length < FEWEST_FRAME_WORDS) return null;
  const partners = alikeOf(search, document, search.candidates.likeliest(document));
  if (partners.length + 1 < FEWEST_MEMBERS) return null;
  const all = Array.from({ length }, (_, place) => place);
  const draft = frameOf(search, document, { places: all, among: partners, share: DRAFT_SHARE });
  if (draft === null) return null;
  const having = search.candidates.having(document, draft);
  const read = matching(search, wordsAt(search, document, draft), having.slice(0, MOST_READ));
  if (read.length < FEWEST_MEMBERS) return null;
  const among = documentsOf(read);
  const places = frameOf(search, document, { places: draft, among, share: FRAME_SHARE });
  return places === null ? null : settled(search, document, { places, among: having });
}

/** All documents that have a frame, and what most of them have of it. */
function settled(
  search: Search,
  document: number,
  first: { readonly places: readonly number[]; readonly among: readonly number[] },
): TemplateCluster | null {
  const gathered = documentsOf(matching(search, wordsAt(search, document, first.places), first.among));
  const among = gathered.slice(0, MOST_READ);
  const places = frameOf(search, document, { places: first.places, among, share: FRAME_SHARE });
  if (places === null) return null;
  const frame = wordsAt(search, document, places);
  const members = matching(search, frame, gathered);
  if (members.length < FEWEST_MEMBERS || !members.some((member) => member.document === document)) return null;
  const aligned = alignments(search, frame, documentsOf(members.slice(0, MOST_READ)));
  return { reference: document, places, slots: slotsOf(frame.length, aligned), members };
}

function documentsOf(members: readonly TemplateMember[]): readonly number[] {
  return members.map(({ document }) => document);
}

function windowOf({ windows }: Search, document: number): Uint32Array {
  return windows[document] as Uint32Array;
}

function wordsAt(search: Search, document: number, places: readonly number[]): Uint32Array {
  const window = windowOf(search, document);
  return Uint32Array.from(places, (place) => window[place] as number);
}

/** Those partners that have many words in common with a document in one order, and nearly as many as the likest. */
function alikeOf(search: Search, document: number, partners: readonly number[]): readonly number[] {
  const { aligner } = search;
  aligner.setReference(windowOf(search, document));
  search.alignments += 2 * partners.length;
  const found = partners
    .map((partner) => {
      const window = windowOf(search, partner);
      return { partner, excess: aligner.commonLength(window) - aligner.reversedLength(window) };
    })
    .filter(({ excess }) => excess >= PAIR_EXCESS);
  const most = found.reduce((greatest, { excess }) => Math.max(greatest, excess), 0);
  return found.filter(({ excess }) => excess * 2 >= most).map(({ partner }) => partner);
}

/**
 * Those of some places of a document whose words most of the others have in their order, and not by chance.
 * Null where they are too few, or too small a part of the documents.
 */
function frameOf(
  search: Search,
  document: number,
  draft: { readonly places: readonly number[]; readonly among: readonly number[]; readonly share: number },
): readonly number[] | null {
  const { places, among, share } = draft;
  const votes = votesOf(alignments(search, wordsAt(search, document, places), among), places.length);
  const voted = places.filter((_, index) => (votes[index] as number) >= share * among.length);
  if (!isEnough(search, voted, among)) return null;
  const words = wordsAt(search, document, voted);
  const kept = beyondChance(words, alignments(search, words, among));
  const frame = kept.map((index) => voted[index] as number);
  return isEnough(search, frame, among) ? frame : null;
}

/** How many texts have each word of a frame. */
function votesOf(texts: readonly AlignedText[], words: number): Uint32Array {
  const votes = new Uint32Array(words);
  for (const { common } of texts)
    for (const index of common.inReference) votes[index] = (votes[index] as number) + 1;
  return votes;
}

function isEnough(search: Search, frame: readonly number[], among: readonly number[]): boolean {
  if (among.length === 0) return false;
  const words = among.reduce((sum, other) => sum + windowOf(search, other).length, 0);
  return frame.length >= Math.max(FEWEST_FRAME_WORDS, (FEWEST_COVERED * words) / among.length);
}

function alignments(
  search: Search,
  frame: Uint32Array,
  documents: readonly number[],
): readonly AlignedText[] {
  search.aligner.setReference(frame);
  search.alignments += documents.length;
  return documents.map((document) => {
    const window = windowOf(search, document);
    return { window, common: search.aligner.commonPlaces(window) };
  });
}

/** The documents that have most words of a frame in their order, and not as many in reversed order. */
function matching(
  search: Search,
  frame: Uint32Array,
  documents: readonly number[],
): readonly TemplateMember[] {
  const { aligner } = search;
  aligner.setReference(frame);
  const members: TemplateMember[] = [];
  search.alignments += 2 * documents.length;
  for (const document of documents) {
    const window = windowOf(search, document);
    const common = aligner.commonLength(window);
    if (hasFrame(frame.length, { common, reversed: () => aligner.reversedLength(window) }))
      members.push({ document, similarity: common / frame.length });
  }
  return members;
}
