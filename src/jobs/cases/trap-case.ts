import { percent } from '../../audits/wording.ts';
import { points } from './index-series.ts';
import type { CaseRule } from './labelled-case.ts';
import { judgement } from './labelled-case.ts';
import { judgePair } from './pair-case.ts';

/** How a case says that all its files are to be found diverse. */
const GRADE = /grade/u;

/** Either diverse files, which get the best or next-best level and no alarm of duplicates, or a pair that is ordered. */
export const judgeTrap: CaseRule = (files, labelled) => {
  if (!GRADE.test(labelled.expect)) return judgePair(files, labelled);
  const good = files.every(
    ({ level, copiesFailed, pairs }) =>
      (level === 'heteroglossic' || level === 'narrowing') && !copiesFailed && (pairs?.length ?? 0) === 0,
  );
  return judgement(
    good,
    files
      .map(
        ({ level, index, copies }) =>
          `${level} at ${index === null ? '–' : points(index.value)}, copies ${percent(copies)}`,
      )
      .join('; '),
  );
};
