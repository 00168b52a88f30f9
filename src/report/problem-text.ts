import { PROBLEM_KINDS, type ProblemCode, type ProblemEffect } from '../problem.ts';
import { countedText, countText } from './quantity-text.ts';
import type { CorpusFacts } from './report.ts';

const EFFECT_NOUNS: Readonly<Record<ProblemEffect, readonly [singular: string, plural: string]>> = {
  'input-lost': ['input', 'inputs'],
  'record-lost': ['record', 'records'],
  kept: ['time', 'times'],
};

/** What was left out of the figures and why, one sentence each; empty where nothing was. */
export function problemSentences(problems: CorpusFacts['problems']): string[] {
  const lost = (['input-lost', 'record-lost'] as const).flatMap((effect) => effectText(problems, effect));
  const kept = effectText(problems, 'kept');
  return [
    ...(lost.length > 0 ? [`Left out: ${lost.join('; ')}.`] : []),
    ...(kept.length > 0 ? [`Kept with a flaw: ${kept.join('; ')}.`] : []),
  ];
}

/** The codes that were met, in the order of the table of problems. */
export function problemCodes(problems: CorpusFacts['problems']): ProblemCode[] {
  return Object.keys(PROBLEM_KINDS)
    .filter(isProblemCode)
    .filter((code) => countOf(problems, code) > 0);
}

function effectText(problems: CorpusFacts['problems'], effect: ProblemEffect): string[] {
  const codes = problemCodes(problems)
    .filter((code) => PROBLEM_KINDS[code].effect === effect)
    .toSorted((left, right) => countOf(problems, right) - countOf(problems, left));
  if (codes.length === 0) return [];
  const total = codes.reduce((sum, code) => sum + countOf(problems, code), 0);
  const reasons = codes.map((code) => {
    const title = PROBLEM_KINDS[code].title;
    return codes.length === 1 ? title : `${countText(countOf(problems, code))} × ${title}`;
  });
  return [`${countedText(total, ...EFFECT_NOUNS[effect])} (${reasons.join(', ')})`];
}

function countOf(problems: CorpusFacts['problems'], code: ProblemCode): number {
  return problems.byCode[code] ?? 0;
}

function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEM_KINDS, code);
}
