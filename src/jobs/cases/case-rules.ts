import { judgeDuplicates } from './duplicates-case.ts';
import type { CaseRule } from './labelled-case.ts';
import { judgeMixture } from './mixture-case.ts';
import { judgeOrdering } from './ordering-case.ts';
import { judgePair } from './pair-case.ts';
import { judgeStability } from './stability-case.ts';
import { judgeTemporal } from './temporal-case.ts';
import { judgeTrap } from './trap-case.ts';

/** The rule of each kind of case. */
export const CASE_RULES: ReadonlyMap<string, CaseRule> = new Map([
  ['pair', judgePair],
  ['mixture', judgeMixture],
  ['duplicates', judgeDuplicates],
  ['temporal', judgeTemporal],
  ['ordering', judgeOrdering],
  ['trap', judgeTrap],
  ['stability', judgeStability],
]);
