import { availableParallelism } from 'node:os';
import PQueue from 'p-queue';
import { CorpusError } from '../errors.ts';
import { DEFAULT_SERIES } from '../history/history.ts';
import { printableText } from '../report/printable-text.ts';
import { EXIT_CODES, gravestExitCode } from './exit-code.ts';
import { runJob } from './job-run.ts';
import type { OptionName, OptionValues } from './option-table.ts';
import type { NamedOutput } from './output-file.ts';
import { refuseRepeated } from './output-file.ts';
import type { JobQueue } from './pipeline-file.ts';
import type { Job } from './pipeline-jobs.ts';
import type { ProgressBar } from './progress-bar.ts';
import { progressBar } from './progress-bar.ts';
import { sharedDisplays } from './queue-progress.ts';
import { asOutput } from './report-outputs.ts';
import type { Session } from './session.ts';

/** What can belong to one job alone. */
const OF_ONE_JOB: readonly OptionName[] = ['output', 'documents', 'pairs', 'checkpoint', 'json'];
const STANDARD_OUTPUT = '-';

interface Ending {
  readonly code: number;
  /** One line. */
  readonly text: string;
}

/**
 * Runs the jobs of a queue one after another, or some of them side by side, and prints a line for each in the order of
 * the file. One that fails does not stop the others. Gives the gravest exit code.
 */
export async function runQueue(
  { jobs, parallel }: JobQueue,
  given: OptionValues,
  session: Session,
): Promise<number> {
  refuseSharedOptions(given);
  await refuseSharedPlaces(jobs);
  const bar = await progressBar(given);
  const displays = sharedDisplays(bar, jobs.map(nameOf));
  const workers = Math.max(1, Math.floor(availableParallelism() / parallel));
  const shared = parallel === 1 || given.workers !== undefined ? {} : { workers };
  const queue = new PQueue({ concurrency: parallel });
  try {
    const endings = await Promise.all(
      jobs.map((job, index) =>
        queue.add(() => {
          // What the file says of a job wins over its share of the machine.
          const own = { ...job, options: { ...shared, ...job.options } };
          return endingOf(own, given, { ...session, progress: displays[index] ?? bar });
        }),
      ),
    );
    session.signal.throwIfAborted();
    bar.stop();
    if (given.quiet !== true)
      await session.stdout.write(endings.map((ending, index) => endingLine(ending, jobs, index)).join(''));
    return gravestExitCode(endings.map(({ code }) => code));
  } finally {
    bar.stop();
  }
}

async function endingOf(
  job: Job,
  given: OptionValues,
  { progress, ...session }: Session & { readonly progress: ProgressBar },
): Promise<Ending> {
  const lines: string[] = [];
  const queued = { progress, summary: (text: string) => void lines.push(text) };
  try {
    session.signal.throwIfAborted();
    const code = await runJob(job, given, { ...session, queued });
    return { code, text: lines.join(' ') };
  } catch (error) {
    if (session.signal.aborted) throw error;
    return { code: EXIT_CODES.impossible, text: error instanceof Error ? error.message : String(error) };
  }
}

function endingLine({ code, text }: Ending, jobs: readonly Job[], index: number): string {
  const name = jobs.map(nameOf)[index] ?? '';
  return `${printableText(`${name}: exit ${code}. ${text.replaceAll(/\s+/gu, ' ')}`)}\n`;
}

function nameOf(job: Job, index: number): string {
  return job.name ?? `${job.job} ${index + 1}`;
}

function refuseSharedOptions(given: OptionValues): void {
  for (const option of OF_ONE_JOB) {
    const value = given[option];
    if (value === undefined) continue;
    throw new CorpusError({
      code: 'OPTION_INVALID',
      option: `--${option}`,
      value: String(value),
      expected: 'a place in the file where it holds several jobs, in the options of one of them',
    });
  }
}

/** Jobs that write to one place would lose the work of each other. */
async function refuseSharedPlaces(jobs: readonly Job[]): Promise<void> {
  const places = jobs.flatMap(placesOf);
  const standard = places.find(({ path }) => path === STANDARD_OUTPUT);
  if (standard !== undefined)
    throw new CorpusError({
      code: 'OPTION_INVALID',
      option: standard.option,
      value: STANDARD_OUTPUT,
      expected: 'a file where there are several jobs, whose summary is on standard output',
    });
  await refuseRepeated(places);
  refuseSharedSeries(jobs);
}

/** Two batches of one series would take each other for the same week. */
function refuseSharedSeries(jobs: readonly Job[]): void {
  const seen = new Set<string>();
  for (const job of jobs) {
    if (job.job !== 'weekly') continue;
    const series = job.series ?? DEFAULT_SERIES;
    const key = JSON.stringify([job.history, series]);
    if (seen.has(key))
      throw new CorpusError({
        code: 'OPTION_INVALID',
        option: 'series',
        value: series,
        expected: 'a name that no other job has in the same history',
      });
    seen.add(key);
  }
}

function placesOf(job: Job): NamedOutput[] {
  const { documents, pairs, checkpoint } = job.options;
  const named = job.job === 'weekly' ? [{ path: job.reports, option: 'reports' }] : job.outputs.map(asOutput);
  return [
    ...named,
    ...Object.entries({ documents, pairs, checkpoint }).flatMap(([option, path]) =>
      path === undefined ? [] : [{ path, option }],
    ),
  ];
}
