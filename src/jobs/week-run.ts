import { hash } from 'node:crypto';
import { mondayOfWeek } from '../calendar-week.ts';
import type { WeekRun } from '../history/history.ts';
import { encodeProfile } from '../profile/codec.ts';
import type { Profile } from '../profile/profile.ts';
import type { AuditOutcome } from './audit-job.ts';
import { weekPoint } from './week-point.ts';

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
  return {
    series,
    week,
    profileDigest: profileDigest(profile),
    baselineDigest: baseline === null ? null : profileDigest(baseline),
    point: weekPoint(report, { name: week, date: mondayOfWeek(week) }),
    report: JSON.stringify(report),
  };
}

/** SHA-256 of the bytes of a profile, in hexadecimal digits: equal for equal documents read by an equal plan. */
function profileDigest(profile: Profile): string {
  return hash('sha256', encodeProfile(profile), 'hex');
}
