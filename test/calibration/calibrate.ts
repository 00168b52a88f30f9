import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Calibration, HeldOut } from '../../src/audits/calibration-shape.ts';
import { homogeneity } from '../../src/audits/homogeneity.ts';
import { levelOf } from '../../src/audits/level.ts';
import { readCases } from '../../src/jobs/cases/case-file.ts';
import { CASE_RULES } from '../../src/jobs/cases/case-rules.ts';
import type { JudgedFile, LabelledCase } from '../../src/jobs/cases/labelled-case.ts';
import type { MeasuredCorpus, MeasuredPair } from './calibration-rule.ts';
import { calibrate } from './calibration-rule.ts';
import { LABELLED_CORPORA } from './labelled-corpora.ts';
import type { MeasuredValues } from './measured-file.ts';
import { measuredFile } from './measured-file.ts';

const ROOT = join(import.meta.dirname, '../..');
const SHARED = process.argv[2] ?? join(ROOT, '../shared');
const TARGET = join(ROOT, 'src/audits/calibration.ts');
/** Kinds that rest on the index. */
const JUDGED = ['pair', 'mixture', 'temporal', 'trap', 'stability'];
const EXPECTED = { many: 'heteroglossic', one: 'monologic' } as const;

const known = new Map<string, MeasuredValues>();
const cases = (await readCases(join(SHARED, 'cases/cases.json'))).filter(({ kind }) => JUDGED.includes(kind));
const corpora: MeasuredCorpus[] = [];
for (const corpus of LABELLED_CORPORA) corpora.push({ ...corpus, values: await measured(corpus.path) });
const pairs: MeasuredPair[] = [];
for (const { kind, name, files } of cases)
  if (kind === 'pair') pairs.push({ source: name, generated: await measured(`cases/${files[1]}`) });
for (const file of cases.flatMap(({ files }) => files)) await measured(`cases/${file}`);

const sources = [...new Set([...corpora, ...pairs].map(({ source }) => source))];
const calibration: Calibration = { ...calibrate(corpora, pairs), heldOut: sources.map(heldOut) };
writeFileSync(TARGET, sourceOf(calibration));
execFileSync(join(ROOT, 'node_modules/.bin/biome'), ['check', '--write', TARGET], { stdio: 'inherit' });
report(calibration);

async function measured(path: string): Promise<MeasuredValues> {
  const values = known.get(path) ?? (await measuredFile(join(SHARED, path)));
  known.set(path, values);
  return values;
}

/** Calibrates without a source, and judges what is of it. */
function heldOut(source: string): HeldOut {
  const others = <Row extends { readonly source: string }>(rows: readonly Row[]): readonly Row[] =>
    rows.filter((row) => row.source !== source);
  const without: Calibration = { ...calibrate(others(corpora), others(pairs)), heldOut: [] };
  const ownCorpora = corpora.filter((corpus) => corpus.source === source && corpus.voices !== null);
  const ownCases = cases.filter(({ files }) => files.some((file) => file.includes(source)));
  const results = [
    ...ownCorpora.map((corpus) => isRight(corpus, without)),
    ...ownCases.map((labelled) => passes(labelled, without)),
  ];
  return { source, judged: results.length, passed: results.filter(Boolean).length };
}

function isRight({ voices, values }: MeasuredCorpus, by: Calibration): boolean {
  return voices !== null && levelOf(values, homogeneity(values, by), by.levels) === EXPECTED[voices];
}

function passes(labelled: LabelledCase, by: Calibration): boolean {
  const files = labelled.files.map((file) => judgedFile(`cases/${file}`, by));
  return CASE_RULES.get(labelled.kind)?.(files, labelled).outcome === 'passed';
}

function judgedFile(path: string, by: Calibration): JudgedFile {
  const values = known.get(path);
  if (values === undefined) throw new Error(`${path} was not measured`);
  const index = homogeneity(values, by);
  const { documents, distinct } = values['exact-duplicates'];
  return {
    path,
    level: levelOf(values, index, by.levels),
    index,
    distinct,
    copies: (documents - distinct) / documents,
    copiesFailed: false,
    templated: values.boilerplate.share?.value ?? null,
    pairs: null,
  };
}

function sourceOf(found: Calibration): string {
  return `import type { Calibration } from './calibration-shape.ts';

/** Written by \`npm run calibrate\`, which says how. */
export const CALIBRATION: Calibration = ${JSON.stringify(found)};
`;
}

function report({ levels, corpora: placed, heldOut: left }: Calibration): void {
  const lines = [
    ...placed.map(
      ({ name, voices, value, interval }) => `${value}\t${interval.join(' to ')}\t${voices}\t${name}`,
    ),
    `narrowing from ${levels.narrowing}, monologic from ${levels.monologic}`,
    ...left.map(({ source, judged, passed }) => `without ${source}: ${passed} of ${judged} right`),
    ...cases.map((labelled) => {
      const files = labelled.files.map((file) => judgedFile(`cases/${file}`, calibration));
      const result = CASE_RULES.get(labelled.kind)?.(files, labelled);
      return `${result?.outcome}\t${labelled.kind} ${labelled.name}: ${result?.figure}`;
    }),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
