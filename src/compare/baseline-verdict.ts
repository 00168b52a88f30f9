import type { Verdict } from '../audits/verdict.ts';
import type { Comparison } from './comparison.ts';

/** What `decidedBy` names where a baseline decided. */
const BY = 'baseline';

/**
 * The verdict of a corpus that was compared with a baseline, whose evidence outranks the absolute scale: a corpus that
 * has narrowed is called narrowing wherever it stands, and one that has not is heteroglossic where its script has no
 * scale. What is alike by the scale stays so: that an earlier version was too excuses nothing.
 */
export function againstBaseline(verdict: Verdict, direction: Comparison['verdict']['direction']): Verdict {
  const { level, provisional, decidedBy, warnings } = verdict;
  if (level === 'narrowing' || level === 'monologic') return verdict;
  if (direction === 'narrowed')
    return {
      ...verdict,
      level: 'narrowing',
      decidedBy: [...decidedBy, BY],
      warnings: warnings.filter(({ code }) => code !== 'undecided'),
    };
  const hasNotNarrowed = direction === 'unchanged' || direction === 'widened';
  return hasNotNarrowed && provisional && level === 'insufficient-data'
    ? { ...verdict, level: 'heteroglossic', decidedBy: [BY] }
    : verdict;
}
