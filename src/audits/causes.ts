import type { Audit, Cause, Evidence } from './audit.ts';
import { AUDITS } from './registry.ts';
import { strengthOf } from './rule.ts';
import type { Findings } from './runner.ts';

/** Something seen in the text that makes the corpus alike, and what to do about it. */
export interface CauseFinding {
  readonly cause: Cause;
  readonly summary: string;
  readonly remedy: string;
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
 * The causes that failed audits speak for, the strongest first: each by how far it stands on the way from its
 * threshold to the worst. If `wanted` and no audit failed, the one that came nearest to failing speaks alone, so that
 * a level is never given without a reason.
 */
export function causesOf(findings: Findings, wanted: boolean): readonly CauseFinding[] {
  const candidates = Object.entries<Audit>(AUDITS)
    .flatMap(([id, audit]) => candidateOf(id, audit, findings))
    .toSorted((a, b) => b.strength - a.strength);
  const failed = candidates.filter((candidate) => candidate.failed);
  const chosen = failed.length === 0 && wanted ? candidates.slice(0, 1) : failed;
  return chosen.map(({ finding }) => finding);
}

function candidateOf(id: string, { cause, threshold }: Audit, findings: Findings): readonly Candidate[] {
  const finding = findings[id];
  if (cause === undefined || threshold === undefined || finding === undefined || finding.quantity === null)
    return [];
  const { reason: summary, evidence } = finding;
  return [
    {
      finding: { cause: cause.id, summary, remedy: cause.remedy, audits: [id], evidence },
      failed: finding.outcome === 'failed',
      strength: strengthOf(finding.quantity.value, threshold),
    },
  ];
}
