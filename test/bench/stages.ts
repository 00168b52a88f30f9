import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Observation from '../../src/engine/observation.ts';
import type * as ShardItems from '../../src/engine/shard-items.ts';
import type * as Formats from '../../src/formats/format.ts';
import type { CountMeasure, Measure } from '../../src/measures/measure.ts';
import type * as Registry from '../../src/measures/registry.ts';
import type * as ProfileState from '../../src/profile/profile.ts';
import type * as Files from '../../src/sources/file.ts';
import type * as Content from '../../src/text/content.ts';
import type { Corpus } from './corpus-file.ts';
import { median } from './median.ts';
import { createStopwatch, type Stopwatch } from './stopwatch.ts';

const READ = 'read lines, parse JSON';
const HASH = 'hash the content';
const TOKENIZE = 'cut into words';
const SAMPLE = 'document sample';

/** Seconds that one kind of work takes on a corpus. */
export interface Stage {
  readonly name: string;
  readonly seconds: number;
}

/** Times each kind of work on one core, in the program as it was built. The first pass, which warms up, does not count. */
export async function measureStages(corpus: Corpus, runs: number): Promise<readonly Stage[]> {
  const pass = await preparePass();
  await pass(corpus.path);
  const passes: ReadonlyMap<string, number>[] = [];
  for (let run = 0; run < runs; run++) passes.push(await pass(corpus.path));
  const names = [...(passes[0]?.keys() ?? [])];
  return names.map((name) => ({ name, seconds: median(passes.map((sums) => sums.get(name) ?? 0)) }));
}

/** One reading of a file that gives the seconds of each kind of work. */
async function preparePass(): Promise<(path: string) => Promise<ReadonlyMap<string, number>>> {
  const { createObserver } = await built<typeof Observation>('engine/observation.js');
  const { shardItems } = await built<typeof ShardItems>('engine/shard-items.js');
  const { DEFAULT_FIELDS } = await built<typeof Formats>('formats/format.js');
  const { MEASURES } = await built<typeof Registry>('measures/registry.js');
  const { createProfile } = await built<typeof ProfileState>('profile/profile.js');
  const { fileShard } = await built<typeof Files>('sources/file.js');
  const { contentHash } = await built<typeof Content>('text/content.js');
  const watch = createStopwatch();
  timeFills(
    Object.values<Measure>(MEASURES).filter((measure) => measure.kind === 'count'),
    watch,
  );
  return async (path) => {
    const observer = createObserver(createProfile());
    const bytes = fileShard(path).open(new AbortController().signal);
    watch.start([READ, HASH, TOKENIZE]);
    for await (const batch of shardItems(
      { fields: DEFAULT_FIELDS, split: 'document' },
      { uri: path, bytes },
    )) {
      watch.lap(READ);
      for (const item of batch) {
        if (item.kind === 'problem') continue;
        contentHash(item.document.text);
        watch.lap(HASH);
        observer.observe(item.document);
        watch.lap(SAMPLE);
      }
    }
    watch.lap(READ);
    return withoutSecondHash(watch.sums());
  };
}

/** The observer hashes too, before the first measure: that is taken off again. */
function withoutSecondHash(sums: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const both = sums.get(TOKENIZE) ?? 0;
  return new Map(sums).set(TOKENIZE, both - (sums.get(HASH) ?? 0));
}

/** Makes the measures note their time, in this process alone. What stands before the first is cutting into words. */
function timeFills(
  measures: readonly CountMeasure<string, string, string, unknown>[],
  watch: Stopwatch,
): void {
  for (const [index, measure] of measures.entries()) {
    const fill = measure.fill.bind(measure);
    const name = `count: ${measure.id}`;
    measure.fill = (view, state) => {
      watch.lap(index === 0 ? TOKENIZE : name);
      fill(view, state);
      watch.lap(name);
    };
  }
}

async function built<Module>(path: string): Promise<Module> {
  return import(pathToFileURL(join(import.meta.dirname, '../../dist', path)).href) as Promise<Module>;
}
