import { markdownTable } from './markdown-table.ts';
import { goalsOf, verdictOn } from './must-reach.ts';
import type { Results, Row } from './results.ts';
import { findRow } from './results.ts';
import type { SubjectId } from './subjects.ts';

const MIB = 2 ** 20;
const MB = 1e6;

export function goalTable(results: Results): string {
  const rows = goalsOf(results).map((goal) => [
    goal.what,
    goal.show(goal.bar),
    goal.show(goal.aim),
    goal.value === null ? 'not run' : goal.show(goal.value),
    verdictOn(goal),
  ]);
  return markdownTable([['what', 'bar', 'aim', 'measured', 'holds'], ...rows], 1);
}

export function commandTable(results: Results): string {
  const head = [
    'corpus',
    'command',
    's',
    'MB/s',
    'MB/s a core',
    'cores',
    'peak MiB',
    '× wc -w',
    '× gzip -dc',
  ];
  return markdownTable([head, ...results.rows.map((row) => commandCells(results, row))], 2);
}

function commandCells(results: Results, row: Row): readonly string[] {
  const megabytes = row.corpus.bytes / MB;
  return [
    row.corpus.size.name,
    row.title,
    row.seconds.toFixed(row.seconds < 10 ? 3 : 1),
    (megabytes / row.seconds).toFixed(1),
    (megabytes / row.cpuSeconds).toFixed(1),
    (row.cpuSeconds / row.seconds).toFixed(2),
    row.peakBytes === null ? '–' : (row.peakBytes / MIB).toFixed(0),
    ratioTo(results, 'wc', row),
    ratioTo(results, 'gzip', row),
  ];
}

/** How fast it is for a command of the same run. */
function ratioTo(results: Results, id: SubjectId, row: Row): string {
  const other = findRow(results, id, row.corpus.size.bytes);
  return other === undefined ? '–' : (other.seconds / row.seconds).toFixed(3);
}

/** Work that is done for estimates with intervals alone; the other counts are needed without them too. */
const STATISTICS_ALONE: readonly string[] = ['count: word-groups'];

export function stageTable({ stages: { bytes, list } }: Results): string {
  const total = list.reduce((sum, { seconds }) => sum + seconds, 0);
  const statistics = list.filter(({ name }) => STATISTICS_ALONE.includes(name));
  const sums = [
    { name: 'all', seconds: total },
    { name: 'of it for intervals alone', seconds: statistics.reduce((sum, { seconds }) => sum + seconds, 0) },
  ];
  const rows = [...list, ...sums].map(({ name, seconds }) => [
    name,
    seconds.toFixed(3),
    (bytes / MB / seconds).toFixed(1),
    `${((seconds / total) * 100).toFixed(1)} %`,
  ]);
  return markdownTable([['work', 's', 'MB/s', 'share'], ...rows], 1);
}

export function startTable({ startUp, sampleWork }: Results): string {
  const rows = [
    ['`node -e 0`, for comparison', startUp.node],
    ['`--help`', startUp.help],
    ['audit of 1 MB', startUp.smallAudit],
    [`audit of the profile of ${sampleWork.largestName}`, sampleWork.largest],
    ['audit of the profile of 1 MB', sampleWork.small],
  ] as const;
  return markdownTable([['what', 's'], ...rows.map(([what, seconds]) => [what, seconds.toFixed(3)])], 1);
}
