import { CorpusError } from '../errors.ts';
import type { OptionValues } from './option-table.ts';

/** Throws a `CorpusError` where `--fail-on` names a level: those are of one corpus, and not of several. */
export function refuseLevels(failOn: OptionValues['fail-on'], where: 'a comparison' | 'a series'): void {
  if (failOn === undefined || failOn === 'narrowed' || failOn === 'never') return;
  throw new CorpusError({
    code: 'OPTION_INVALID',
    option: '--fail-on',
    value: failOn,
    expected: `narrowed or never in ${where}`,
  });
}
