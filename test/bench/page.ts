import type { BenchOptions } from './bench-options.ts';
import type { Machine } from './machine.ts';
import type { Results } from './results.ts';
import { commandTable, goalTable, stageTable, startTable } from './tables.ts';

/** What follows this line in a page was written by hand and stays when the page is written again. */
const BY_HAND = '<!-- What follows is written by hand and kept by the benchmark. -->';

export interface Circumstances {
  readonly options: BenchOptions;
  readonly machine: Machine;
  /** The command line as given. */
  readonly args: readonly string[];
  readonly started: Date;
}

/** All results as Markdown. */
export function pageOf(results: Results, circumstances: Circumstances): string {
  return [
    '# Performance',
    `Written by \`${commandOf(circumstances)}\` on ${circumstances.started.toISOString().slice(0, 10)}.\nRun it on your machine: the ratios carry over, the seconds do not.`,
    machineOf(circumstances.machine),
    `## What must be reached\n\nOn two cores. Speeds are better when higher, all else when lower; peaks are the highest of all commands of the program at that size, against \`--memory\` of 1 GiB.`,
    goalTable(results),
    `## Commands\n\n${corpusOf(circumstances.options)}\nAll commands of all sizes were run in turn, rounds: ${circumstances.options.runs}, with \`LC_ALL=C.UTF-8\` and warm files; times are medians, peaks are the highest. Corpora above 2 GB are audited once, for their peak.\nMB are 10⁶ bytes before compression; "a core" divides by the seconds that all cores together worked; ratios compare speeds on the same corpus, and \`audit\` and \`profile\` include the start of the program.`,
    commandTable(results),
    `## Start, and work on the document sample\n\nMedians of 10 runs, for profiles of ${circumstances.options.runs}. An audit of a profile is the work on the document sample and the verdict, with the start of the program.`,
    startTable(results),
    `## Work by kind\n\nOne core, the corpus of ${results.stages.corpusName}, in a process that is warm.`,
    stageTable(results),
    '',
  ].join('\n\n');
}

/** The page with what an earlier one has by hand. */
export function keepByHand(page: string, earlier: string | null): string {
  const from = earlier?.indexOf(BY_HAND) ?? -1;
  const kept = earlier === null || from < 0 ? `${BY_HAND}\n` : earlier.slice(from);
  return `${page.trimEnd()}\n\n${kept}`;
}

function commandOf({ args }: Circumstances): string {
  return args.length === 0 ? 'npm run bench' : `npm run bench -- ${args.join(' ')}`;
}

function corpusOf({ input }: BenchOptions): string {
  return input === null
    ? 'The corpora are made with a seed: words by Zipf’s and Heaps’ laws, log-normal lengths, 2 % copies, 3 % near-copies.'
    : 'The corpora repeat a given file, each time with every tenth word replaced.';
}

function machineOf({ processor, cores, memory, system, node, load, isQuiet }: Machine): string {
  const warning = isQuiet ? '' : '\n**Other work was running: do not trust the times.**';
  return `${processor}, ${cores} cores, ${memory} of memory, ${system}, Node ${node}.\nLoad at the start: ${load.toFixed(2)}.${warning}`;
}
