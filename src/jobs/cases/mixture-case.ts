import { spearmanCorrelation } from '../../statistics/rank-correlation.ts';
import { indexSeries, seriesText } from './index-series.ts';
import type { CaseRule } from './labelled-case.ts';
import { judgement } from './labelled-case.ts';

const LEAST = 0.9;
const LEAST_IF_HARD = 0.6;

/** The index rises from file to file: its rank correlation with their order. */
export const judgeMixture: CaseRule = (files, { hard }) => {
  const values = indexSeries(files);
  if (values === null) return judgement(false, 'one of the files has no index');
  const correlation = spearmanCorrelation(values, [...values.keys()]) ?? 0;
  const least = hard ? LEAST_IF_HARD : LEAST;
  return judgement(
    correlation >= least,
    `correlation ${correlation.toFixed(3)} of at least ${least} (${seriesText(values)})`,
  );
};
