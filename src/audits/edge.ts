import type { Edge } from '../measures/edges.ts';
import type { Outcome } from './audit.ts';
import { estimatedPerMillion } from './estimate.ts';
import { FEWEST_DOCUMENTS } from './thresholds.ts';
import { between, count, figure } from './wording.ts';

/** The outcome of the audits of how documents begin and end. */
export function edgeOutcome(edge: Edge, words: number, verb: 'begin' | 'end'): Outcome {
  const { texts, perMillion, commonest } = edge;
  if (perMillion === null || texts < FEWEST_DOCUMENTS)
    return {
      outcome: 'not-applicable',
      reason: `Of ${count(texts, 'distinct document')} it is known how they ${verb}: it takes ${FEWEST_DOCUMENTS}.`,
    };
  const quantity = estimatedPerMillion(perMillion);
  const most = commonest[0]?.texts;
  const together = most === undefined ? '' : `, at most ${count(most, 'document')} in the same way`;
  return {
    outcome: 'informative',
    quantity,
    reason: `Two of ${count(texts, 'distinct document')} ${verb} with the same three words ${figure(quantity.value)} times in a million${between(quantity.interval)}${together}.`,
    evidence: commonest.map(({ quote, texts: holders, documents }) => ({ quote, count: holders, documents })),
    details: { texts, words },
  };
}
