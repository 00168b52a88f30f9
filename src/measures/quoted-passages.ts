import { periodOfDate } from '../calendar-date.ts';
import type { Piece } from './passage-pieces.ts';
import { largestPieces } from './passage-pieces.ts';
import type { SampledDocument } from './sampled-corpus.ts';
import { quoteOf } from './sampled-corpus.ts';
import type { SharedPassages } from './shared-passages.ts';

/** A passage that many documents have, as the first of them by hash writes it. */
export interface QuotedPassage {
  /** Empty where the sample holds no text, and cut where it is long. */
  readonly quote: string;
  /** Words of the passage. */
  readonly words: number;
  /** How often it stands in the texts that were looked at, and in how many of them. */
  readonly count: number;
  readonly texts: number;
  /** Ids of at most ten of these. */
  readonly documents: readonly string[];
  /** The sources that have it, the one with the earliest date first, at most ten of `sourceCount`. */
  readonly sources: readonly PassageSource[];
  readonly sourceCount: number;
}

/** A source that has a passage: its document of earliest date, where dates are known. */
interface PassageSource {
  readonly source: string;
  readonly date: string;
  readonly id: string;
}

const MOST_NAMED = 10;
const QUOTE_LENGTH = 200;
const CUT_CHARACTER = /[\ud800-\udbff]$/u;

/**
 * Passages as long as they can be, those that explain most words first. Of a passage all runs are shared, and as a
 * whole at least `fewest` documents have it.
 */
export function quotedPassages(
  documents: readonly SampledDocument[],
  shared: SharedPassages,
  fewest: number,
): readonly QuotedPassage[] {
  const chosen = largestPieces(shared);
  return placesOf(chosen, shared)
    .filter(({ holders }) => holders.length >= fewest)
    .map((placed) => quoted(documents, shared, placed))
    .toSorted((a, b) => b.count * b.words - a.count * a.words);
}

interface PlacedPiece {
  readonly piece: Piece;
  readonly holders: number[];
  count: number;
}

/** All places of the pieces, told by all of their runs; places in one document that overlap count once. */
function placesOf(pieces: readonly Piece[], shared: SharedPassages): readonly PlacedPiece[] {
  const { numbers, offsets } = shared;
  const placed = pieces.map((piece): PlacedPiece => ({ piece, holders: [], count: 0 }));
  const byFirst = new Map<number, PlacedPiece[]>();
  for (const place of placed) {
    const first = numbers[place.piece.from] as number;
    const others = byFirst.get(first);
    if (others === undefined) byFirst.set(first, [place]);
    else others.push(place);
  }
  for (let document = 0; document + 1 < offsets.length; document++) placesIn(document, shared, byFirst);
  return placed;
}

function placesIn(
  document: number,
  shared: SharedPassages,
  byFirst: ReadonlyMap<number, readonly PlacedPiece[]>,
): void {
  const { numbers, offsets, firsts } = shared;
  const ends = new Map<PlacedPiece, number>();
  const end = offsets[document + 1] as number;
  for (let index = offsets[document] as number; index < end; index++)
    for (const place of byFirst.get(numbers[index] as number) ?? []) {
      const first = firsts[index] as number;
      if (first < (ends.get(place) ?? 0) || !standsAt(shared, place.piece, { index, end })) continue;
      if (!ends.has(place)) place.holders.push(document);
      ends.set(place, first + place.piece.words);
      place.count += 1;
    }
}

function standsAt(
  { numbers, firsts }: SharedPassages,
  { from, to }: Piece,
  { index, end }: { readonly index: number; readonly end: number },
): boolean {
  if (index + to - from > end) return false;
  for (let step = 0; step < to - from; step++) {
    if (numbers[index + step] !== numbers[from + step]) return false;
    if ((firsts[index + step] as number) - (firsts[index] as number) !== step) return false;
  }
  return true;
}

function quoted(
  documents: readonly SampledDocument[],
  { firsts }: SharedPassages,
  { piece, holders, count }: PlacedPiece,
): QuotedPassage {
  const first = firsts[piece.from] as number;
  const writer = documents[piece.document] as SampledDocument;
  const texts = holders.map((holder) => documents[holder] as SampledDocument);
  const sources = sourcesOf(texts);
  return {
    quote: quoteOf(writer, first, first + piece.words - 1)
      .slice(0, QUOTE_LENGTH)
      .replace(CUT_CHARACTER, ''),
    words: piece.words,
    count,
    texts: texts.length,
    documents: texts.slice(0, MOST_NAMED).map(({ entry }) => entry.text.id),
    sources: sources.slice(0, MOST_NAMED),
    sourceCount: sources.length,
  };
}

/** Sources by their earliest dates, those without one at the end; documents that name no source are left out. */
function sourcesOf(documents: readonly SampledDocument[]): readonly PassageSource[] {
  const earliest = new Map<string, PassageSource>();
  for (const { entry } of documents) {
    const { source, date, id } = entry.text;
    if (source === '') continue;
    const one = { source, date: periodOfDate(date) === null ? '' : date, id };
    const known = earliest.get(source);
    if (known === undefined || compareDates(one, known) < 0) earliest.set(source, one);
  }
  return [...earliest.values()].toSorted((a, b) => compareDates(a, b) || (a.source < b.source ? -1 : 1));
}

const NO_DATE = '~';

/** By calendar date, then by id: `2024-05-01` and `20240501T12:00` are one day. */
function compareDates(a: PassageSource, b: PassageSource): number {
  const [day, otherDay] = [dayOf(a), dayOf(b)];
  if (day !== otherDay) return day < otherDay ? -1 : 1;
  if (a.source !== b.source || a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

function dayOf({ date }: PassageSource): string {
  return date === '' ? NO_DATE : date.trim().replaceAll('-', '').slice(0, 8);
}
