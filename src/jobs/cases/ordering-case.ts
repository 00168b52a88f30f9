import { percent } from '../../audits/wording.ts';
import type { CaseRule } from './labelled-case.ts';
import { judgement } from './labelled-case.ts';

/** The first file is one text many times and gets the strongest alarm; the others have no alarm of copies. */
export const judgeOrdering: CaseRule = ([first, ...others]) => {
  if (first === undefined) return judgement(false, 'the case has no file');
  const { index, level, distinct } = first;
  const strongest = index?.value === 100 && level === 'monologic' && distinct === 1;
  const quiet = others.every(({ copiesFailed }) => !copiesFailed);
  const copies = others.map((file) => percent(file.copies)).join(', ');
  return judgement(
    strongest && quiet,
    `${distinct} distinct, index ${index?.value ?? 'absent'}, ${level}; copies in the others ${copies}`,
  );
};
