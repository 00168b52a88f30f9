import type { MeasureValues } from '../measures/registry.ts';
import type { Audit, Cause, Evidence } from './audit.ts';
import { AUDITS } from './registry.ts';
import { reliefs } from './reliefs.ts';
import { strengthOf } from './rule.ts';
import type { Findings } from './runner.ts';

/** Something seen in the text that makes the corpus alike, and what to do about it. */
export interface CauseFinding {
  readonly cause: Cause;
  readonly summary: string;
  readonly remedy: string;
  /** Points by which the index falls when what is seen is taken out; null where that was not measured. */
  readonly relief: number | null;
  /** Ids of the audits that found it. */
  readonly audits: readonly string[];
  readonly evidence: readonly Evidence[];
}

interface Candidate {
  readonly finding: CauseFinding;
  readonly failed: boolean;
  readonly strength: number;
}

/**
 * The causes that failed audits speak for, first those whose removal makes the index fall most, then those of which
 * that was not measured, by how far they stand on the way from their threshold to the worst. If `wanted` and no audit
 * failed, the first of all in this order speaks alone, so that a level is never given without a reason.
 */
export function causesOf(
  values: MeasureValues,
  findings: Findings,
  wanted: boolean,
): readonly CauseFinding[] {
  const candidates = Object.entries<Audit>(AUDITS)
    .flatMap(([id, audit]) => candidateOf(id, audit, findings))
    .toSorted((a, b) => b.strength - a.strength);
  const failed = candidates.filter((candidate) => candidate.failed);
  const chosen = failed.length === 0 && wanted ? candidates : failed;
  const measured = reliefs(
    values,
    chosen.map(({ finding }) => finding.cause),
  );
  const ranked = chosen
    .map(({ finding }) => ({ ...finding, relief: measured.get(finding.cause) ?? null }))
    .toSorted((a, b) => weightOf(b) - weightOf(a));
  return failed.length === 0 ? ranked.slice(0, 1) : ranked;
}

/**
 * What a cause is ranked by. A stock of phrases is what other causes leave over and was not taken out, so it counts
 * half: what can be shown comes before a remainder that is not much larger.
 */
function weightOf({ cause, relief }: CauseFinding): number {
  return (relief ?? 0) * (cause === 'phrase-stock' ? 0.5 : 1);
}

function candidateOf(id: string, { cause, threshold }: Audit, findings: Findings): readonly Candidate[] {
  const finding = findings[id];
  if (cause === undefined || threshold === undefined || finding === undefined || finding.quantity === null)
    return [];
  const { reason: summary, evidence } = finding;
  return [
    {
      finding: { cause: cause.id, summary, remedy: cause.remedy, relief: null, audits: [id], evidence },
      failed: finding.outcome === 'failed',
      strength: strengthOf(finding.quantity.value, threshold),
    },
  ];
}
