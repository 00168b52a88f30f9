import type { SharedPassages } from './shared-passages.ts';
import { RUN_WORDS } from './shared-passages.ts';

/** Neighbouring runs belong to one passage while at least this share of the documents have both. */
const KEEPS = 0.6;
/** Different pieces that are told apart. */
const MOST_PIECES = 2 ** 17;
const MOST_CHOSEN = 100;

/** Runs of one passage in the first document that has all of it. */
export interface Piece {
  readonly document: number;
  /** Where its runs begin and end among the shared passages. */
  readonly from: number;
  readonly to: number;
  readonly words: number;
  texts: number;
}

/** The pieces that explain most words, at most 100, none of which is mostly a part of another. */
export function largestPieces(shared: SharedPassages): readonly Piece[] {
  return choose(piecesOf(shared), shared);
}

/** The longest pieces of each document, told apart by their first and last runs. */
function piecesOf(shared: SharedPassages): readonly Piece[] {
  const pieces = new Map<number, Piece>();
  const { numbers, firsts, lengths, offsets, frequencies } = shared;
  for (let document = 0; document + 1 < offsets.length; document++) {
    const end = offsets[document + 1] as number;
    let covered = 0;
    for (let from = offsets[document] as number; from < end; ) {
      const to = pieceEnd(shared, from, end);
      const last = (firsts[to - 1] as number) + (lengths[to - 1] as number);
      const isNew = (lengths[from] as number) === RUN_WORDS || last > covered;
      const key = (numbers[from] as number) * frequencies.length + (numbers[to - 1] as number);
      const known = pieces.get(key);
      const words = last - (firsts[from] as number);
      if (known !== undefined) known.texts += 1;
      else if (isNew && pieces.size < MOST_PIECES) pieces.set(key, { document, from, to, words, texts: 1 });
      covered = Math.max(covered, last);
      from = to;
    }
  }
  return [...pieces.values()];
}

/** Where a piece ends: at a gap, and where a run has many more or many fewer documents than the rest of the piece. */
function pieceEnd(
  { numbers, firsts, lengths, frequencies }: SharedPassages,
  from: number,
  end: number,
): number {
  let least = frequencies[numbers[from] as number] as number;
  let most = least;
  let to = from + 1;
  while (to < end && lengths[to] === RUN_WORDS && (firsts[to] as number) === (firsts[to - 1] as number) + 1) {
    const frequency = frequencies[numbers[to] as number] as number;
    least = Math.min(least, frequency);
    most = Math.max(most, frequency);
    if (least < KEEPS * most) break;
    to += 1;
  }
  return to;
}

function choose(pieces: readonly Piece[], { numbers }: SharedPassages): readonly Piece[] {
  const covered = new Set<number>();
  const chosen: Piece[] = [];
  const ranked = pieces.toSorted((a, b) => b.texts * b.words - a.texts * a.words || a.from - b.from);
  for (const piece of ranked) {
    if (chosen.length === MOST_CHOSEN) break;
    const runs = numbers.subarray(piece.from, piece.to);
    let known = 0;
    for (const run of runs) if (covered.has(run)) known += 1;
    if (known * 2 > runs.length) continue;
    for (const run of runs) covered.add(run);
    chosen.push(piece);
  }
  return chosen;
}
