import type { OptionValues } from './option-table.ts';
import type { Job } from './pipeline-jobs.ts';
import type { Session } from './session.ts';

/** Runs one job of a pipeline and gives its exit code. Options of the command line win over those of the file. */
export async function runJob(job: Job, given: OptionValues, session: Session): Promise<number> {
  switch (job.job) {
    case 'audit': {
      const { runAudit } = await import('./audit-run.ts');
      return runAudit(job.inputs, { ...job.options, output: job.outputs, ...given }, session);
    }
    case 'compare': {
      const { runCompare } = await import('./compare-run.ts');
      return runCompare(job, { ...job.options, output: job.outputs, ...given }, session);
    }
    case 'trend': {
      const { runTrend } = await import('./trend-run.ts');
      return runTrend(job.inputs, { ...job.options, output: job.outputs, ...given }, session);
    }
    case 'weekly': {
      const { runWeekly } = await import('./weekly-run.ts');
      const { week, series } = job;
      const own = { ...(week === undefined ? {} : { week }), ...(series === undefined ? {} : { series }) };
      return runWeekly(job, { ...job.options, ...own, ...given }, session);
    }
  }
}
