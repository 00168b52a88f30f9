import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Argument, type Command, Option } from 'commander';
import { CorpusError } from '../errors.ts';
import { EXIT_CODES } from './exit-code.ts';
import { writeLines } from './line-file.ts';
import { checkOutput } from './output-file.ts';
import { tell } from './progress-bar.ts';
import type { Session } from './session.ts';

const STANDARD = '-';
const ACTIONS = ['list', 'export', 'import'] as const;

interface HistoryFlags {
  readonly series?: string;
  readonly output: string;
}

/** Looks into a history, and moves its weeks from one database to another. */
export function addHistoryCommand(program: Command, session: Session): void {
  program
    .command('history')
    .summary('list, export or import the weeks of a history')
    .description('Lists the weeks of a history, or writes them as JSON Lines, or reads such lines back.')
    .addArgument(new Argument('<action>', 'what to do').choices(ACTIONS))
    .argument('<history>', 'a SQLite file, or postgres://user@host/database')
    .argument('[lines]', 'for import: a file of JSON Lines, or - for standard input')
    .addOption(new Option('--series <name>', 'only the weeks of this series'))
    .addOption(
      new Option('-o, --output <path>', 'for export: where the lines go; - is standard output').default(
        STANDARD,
      ),
    )
    .addHelpText('after', HELP)
    .action(async (action: (typeof ACTIONS)[number], place: string, lines: string | undefined, flags) => {
      refuseLines(action, lines);
      await ACT[action]({ place, lines: lines ?? '', flags: flags as HistoryFlags }, session);
      session.finish(EXIT_CODES.fine);
    });
}

const HELP = `
An import keeps all weeks of its lines or none, and replaces those that are there.
Where a server asks for a password, the variable PGPASSWORD keeps it out of the list of processes.

Examples:
  heteroglossia history list weeks.sqlite
  heteroglossia history export weeks.sqlite -o weeks.jsonl
  heteroglossia history import postgres://team@db.example/corpora weeks.jsonl`;

interface Task {
  readonly place: string;
  readonly lines: string;
  readonly flags: HistoryFlags;
}

const ACT: Readonly<Record<(typeof ACTIONS)[number], (task: Task, session: Session) => Promise<void>>> = {
  list: listWeeks,
  export: exportWeeks,
  import: importWeeks,
};

function refuseLines(action: string, lines: string | undefined): void {
  if ((action === 'import') === (lines !== undefined)) return;
  throw new CorpusError({
    code: 'OPTION_INVALID',
    option: 'The history command',
    value: action,
    expected:
      lines === undefined
        ? 'a file of lines after the history, or -, where it imports'
        : 'nothing after the history',
  });
}

async function listWeeks({ place, flags }: Task, session: Session): Promise<void> {
  const { openHistory } = await import('../history/open-history.ts');
  const { historyTable } = await import('../report/history-table.ts');
  const history = await openHistory(place, { signal: session.signal, mustExist: true });
  try {
    const entries = await history.list(flags.series);
    await session.stdout.write(historyTable(entries));
  } finally {
    await history.close();
  }
}

async function exportWeeks({ place, flags: { series, output } }: Task, session: Session): Promise<void> {
  await checkOutput(output, [place], session.signal);
  const { openHistory } = await import('../history/open-history.ts');
  const { exportedWeeks } = await import('../history/history-lines.ts');
  const history = await openHistory(place, { signal: session.signal, mustExist: true });
  try {
    await writeLines({ path: output, option: '--output' }, exportedWeeks(history, series), session);
  } finally {
    await history.close();
  }
}

async function importWeeks({ place, lines }: Task, session: Session): Promise<void> {
  const { openHistory } = await import('../history/open-history.ts');
  const { importLines } = await import('../history/history-lines.ts');
  const input = lines === STANDARD ? process.stdin : await openLines(lines);
  const history = await openHistory(place, { signal: session.signal });
  try {
    const reader = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
    const kept = await importLines(history, reader, lines);
    tell(`${kept === 1 ? '1 week is' : `${kept} weeks are`} now in ${history.place}.`);
  } finally {
    await history.close();
  }
}

/** A stream fails only when it is read, and then in a place where nobody waits for it. */
async function openLines(path: string): Promise<NodeJS.ReadableStream> {
  const stream = createReadStream(path);
  await new Promise<void>((resolve, reject) => {
    stream.once('open', () => resolve());
    stream.once('error', reject);
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new CorpusError({ code: 'INPUT_MISSING', input: path });
    throw new CorpusError({ code: 'INPUT_UNREADABLE', input: path, reason: error.message }, { cause: error });
  });
  return stream;
}
