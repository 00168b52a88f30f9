import type { Problem, ProblemCode } from '../problem.ts';
import { PROBLEM_KINDS } from '../problem.ts';

const EXAMPLES_OF_A_CODE = 5;

/** Counts problems by code and keeps the first of each in input order, whatever the order in which shards finish. */
export interface ProblemLedger {
  readonly counts: Map<ProblemCode, number>;
  readonly examples: Map<ProblemCode, Example[]>;
  total: number;
}

interface Example {
  readonly shard: number;
  readonly problem: Problem;
}

export function createLedger(): ProblemLedger {
  return { counts: new Map(), examples: new Map(), total: 0 };
}

/** Counts a problem of the shard of that number. */
export function enterProblem(ledger: ProblemLedger, shard: number, problem: Problem): void {
  ledger.counts.set(problem.code, (ledger.counts.get(problem.code) ?? 0) + 1);
  ledger.total += 1;
  enterExample(ledger, shard, problem);
}

/** Locates a problem that is counted elsewhere. */
export function enterExample(ledger: ProblemLedger, shard: number, problem: Problem): void {
  const examples = ledger.examples.get(problem.code) ?? [];
  ledger.examples.set(problem.code, examples);
  const place = examples.findLastIndex((example) => example.shard <= shard) + 1;
  if (place < EXAMPLES_OF_A_CODE) examples.splice(place, 0, { shard, problem });
  if (examples.length > EXAMPLES_OF_A_CODE) examples.pop();
}

/** The kept examples, by code, then in input order. */
export function examplesOf(ledger: ProblemLedger): readonly Problem[] {
  return [...ledger.examples]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, examples]) => examples.map(({ problem }) => problem));
}

/** Codes of the problems by which an input was lost or cut short. */
export function lostCodes(ledger: ProblemLedger): readonly ProblemCode[] {
  return [...ledger.counts.keys()].filter((code) => PROBLEM_KINDS[code].effect === 'input-lost').toSorted();
}

/** `TEXT_MISSING 12 (a.jsonl:3), JSON_SYNTAX 1 (b.jsonl:1)`: for a sentence that says why nothing is left. */
export function summaryOf(ledger: ProblemLedger): string {
  return [...ledger.counts]
    .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([code, number]) => {
      const first = ledger.examples.get(code)?.[0]?.problem;
      const place = first === undefined ? '' : `, first in ${JSON.stringify(first.uri)}${lineOf(first)}`;
      return `${number.toLocaleString('en-US')} × ${PROBLEM_KINDS[code].title} (${code}${place})`;
    })
    .join('; ');
}

function lineOf({ line }: Problem): string {
  return line === undefined ? '' : ` line ${line}`;
}
