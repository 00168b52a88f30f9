import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HETEROGLOSSIC, heteroglossia, inFolder, MONOLOGIC, type Result } from './command.ts';

function firstOf(path: string): string {
  return readFileSync(path, 'utf8').split('\n').slice(0, 40).join('\n');
}

/** Runs a pipeline in a folder with a varied corpus and one of one voice. */
async function runPipeline(cwd: string, text: string, args: readonly string[] = []): Promise<Result> {
  writeFileSync(join(cwd, 'varied.jsonl'), firstOf(HETEROGLOSSIC));
  writeFileSync(join(cwd, 'alike.jsonl'), firstOf(MONOLOGIC));
  writeFileSync(join(cwd, 'p.yaml'), text);
  return heteroglossia(['run', 'p.yaml', ...args], { cwd });
}

const JOBS = `
jobs:
  - { job: audit, name: varied, inputs: [varied.jsonl], outputs: [varied.json], options: { fail-on: never } }
  - { job: audit, inputs: [no.jsonl], outputs: [no.json] }
  - { job: audit, inputs: [alike.jsonl], outputs: [alike.json] }
  - job: compare
    baseline: varied.jsonl
    candidate: alike.jsonl
    outputs: [changes.json]
    options: { fail-on: never }
`;

describe.concurrent('a queue of jobs', () => {
  test.each([1, 3])(
    'is run and summed up, and one that fails does not stop the others: %i at a time',
    async (parallel) => {
      await inFolder(async (cwd) => {
        const { code, stdout, stderr } = await runPipeline(cwd, `parallel: ${parallel}${JOBS}`);
        const lines = stdout.trimEnd().split('\n');
        expect(lines).toHaveLength(4);
        expect(lines[0]).toMatch(/^varied: exit 0\. heteroglossic\. Homogeneity .* from 40 documents\.$/u);
        expect(lines[1]).toMatch(/^audit 2: exit 2\. There is no file or folder "no\.jsonl"\./u);
        expect(lines[2]).toMatch(/^audit 3: exit 1\. monologic\. /u);
        expect(lines[3]).toMatch(/^compare 4: exit 0\. narrowed\. /u);
        expect(stderr).toBe('');
        expect(code).toBe(2);
        expect(
          ['varied', 'no', 'alike', 'changes'].map((name) => existsSync(join(cwd, `${name}.json`))),
        ).toEqual([true, false, true, true]);
      });
    },
  );

  test('may hold series', async () => {
    await inFolder(async (cwd) => {
      const series = '{ job: trend, name: both, inputs: [varied.jsonl, alike.jsonl], outputs: [t.json] }';
      const { code, stdout } = await runPipeline(cwd, `jobs:\n  - ${series}\n`, ['--fail-on', 'never']);
      expect(stdout).toMatch(/^both: exit 0\. insufficient-data\. /u);
      expect(code).toBe(0);
      expect(JSON.parse(readFileSync(join(cwd, 't.json'), 'utf8')).points).toHaveLength(2);
    });
  });

  test('gives 1 where the gravest is a level that fails, and says nothing where it is to be quiet', async () => {
    await inFolder(async (cwd) => {
      const jobs = ['varied', 'alike']
        .map((name) => `  - { job: audit, inputs: [${name}.jsonl] }\n`)
        .join('');
      expect(await runPipeline(cwd, `jobs:\n${jobs}`, ['--quiet'])).toEqual({
        code: 1,
        stdout: '',
        stderr: '',
      });
    });
  });

  test('gives 3 where an input was lost on the way', async () => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'cut.json'), `[{"text":"one two three"},{"text":"four`);
      const jobs = ['cut.json', 'alike.jsonl']
        .map((name) => `  - { job: audit, inputs: [${name}] }\n`)
        .join('');
      const { code, stdout } = await runPipeline(cwd, `jobs:\n${jobs}`);
      expect(stdout).toMatch(/audit 1: exit 3.*\naudit 2: exit 1/u);
      expect(code).toBe(3);
    });
  });
});

describe.concurrent('a queue that is written wrongly is refused before anything runs', () => {
  test.each([
    ['jobs: []', 'line 1: jobs takes a list of 1 to 1000 jobs, not []'],
    ['jobs: audit', 'line 1: jobs takes a list of 1 to 1000 jobs, not "audit"'],
    [`parallel: 0\njobs:\n${job('')}`, 'line 1: parallel takes a whole number from 1 to 16, not 0'],
    [`paralel: 2\njobs:\n${job('')}`, 'line 1: there is no key "paralel". Did you mean "parallel"?'],
    [
      `jobs:\n${job('')}${job(', output: [a.md]')}`,
      'line 3: there is no key "jobs.1.output". Did you mean "outputs"?',
    ],
    [
      `jobs:\n${job(', options: { txt-field: body }')}`,
      'line 2: there is no key "jobs.0.options.txt-field". Did you mean "text-field"?',
    ],
    ['jobs:\n  - { job: aduit }', 'line 2: jobs.0.job takes audit, compare, trend or weekly, not "aduit"'],
    [
      'jobs:\n  - { job: weekly, inputs: [a], history: h, reports: r, week: 2026-W99 }',
      'line 2: jobs.0.week takes an ISO week such as 2026-W12, not "2026-W99"',
    ],
    [`jobs:\n${job(', outputs: [a.md]')}${job(', outputs: [./a.md]')}`, 'It takes each place once'],
    [`jobs:\n${job(', outputs: ["-"]')}`, 'a file where there are several jobs'],
    [
      `jobs:\n${['a', 'b'].map((reports) => `  - { job: weekly, inputs: [varied.jsonl], history: h.sqlite, reports: ${reports} }\n`).join('')}`,
      'series cannot be "main". It takes a name that no other job has in the same history.',
    ],
  ])('%j', async (text, answer) => {
    await inFolder(async (cwd) => {
      const { code, stdout, stderr } = await runPipeline(cwd, text);
      expect(stderr).toContain(answer);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(existsSync(join(cwd, 'a.md'))).toBe(false);
    });
  });

  test.each(['--json', '--output=a.md', '--documents=a.jsonl'])(
    'with %s, which is of one job',
    async (option) => {
      await inFolder(async (cwd) => {
        const { code, stderr } = await runPipeline(cwd, `jobs:\n${job('')}`, [option]);
        expect(stderr).toContain('It takes a place in the file where it holds several jobs');
        expect(code).toBe(2);
      });
    },
  );
});

function job(rest: string): string {
  return `  - { job: audit, inputs: [varied.jsonl]${rest} }\n`;
}
