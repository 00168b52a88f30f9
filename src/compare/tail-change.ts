import { estimated } from '../audits/estimate.ts';
import { jackknifeInterval } from '../statistics/jackknife.ts';
import type { TailBand, TailChange } from './comparison.ts';
import type { ChangedDocuments } from './document-changes.ts';
import { tailEffect } from './effect-wording.ts';
import type { Tails } from './narrowing.ts';

/** What became of the rare words of the baseline, as the report has it. Null where nothing was looked up. */
export function tailChange(
  { kept, known }: Tails,
  changed: Pick<ChangedDocuments, 'carried' | 'keepsAll'>,
): TailChange | null {
  const { rare } = kept;
  if (rare === null) return null;
  const ratio = rare.ratio;
  return {
    survived: estimated(rare.survived, 'share', 'logit'),
    expected: estimated(rare.expected, 'share', 'logit'),
    effect:
      ratio === null
        ? 'No rare word of the baseline is to be expected in so few words.'
        : tailEffect(ratio.value, jackknifeInterval(ratio, 'log'), changed),
    bands: kept.bands.map(
      ({ from, to, types, survived, expected, difference }): TailBand => ({
        from,
        to,
        types,
        survived: survived.value,
        expected: expected.value,
        difference: { value: difference.value, interval: jackknifeInterval(difference) },
      }),
    ),
    lostWords: kept.lostWords,
    lost: kept.lost,
    newWords: known.lostWords,
    gained: known.lost,
  };
}
