import type { BenchOptions } from './bench-options.ts';
import type { Corpus, CorpusPlace } from './corpus-file.ts';
import { makeCorpus, packCorpus, warm } from './corpus-file.ts';
import { measureCommand } from './measured-command.ts';
import type { Results } from './results.ts';
import { measureRounds } from './rounds.ts';
import { sizeOf } from './size.ts';
import { measureStages } from './stages.ts';
import { auditOf, isRunOnce, profileOf, program, subjectsOf } from './subjects.ts';

const SMALL = sizeOf('1MB');
const MOST_STAGED = sizeOf('10MB');
const START_RUNS = 10;

type Tell = (message: string) => void;

/** Makes the corpora in a folder and measures everything. */
export async function measureAll(options: BenchOptions, folder: string, tell: Tell): Promise<Results> {
  const place: CorpusPlace = { folder, input: options.input };
  const corpora: Corpus[] = [];
  for (const size of options.sizes) {
    tell(`making ${size.name}`);
    const corpus = await makeCorpus(size, place);
    if (!isRunOnce(corpus)) await packCorpus(corpus);
    corpora.push(corpus);
  }
  const largest = corpora.findLast((corpus) => !isRunOnce(corpus));
  if (largest === undefined) throw new Error('No size up to 2 GB is given.');
  const small = await makeCorpus(SMALL, place);
  const staged = largest.size.bytes < MOST_STAGED.bytes ? largest : await makeCorpus(MOST_STAGED, place);
  const repeated = corpora.filter((corpus) => !isRunOnce(corpus));
  for (const { path } of [...repeated, small, staged]) await warm(path);
  for (const { packedPath } of repeated) await warm(packedPath);
  const { runs } = options;
  const tasks = subjectsOf(corpora).map((subject) => ({
    ...subject,
    label: `${subject.title} of ${subject.corpus.size.name}`,
  }));
  return {
    rows: [
      ...(await measureRounds(
        tasks.filter(({ corpus }) => !isRunOnce(corpus)),
        { runs, tell },
      )),
      ...(await measureRounds(
        tasks.filter(({ corpus }) => isRunOnce(corpus)),
        { runs: 1, tell },
      )),
    ],
    startUp: await measureStart(small, tell),
    sampleWork: { largestName: largest.size.name, ...(await measureSample(largest, small, { runs, tell })) },
    stages: {
      corpusName: staged.size.name,
      bytes: staged.bytes,
      list: await measureStages(staged, runs),
    },
  };
}

async function measureStart({ path }: Corpus, tell: Tell): Promise<Results['startUp']> {
  const [node, help, smallAudit] = await secondsOf(
    [
      ['node -e 0', [process.execPath, '-e', '0']],
      ['--help', program('--help')],
      ['audit of 1 MB', auditOf(path)],
    ],
    { runs: START_RUNS, tell },
  );
  return { node: node ?? 0, help: help ?? 0, smallAudit: smallAudit ?? 0 };
}

/** The profile of the largest corpus is there from the rounds. */
async function measureSample(
  large: Corpus,
  small: Corpus,
  options: { readonly runs: number; readonly tell: Tell },
): Promise<{ readonly largest: number; readonly small: number }> {
  await measureCommand(profileOf(small));
  const [first, second] = await secondsOf(
    [
      [`profile of ${large.size.name}`, auditOf(large.profilePath)],
      [`profile of ${small.size.name}`, auditOf(small.profilePath)],
    ],
    options,
  );
  return { largest: first ?? 0, small: second ?? 0 };
}

async function secondsOf(
  commands: readonly (readonly [title: string, command: readonly string[]])[],
  options: { readonly runs: number; readonly tell: Tell },
): Promise<readonly number[]> {
  const tasks = commands.map(([title, command]) => ({ title, label: title, command }));
  return (await measureRounds(tasks, options)).map(({ seconds }) => seconds);
}
