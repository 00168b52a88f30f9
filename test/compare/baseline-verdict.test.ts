import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/audits/verdict.ts';
import { againstBaseline } from '../../src/compare/baseline-verdict.ts';
import { madeReport } from '../report/made-reports.ts';

function verdictOf(change: Partial<Verdict>): Verdict {
  return { ...madeReport().verdict, provisional: false, decidedBy: [], ...change };
}

describe('the verdict against a baseline', () => {
  it('is narrowing where the corpus has narrowed, wherever it stands on the scale', () => {
    const warnings = [{ code: 'undecided', summary: 'It reaches beyond.' }] as const;
    for (const level of ['heteroglossic', 'insufficient-data'] as const)
      expect(againstBaseline(verdictOf({ level, warnings }), 'narrowed')).toMatchObject({
        level: 'narrowing',
        decidedBy: ['baseline'],
        warnings: [],
      });
  });

  it('is what it was where the corpus is alike by the scale', () => {
    for (const level of ['narrowing', 'monologic'] as const)
      for (const direction of ['narrowed', 'unchanged', 'widened', 'insufficient-data'] as const)
        expect(againstBaseline(verdictOf({ level }), direction).level).toBe(level);
  });

  it('gives a level without a scale where the corpus has not narrowed', () => {
    const verdict = verdictOf({ level: 'insufficient-data', provisional: true });
    expect(againstBaseline(verdict, 'unchanged')).toMatchObject({
      level: 'heteroglossic',
      decidedBy: ['baseline'],
    });
    expect(againstBaseline(verdict, 'insufficient-data')).toBe(verdict);
    const small = verdictOf({ level: 'insufficient-data' });
    expect(againstBaseline(small, 'unchanged')).toBe(small);
  });
});
