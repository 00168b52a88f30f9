import { hash } from 'node:crypto';
import { mondayOfWeek } from '../calendar-week.ts';
import { comparedCorpus } from '../compare/compared-corpus.ts';
import { tailAgainst } from '../compare/tail-against.ts';
import type { WeekRun } from '../history/history.ts';
import { encodeProfile } from '../profile/codec.ts';
import { groupedVocabularyOf } from '../profile/grouped-vocabulary.ts';
import type { Profile } from '../profile/profile.ts';
import { FIGURE_IDS } from '../trend/charted-figures.ts';
import type { SeriesPoint } from '../trend/series.ts';
import type { AuditOutcome } from './audit-job.ts';
import { corpusFigures } from './corpus-figures.ts';
import { seriesPointOf } from './series-point.ts';

/** A series and a week of it. */
export interface WeekName {
  readonly series: string;
  /** ISO 8601, such as `2026-W12`. */
  readonly week: string;
}

/** What a history keeps of an audited week. */
export function weekRun(
  { series, week }: WeekName,
  { report, profile, baseline }: Pick<AuditOutcome, 'report' | 'profile' | 'baseline'>,
): WeekRun {
  const point = seriesPointOf(report, { name: week, date: mondayOfWeek(week) });
  return {
    series,
    week,
    profileDigest: profileDigest(profile),
    baselineDigest: baseline === null ? null : profileDigest(baseline),
    point: baseline === null ? withOwnFigures(point, profile) : withKnownTail(point, profile, baseline),
    report: JSON.stringify(report),
  };
}

/** With the figures that charts follow of a week that is compared with none, as the first of a series is. */
function withOwnFigures(point: SeriesPoint, profile: Profile): SeriesPoint {
  return { ...point, figures: { ...point.figures, ...corpusFigures(comparedCorpus(profile), null) } };
}

/** With the share of the week’s rare words that the baseline has, to that which it would have. */
function withKnownTail(point: SeriesPoint, profile: Profile, baseline: Profile): SeriesPoint {
  const { rare } = tailAgainst(
    { ...groupedVocabularyOf(profile), name: 'candidate' },
    groupedVocabularyOf(baseline),
  );
  const value = rare?.ratio?.value ?? null;
  if (value === null) return point;
  const known = { value, unit: 'ratio', documents: point.documents } as const;
  return { ...point, figures: { ...point.figures, [FIGURE_IDS.tailKnown]: known } };
}

/** SHA-256 of the bytes of a profile, in hexadecimal digits: equal for equal documents read by an equal plan. */
function profileDigest(profile: Profile): string {
  return hash('sha256', encodeProfile(profile), 'hex');
}
