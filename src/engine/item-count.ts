import type { Document } from '../document.ts';
import type { ReadItem } from '../formats/format.ts';
import type { Problem, ProblemCode } from '../problem.ts';
import { PROBLEM_KINDS } from '../problem.ts';
import type { Observer } from './observation.ts';
import type { Place, ProblemLedger } from './problem-ledger.ts';
import { enterExample, enterProblem } from './problem-ledger.ts';

const EXCERPT_LENGTH = 80;

/** Where documents and problems go. */
export interface Tally {
  readonly observer: Observer;
  readonly ledger: ProblemLedger;
  documents: number;
  /** Documents after which to stop, null to take all. */
  readonly limit: number | null;
}

/** Whether as many documents were counted as were asked for. */
export function isFull({ documents, limit }: Tally): boolean {
  return limit !== null && documents >= limit;
}

/** Counts documents and enters problems, as far as the limit. */
export function countItems(
  tally: Tally,
  items: readonly ReadItem[],
  place: Place & { readonly uri: string },
): void {
  for (const item of items) {
    if (isFull(tally)) return;
    countItem(tally, item, place);
  }
}

function countItem(tally: Tally, item: ReadItem, place: Place & { readonly uri: string }): void {
  if (item.kind === 'problem') {
    enterProblem(tally.ledger, place, item);
    return;
  }
  tally.documents += 1;
  for (const code of tally.observer.observe(item.document))
    enterExample(tally.ledger, place, { code, make: () => exampleOf(code, item, place.uri) });
}

type FoundDocument = Extract<ReadItem, { kind: 'document' }>;

function exampleOf(code: ProblemCode, { document, line }: FoundDocument, uri: string): Problem {
  const excerpt = excerptOf(document);
  return { code, uri, message: PROBLEM_KINDS[code].title, excerpt, ...(line === undefined ? {} : { line }) };
}

function excerptOf({ id, text }: Document): string {
  return (id ?? text).slice(0, EXCERPT_LENGTH).toWellFormed();
}
