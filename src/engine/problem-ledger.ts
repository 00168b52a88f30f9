import type { Problem, ProblemCode } from '../problem.ts';
import { PROBLEM_KINDS } from '../problem.ts';

const EXAMPLES_OF_A_CODE = 5;

/** Counts problems by code and keeps the first of each in input order, whatever the order in which they come. */
export interface ProblemLedger {
  readonly counts: Map<ProblemCode, number>;
  readonly examples: Map<ProblemCode, readonly Example[]>;
}

/** Where a problem stands among the inputs: the shard, and the piece of it that was counted in one go. */
export interface Place {
  readonly shard: number;
  readonly part: number;
}

interface Example extends Place {
  readonly problem: Problem;
}

export function createLedger(): ProblemLedger {
  return { counts: new Map(), examples: new Map() };
}

/** Counts a problem. */
export function enterProblem(ledger: ProblemLedger, place: Place, problem: Problem): void {
  ledger.counts.set(problem.code, (ledger.counts.get(problem.code) ?? 0) + 1);
  enterExample(ledger, place, problem);
}

/** Locates a problem that is counted elsewhere. */
export function enterExample(ledger: ProblemLedger, { shard, part }: Place, problem: Problem): void {
  keep(ledger, problem.code, [{ shard, part, problem }]);
}

/** Adds all of `from` to `into`. */
export function mergeLedgers(into: ProblemLedger, from: ProblemLedger): void {
  for (const [code, number] of from.counts) into.counts.set(code, (into.counts.get(code) ?? 0) + number);
  for (const [code, examples] of from.examples) keep(into, code, examples);
}

export function totalOf({ counts }: ProblemLedger): number {
  return [...counts.values()].reduce((sum, number) => sum + number, 0);
}

/** The kept examples, by code, then in input order; `linesBefore` tells the lines of a shard before a part of it. */
export function examplesOf(ledger: ProblemLedger, linesBefore: (place: Place) => number): readonly Problem[] {
  return [...ledger.examples]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, examples]) =>
      examples.map(({ problem, ...place }) =>
        problem.line === undefined ? problem : { ...problem, line: problem.line + linesBefore(place) },
      ),
    );
}

/** Codes of the problems by which an input was lost or cut short. */
export function lostCodes(ledger: ProblemLedger): readonly ProblemCode[] {
  return [...ledger.counts.keys()].filter((code) => PROBLEM_KINDS[code].effect === 'input-lost').toSorted();
}

/** The code that was met most often, null where there is no problem. */
export function mostFrequent({ counts }: ProblemLedger): ProblemCode | null {
  return byNumber(counts)[0]?.[0] ?? null;
}

/** `12 × a record without the text field (TEXT_MISSING, first in "a.jsonl" line 3)`: why nothing is left. */
export function summaryOf(ledger: ProblemLedger): string {
  return byNumber(ledger.counts)
    .map(([code, number]) => {
      const first = ledger.examples.get(code)?.[0]?.problem;
      const place = first === undefined ? '' : `, first in ${JSON.stringify(first.uri)}${lineOf(first)}`;
      return `${number.toLocaleString('en-US')} × ${PROBLEM_KINDS[code].title} (${code}${place})`;
    })
    .join('; ');
}

function byNumber(counts: ReadonlyMap<ProblemCode, number>): readonly (readonly [ProblemCode, number])[] {
  return [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

/** Examples of one place keep the order in which they came, which is that of the input. */
function keep(ledger: ProblemLedger, code: ProblemCode, examples: readonly Example[]): void {
  const known = ledger.examples.get(code) ?? [];
  const last = known.at(-1);
  const [first] = examples;
  const isLater =
    last !== undefined &&
    first !== undefined &&
    (first.shard > last.shard || (first.shard === last.shard && first.part >= last.part));
  if (known.length === EXAMPLES_OF_A_CODE && isLater) return;
  const all = [...known, ...examples].toSorted((a, b) => a.shard - b.shard || a.part - b.part);
  ledger.examples.set(code, all.slice(0, EXAMPLES_OF_A_CODE));
}

function lineOf({ line }: Problem): string {
  return line === undefined ? '' : ` line ${line}`;
}
