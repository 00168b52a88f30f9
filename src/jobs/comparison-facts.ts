import { compareCorpora } from '../compare/compare-corpora.ts';
import type { ComparedCorpus } from '../compare/compared-corpus.ts';
import { comparedCorpus } from '../compare/compared-corpus.ts';
import type { Sides } from '../compare/paired-replicates.ts';
import type { ReadPlan, RunOptions, RunResult } from '../engine/engine.ts';
import { runInputs } from '../engine/run.ts';
import { CorpusError } from '../errors.ts';
import type { Problem } from '../problem.ts';
import type { Profile } from '../profile/profile.ts';
import type { ComparisonFacts } from '../report/report.ts';
import { distinctKeys } from '../sketches/distinct-keys.ts';
import { corpusFacts } from './report-assembly.ts';

/** One side of a comparison, as a run left it. */
type ComparedRun = Pick<RunResult, 'profile' | 'examples'>;

/** Reads one side; a profile of another plan is refused with the command that makes it anew. */
export async function runSide(plan: ReadPlan, options: RunOptions): Promise<RunResult> {
  try {
    return await runInputs(plan, options);
  } catch (error) {
    if (!(error instanceof CorpusError) || error.failure.code !== 'PROFILE_MISMATCH') throw error;
    const { path, reason } = error.failure;
    throw new CorpusError({ code: 'COMPARISON_MISMATCH', path, reason }, { cause: error });
  }
}

/** What two runs say about each other. */
export function comparisonFacts({ baseline, candidate }: Sides<ComparedRun>): ComparisonFacts {
  const sides = {
    baseline: comparedCorpus(baseline.profile),
    candidate: comparedCorpus(candidate.profile),
  };
  return {
    baseline: factsOf(sides.baseline, baseline.examples),
    candidate: factsOf(sides.candidate, candidate.examples),
    ...compareCorpora(sides),
  };
}

function factsOf(
  { profile, values }: ComparedCorpus,
  examples: readonly Problem[],
): ComparisonFacts['baseline'] {
  return corpusFacts(
    profile,
    { size: values.size, identifiers: values.identifiers, types: typesOf(profile) },
    examples,
  );
}

function typesOf({ counts }: Profile): number {
  const words = counts.get('vocabulary')?.tables['words'];
  return words === undefined ? 0 : distinctKeys(words).value;
}
