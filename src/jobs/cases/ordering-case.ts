import { percent } from '../../audits/wording.ts';
import type { CaseRule } from './labelled-case.ts';
import { judgement } from './labelled-case.ts';

/** The first file is one text many times and gets the strongest alarm; the others have no alarm of copies. */
export const judgeOrdering: CaseRule = ([first, ...others]) => {
  const strongest = first?.index?.value === 100 && first.level === 'monologic' && first.distinct === 1;
  const quiet = others.every(({ copiesFailed }) => !copiesFailed);
  const said = `${first?.distinct ?? 0} distinct, index ${first?.index?.value ?? 'absent'}, ${first?.level ?? ''}`;
  return judgement(
    strongest && quiet,
    `${said}; copies in the others ${others.map(({ copies }) => percent(copies)).join(', ')}`,
  );
};
