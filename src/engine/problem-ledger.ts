import { quotedProblem } from '../formats/finding.ts';
import type { Finding } from '../formats/format.ts';
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

/** Counts a problem; its excerpt is made where it is kept. */
export function enterProblem(ledger: ProblemLedger, place: Place, finding: Finding): void {
  const { code } = finding.problem;
  ledger.counts.set(code, (ledger.counts.get(code) ?? 0) + 1);
  enterExample(ledger, place, { code, make: () => quotedProblem(finding) });
}

/** Locates a problem that is counted elsewhere; the example is made where it is kept. */
export function enterExample(
  ledger: ProblemLedger,
  { shard, part }: Place,
  { code, make }: { readonly code: ProblemCode; readonly make: () => Problem },
): void {
  if (isKept(ledger, code, { shard, part })) keep(ledger, code, [{ shard, part, problem: make() }]);
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

/** Whether an example that comes now is among the first, which hostile data ask millions of times. */
function isKept(ledger: ProblemLedger, code: ProblemCode, { shard, part }: Place): boolean {
  const known = ledger.examples.get(code) ?? [];
  const last = known[EXAMPLES_OF_A_CODE - 1];
  return last === undefined || shard < last.shard || (shard === last.shard && part < last.part);
}

/** Examples of one place keep the order in which they came, which is that of the input. */
function keep(ledger: ProblemLedger, code: ProblemCode, examples: readonly Example[]): void {
  const all = [...(ledger.examples.get(code) ?? []), ...examples];
  const sorted = all.toSorted((a, b) => a.shard - b.shard || a.part - b.part);
  ledger.examples.set(code, sorted.slice(0, EXAMPLES_OF_A_CODE));
}

function lineOf({ line }: Problem): string {
  return line === undefined ? '' : ` line ${line}`;
}
