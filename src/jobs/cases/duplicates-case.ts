import { percent } from '../../audits/wording.ts';
import type { CaseRule, FoundPair, IdPair, JudgedFile, Judgement } from './labelled-case.ts';
import { judgement } from './labelled-case.ts';

const POINT = 0.01;
const LEAST_RECALL = 0.9;
const LEAST_RECALL_SHUFFLED = 0.8;
const LEAST_PRECISION = 0.95;
const HALF = 0.5;
/** What the second part of a name says of the copies. */
const EXACT = /\/exact\b/u;
const SHUFFLED = /\/swap_?sent/u;

/** Exact copies: the share that is reported. Near ones: the pairs that are reported, against those that were put in. */
export const judgeDuplicates: CaseRule = ([file], { name, rate, pairs: truth }) => {
  if (file === undefined) return judgement(false, 'the case has no file');
  if (EXACT.test(name) && rate !== undefined) return judgeShare(file, rate);
  if (truth === undefined) return judgement(false, 'the case has no truth to compare with');
  if (file.pairs === null) return { outcome: 'unjudged', figure: 'the pairs of copies were not listed' };
  return judgePairs(file.pairs, truth, SHUFFLED.test(name) ? LEAST_RECALL_SHUFFLED : LEAST_RECALL);
};

function judgeShare({ copies }: JudgedFile, rate: number): Judgement {
  // A rate of 1 % of 500 is not hit to the last digit of a binary fraction.
  const near = Math.abs(copies - rate) <= POINT + Number.EPSILON;
  return judgement(near, `${percent(copies)} reported, ${percent(rate)} put in`);
}

/** A pair that is half the same was rightly reported, whether it was put in or was there before. */
function judgePairs(found: readonly FoundPair[], truth: readonly IdPair[], leastRecall: number): Judgement {
  const planted = new Set(truth.map(keyOf));
  const reported = new Map(found.map(({ ids, similarity }) => [keyOf(ids), similarity]));
  const hits = [...planted].filter((key) => reported.has(key)).length;
  const right = [...reported].filter(([key, similarity]) => similarity >= HALF || planted.has(key)).length;
  const recall = hits / Math.max(1, planted.size);
  const precision = reported.size === 0 ? 1 : right / reported.size;
  return judgement(
    recall >= leastRecall && precision >= LEAST_PRECISION,
    `recall ${recall.toFixed(3)} of at least ${leastRecall}, precision ${precision.toFixed(3)} of at least ${LEAST_PRECISION}`,
  );
}

function keyOf(pair: IdPair): string {
  return JSON.stringify(pair.toSorted());
}
