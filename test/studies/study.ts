// Studies of the program's numbers, with their tables in docs/statistics.md:
// `npm run study -- coverage|size|length|corpora|all [--repetitions 2000] [--seed 1] [--corpora folder] [--cases folder]
// [--out docs/statistics.md]`. The folders hold corpora as JSON Lines files, which are not part of the repository.
import { readFileSync, writeFileSync } from 'node:fs';
import { corporaTables } from './corpora-table.ts';
import { coverageTables } from './coverage-table.ts';
import { lengthTable } from './length-table.ts';
import { withSection } from './page.ts';
import { sizeTable } from './size-table.ts';
import type { StudyName, StudyOptions } from './study-options.ts';
import { STUDY_NAMES, studyOptions } from './study-options.ts';

const STUDIES: Readonly<Record<StudyName, (options: StudyOptions) => string>> = {
  coverage: coverageTables,
  size: sizeTable,
  length: lengthTable,
  corpora: corporaTables,
};

function study(options: StudyOptions): void {
  for (const name of STUDY_NAMES) {
    if (options.name !== 'all' && options.name !== name) continue;
    const before = process.cpuUsage();
    const section = STUDIES[name](options);
    const { user, system } = process.cpuUsage(before);
    process.stderr.write(`${name}: ${Math.round((user + system) / 1e6)} s of one core\n`);
    writeFileSync(options.out, withSection(readFileSync(options.out, 'utf8'), name, section));
  }
}

try {
  study(studyOptions(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
