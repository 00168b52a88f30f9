import { indexSeries, points, seriesText } from './index-series.ts';
import type { CaseRule } from './labelled-case.ts';
import { judgement } from './labelled-case.ts';

const MOST_POINTS = 5;

/** Samples of one source, of different size, lie within a twentieth of the scale. */
export const judgeStability: CaseRule = (files) => {
  const values = indexSeries(files);
  if (values === null) return judgement(false, 'one of the files has no index');
  const spread = Math.max(...values) - Math.min(...values);
  return judgement(
    spread < MOST_POINTS,
    `a spread of ${points(spread)} below ${MOST_POINTS} (${seriesText(values)})`,
  );
};
