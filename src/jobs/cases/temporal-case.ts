import { figure } from '../../audits/wording.ts';
import { spearmanCorrelation } from '../../statistics/rank-correlation.ts';
import { indexSeries, seriesText } from './index-series.ts';
import type { CaseRule, JudgedFile, Judgement, LabelledCase } from './labelled-case.ts';
import { judgement } from './labelled-case.ts';

const LEAST = 0.9;
/** How a case names the periods that are most and least alike. */
const EXTREMES = /(\S+) most templated, (\S+) least/u;

/**
 * A chain: diversity falls from file to file, so that the index rises with their order. Where the case names the most
 * and the least templated period instead, these must be the ones with the most and the least.
 */
export const judgeTemporal: CaseRule = (files, labelled) => {
  const extremes = EXTREMES.exec(labelled.expect);
  if (extremes !== null) return judgeExtremes(files, labelled, [extremes[1] ?? '', extremes[2] ?? '']);
  const values = indexSeries(files);
  if (values === null) return judgement(false, 'one of the files has no index');
  const correlation = spearmanCorrelation(values, [...values.keys()]) ?? 0;
  return judgement(
    correlation >= LEAST,
    `correlation ${correlation.toFixed(3)} of at least ${LEAST} (${seriesText(values)})`,
  );
};

function judgeExtremes(
  files: readonly JudgedFile[],
  { files: names }: LabelledCase,
  [most, least]: readonly [most: string, least: string],
): Judgement {
  const rows = files
    .flatMap(({ templated }, place) => (templated === null ? [] : [{ name: names[place] ?? '', templated }]))
    .toSorted((a, b) => a.templated - b.templated);
  const lowest = rows[0];
  const highest = rows.at(-1);
  if (lowest === undefined || highest === undefined || rows.length < files.length)
    return judgement(false, 'one of the files cannot be compared');
  const right = lowest.name.includes(least) && highest.name.includes(most);
  return judgement(
    right,
    `least ${lowest.name} (${figure(lowest.templated)}), most ${highest.name} (${figure(highest.templated)})`,
  );
}
