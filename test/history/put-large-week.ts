import { openHistory } from '../../src/history/open-history.ts';
import { madeRun } from './made-weeks.ts';

// Run in a process of its own, with a limit on the size of files.
const history = await openHistory(process.argv[2] ?? '', { signal: new AbortController().signal });
await history.put([madeRun('2026-W50', { report: JSON.stringify({ text: 'x'.repeat(2 ** 20) }) })]);
