import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { limitsOf } from '../../src/engine/key-limits.ts';
import type * as ThreadCounters from '../../src/engine/thread-counter.ts';
import type { FileReference, HandOver, Unit, UnitCounter } from '../../src/engine/unit.ts';
import { DEFAULT_FIELDS } from '../../src/formats/format.ts';
import { createProfile } from '../../src/profile/profile.ts';
import { TINY } from '../support/profiles.ts';

/** Threads run what was built. */
const BUILT = new URL('../../dist/engine/thread-counter.js', import.meta.url);
const { signal } = new AbortController();
const NONE = limitsOf(createProfile(TINY));

function unitOf(name: string, shard: number): Unit {
  const file: FileReference = { shard, uri: `fixtures/corpora/${name}.jsonl` };
  return { kind: 'files', key: name, part: 0, files: [file] };
}

const FIRST = unitOf('heteroglossic', 0);
const SECOND = unitOf('monologic', 1);

describe('a thread that ends between two tasks', () => {
  const threads: Worker[] = [];
  const noteThread = (thread: Worker): void => void threads.push(thread);
  let counter: UnitCounter;

  beforeEach(async () => {
    process.on('worker', noteThread);
    const { threadCounter } = (await import(BUILT.href)) as typeof ThreadCounters;
    counter = threadCounter({
      threads: 1,
      settings: { plan: { fields: DEFAULT_FIELDS, split: 'document' }, capacities: TINY },
      watch: { signal, onAdvance: () => undefined },
      isEager: false,
    });
    expect(await counter.count(FIRST, NONE)).toBeNull();
    process.off('worker', noteThread);
    await threads.at(-1)?.terminate();
  });
  afterEach(() => counter.close());

  it('is missed at the next unit, and what it had counted is named', async () => {
    const outcome = await counter.count(SECOND, NONE);
    expect(outcome).toMatchObject({ others: [FIRST] });
    expect(await counter.count(FIRST, NONE)).toBeNull();
    expect(await counter.count(SECOND, NONE)).toBeNull();
    const handOver = (await counter.handOver()) as HandOver;
    expect(handOver.units.map(({ unit }) => unit)).toEqual([FIRST, SECOND]);
    expect(handOver.profile.sample.total).toBe(
      handOver.units.reduce((sum, { report }) => sum + report.documents, 0),
    );
  });

  it('is missed when its counts are wanted', async () => {
    expect(await counter.handOver()).toMatchObject({ others: [FIRST] });
    expect(await counter.handOver()).toBeNull();
  });
});
