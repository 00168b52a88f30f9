import { z } from 'zod';
import { type Job, jobRule } from './pipeline-jobs.ts';
import { readYamlFile } from './yaml-file.ts';

/** One job, or a queue of several. */
export type Pipeline = { readonly job: Job } | JobQueue;

export interface JobQueue {
  readonly jobs: readonly Job[];
  /** How many run side by side. */
  readonly parallel: number;
}

const QUEUE_KEYS = ['jobs', 'parallel'];
const A_NUMBER = 'a whole number from 1 to 16';
const MOST_PARALLEL = 16;
const MOST_JOBS = 1_000;

/** Which jobs there are decides which keys they may have, so this is read first. */
const OUTLINE = z
  .object({ job: z.unknown().optional(), jobs: z.unknown().optional() })
  .catch({ job: undefined, jobs: undefined });
const NAMED_JOB = z.object({ job: z.unknown() }).catch({ job: undefined });

/** Reads and validates a pipeline file. Throws a `CorpusError` that names every fault with its line. */
export async function readPipelineFile(path: string): Promise<Pipeline> {
  const { job, jobs } = await readYamlFile(path, { schema: OUTLINE, knownKeys: () => [] });
  if (jobs !== undefined) return readQueue(path, Array.isArray(jobs) ? jobs : []);
  const { schema, keys, options } = jobRule(job);
  return {
    job: await readYamlFile(path, {
      schema,
      knownKeys: ([first]) => (first === 'options' ? options : [...keys, 'jobs']),
    }),
  };
}

function readQueue(path: string, outlines: readonly unknown[]): Promise<JobQueue> {
  const rules = outlines.slice(0, MOST_JOBS).map((outline) => jobRule(NAMED_JOB.parse(outline).job));
  const [first = jobRule(undefined).schema, ...others] = rules.map(({ schema }) => schema);
  const error = `a list of 1 to ${MOST_JOBS} jobs`;
  return readYamlFile(path, {
    schema: z.strictObject(
      {
        jobs: z.tuple([first, ...others], { error }),
        parallel: z
          .int({ error: A_NUMBER })
          .min(1, { error: A_NUMBER })
          .max(MOST_PARALLEL, { error: A_NUMBER })
          .default(1),
      },
      { error: 'the keys jobs and parallel' },
    ),
    knownKeys: ([, index, key]) => {
      const rule = rules[Number(index)];
      if (rule === undefined) return QUEUE_KEYS;
      return key === 'options' ? rule.options : rule.keys;
    },
  });
}
