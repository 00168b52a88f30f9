import type { Explanation } from '../audits/audit.ts';
import { CHART_LIMITS } from './chart-limits.ts';

const { allowance, averageWeight, cusum, fewestEarlier, jump } = CHART_LIMITS;

/** What `explain` says of the parts of a series, by their ids. */
export const TREND_EXPLANATIONS = {
  'series-direction': {
    measures:
      'Which way a series goes as a whole, in points of the homogeneity scale from one point to the next.',
    formula:
      'The median of the slopes between all pairs of points of their change against the baseline, with its interval; the direction is given where the Mann–Kendall test is sure of an order and the slope times the length of the series is at least 2 points.',
    matters:
      'A loss that is slow enough hides in the noise from one point to the next, and not over all of them.',
    reading:
      'Above 0 the points grow more alike, or lose more rare words of the baseline. Stable says that no direction is beyond chance, not that nothing moves.',
    moves: 'Another mixture of genres, season by season; points that depend on each other.',
    silence: 'Below five points with enough documents and a change against the baseline.',
    source: 'Mann 1945; Kendall 1975; Theil 1950; Sen 1968.',
  },
  'control-chart': {
    measures: 'Whether one point of a series lies where chance would put it, by the points before it.',
    formula: `The distance from the mean of the earlier values in their standard deviations, times √(n / (n + 1)), has Student’s t distribution with n − 1 degrees of freedom; the score is the standard normal value of the same chance. A score beyond ±${jump} is an alarm. The line is the mean before the point, the band the values with a score within the limit.`,
    matters:
      'One bad delivery shows at once, and quiet points stay quiet: the rate of false alarms is known.',
    reading:
      'The band is wide at first, because little is known yet, and narrows. Points with an alarm are not learned from; three in a row on one side are taken for a new level.',
    moves: 'Seasons, and points that depend on each other.',
    silence: `Before ${fewestEarlier} points with enough documents. Small points and those of another version are drawn and not tested.`,
    source: 'Hawkins 1987; Quesenberry 1991.',
  },
  'cumulative-sums': {
    measures: 'Whether points lie on one side of what was usual for longer than chance keeps them there.',
    formula: `Upwards S = max(0, S + score − ${allowance}), downwards S = max(0, S − score − ${allowance}); beyond ${cusum} is an alarm, after which both begin at 0. The moving average gives the newest score a weight of ${averageWeight}; it is shown and not tested.`,
    matters: 'A loss of two per cent a week is far below what a single week shows.',
    reading:
      'A line that climbs steadily is a change that goes on; where it left 0 is when it seems to have begun.',
    moves: 'As the control chart; a lasting change of subjects moves the rare words that are kept.',
    silence: 'As the control chart; of all figures together from twice as many points on.',
    source: 'Page 1954; Roberts 1959 for the moving average.',
  },
} satisfies Readonly<Record<string, Explanation>>;
