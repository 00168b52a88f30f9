import type { Quantity } from '../statistics/quantity.ts';
import type { Audit, AuditValues, Details, Evidence, Outcome, ValueId } from './audit.ts';
import { AUDITS } from './registry.ts';

/** What the report keeps of one audit. */
export interface Finding {
  readonly title: string;
  readonly outcome: Outcome['outcome'];
  readonly quantity: Quantity | null;
  readonly reason: string;
  readonly evidence: readonly Evidence[];
  readonly details: Details;
}

export type Findings = Readonly<Record<string, Finding>>;

const LONGEST_QUOTE = 200;
const MOST_IDS = 10;
/** The first half of a surrogate pair, left alone at the end of a cut. */
const CUT_CHARACTER = /[\uD800-\uDBFF]$/u;

/** Runs every audit. One that throws, or gives a number that is not finite, is an error of its own and of no other. */
export function runAudits(values: AuditValues, audits: Readonly<Record<string, Audit>> = AUDITS): Findings {
  return Object.fromEntries(Object.entries(audits).map(([id, audit]) => [id, find(audit, values)]));
}

function find(audit: Audit, values: AuditValues): Finding {
  const outcome = outcomeOf(audit, values);
  const title = outcome.outcome === 'failed' ? audit.failureTitle : audit.title;
  if (outcome.outcome === 'not-applicable' || outcome.outcome === 'error')
    return {
      title,
      outcome: outcome.outcome,
      quantity: null,
      reason: outcome.reason,
      evidence: [],
      details: {},
    };
  return { title, ...outcome, evidence: outcome.evidence.map(bounded) };
}

function outcomeOf(audit: Audit, values: AuditValues): Outcome {
  try {
    const outcome = audit.audit(only(values, audit.needs));
    if (!allFinite(outcome))
      return { outcome: 'error', reason: 'The audit gave a number that is not finite.' };
    return outcome;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { outcome: 'error', reason: `The audit could not be run: ${message}` };
  }
}

/** An audit sees nothing but what it asked for. */
function only(values: AuditValues, needs: readonly ValueId[]): AuditValues {
  return Object.fromEntries(needs.map((id) => [id, values[id]])) as unknown as AuditValues;
}

function allFinite(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(allFinite);
}

function bounded({ quote, count, documents }: Evidence): Evidence {
  return {
    quote: quote.slice(0, LONGEST_QUOTE).replace(CUT_CHARACTER, ''),
    count,
    documents: documents.slice(0, MOST_IDS),
  };
}
