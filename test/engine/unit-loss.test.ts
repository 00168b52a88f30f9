import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Checkpoint } from '../../src/engine/checkpoint.ts';
import type { HandOver, Unit, UnitCounter } from '../../src/engine/unit.ts';
import type { Counting, UnitSettings, UnitWatch } from '../../src/engine/unit-count.ts';
import { countUnit, openUnit, startCounting } from '../../src/engine/unit-count.ts';
import type { Piece } from '../../src/engine/unit-plan.ts';
import { planUnits } from '../../src/engine/unit-plan.ts';
import { countPieces } from '../../src/engine/unit-queue.ts';
import type { Whole } from '../../src/engine/whole.ts';
import { createWhole, watchOf } from '../../src/engine/whole.ts';
import { DEFAULT_FIELDS } from '../../src/formats/format.ts';

import { encodeProfile } from '../../src/profile/codec.ts';
import { resolveInputs } from '../../src/sources/inputs.ts';
import { TINY } from '../support/profiles.ts';

const CORPORA = ['heteroglossic', 'narrowing', 'monologic'].map((name) => `fixtures/corpora/${name}.jsonl`);
const PLAN = { inputs: CORPORA, fields: DEFAULT_FIELDS, split: 'document' } as const;
const SETTINGS: UnitSettings = { plan: PLAN, capacities: TINY };
const { signal } = new AbortController();
const WATCH: UnitWatch = { signal, onAdvance: () => undefined };

/** Counts units one after another, hands over when asked to, and dies before those units that `dies` names. */
function mortalCounter(dies: (unit: Unit) => boolean, handsOver: (unit: Unit) => boolean): UnitCounter {
  let counting: Counting | null = null;
  let held: HandOver['units'] = [];
  const taken = (): HandOver | null => {
    const handOver = counting === null ? null : { profile: counting.profile, units: held };
    counting = null;
    held = [];
    return handOver;
  };
  const countOne: UnitCounter['count'] = async (unit, limits) => {
    if (dies(unit)) {
      const others = held.map(({ unit: other }) => other);
      counting = null;
      held = [];
      return { error: new Error('the thread died'), others };
    }
    counting ??= startCounting(TINY, limits);
    const report = await countUnit(openUnit(unit, signal), PLAN, counting, WATCH);
    held = [...held, { unit, report }];
    return handsOver(unit) ? taken() : null;
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    count(unit, limits): ReturnType<UnitCounter['count']> {
      const own = last.then(() => countOne(unit, limits));
      last = own;
      return own;
    },
    handOver: () => Promise.resolve(taken()),
    problems: () => 0,
    close: () => Promise.resolve(),
  };
}

interface CountOptions {
  readonly whole?: Whole;
  readonly unitBytes?: number;
  readonly checkpoint?: Checkpoint | null;
}

async function countWith(
  counter: UnitCounter | null,
  { whole = createWhole(TINY), unitBytes = 60_000, checkpoint = null }: CountOptions = {},
): Promise<Whole> {
  const source = await resolveInputs(CORPORA);
  const options = { plan: PLAN, signal, unitBytes, totalBytes: 500_000, onBytes: () => undefined };
  const watch = watchOf(whole, { signal }, () => 0);
  const pieces = planUnits(source, options);
  await countPieces(pieces, { whole, counter, settings: SETTINGS, watch, threads: 1, checkpoint });
  return whole;
}

function digestOf({ profile }: Whole): string {
  return createHash('sha256').update(encodeProfile(profile)).digest('hex');
}

describe('a thread that dies', () => {
  it('costs nothing: what it held and what it was counting are counted again', async () => {
    const expected = digestOf(await countWith(null));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), async (chances) => {
        const failed = new Set<string>();
        let turn = 0;
        const chance = (): boolean => chances[turn++ % chances.length] ?? false;
        // Each unit fails once at most, which is what a second try is for.
        const dies = ({ key }: Unit): boolean => !failed.has(key) && chance() && failed.add(key).has(key);
        const whole = await countWith(mortalCounter(dies, chance));
        expect(digestOf(whole)).toBe(expected);
        expect([...whole.ledger.counts]).toEqual([]);
      }),
      { numRuns: 3 },
    );
  });

  it('loses the unit that kills it every time, and nothing else', async () => {
    let units = 0;
    await countWith(
      mortalCounter(
        () => {
          units += 1;
          return false;
        },
        () => true,
      ),
    );
    const doomed = await countWith(
      mortalCounter(
        ({ part, kind }) => kind === 'range' && part === 1,
        () => false,
      ),
    );
    const losses = doomed.ledger.counts.get('SHARD_LOST') ?? 0;
    expect(units).toBeGreaterThan(6);
    expect(losses).toBeGreaterThan(0);
    expect(losses).toBeLessThanOrEqual(CORPORA.length);
    const all = (await countWith(null)).profile.sample.total;
    expect(doomed.profile.sample.total).toBeGreaterThan(all / 2);
    expect(doomed.profile.sample.total).toBeLessThan(all);
  });
});

/** Whether a unit holds the second file. */
function dooms(unit: Unit): boolean {
  return unit.kind === 'files' && unit.files.some(({ uri }) => uri === CORPORA[1]);
}

describe('a pack of files of which one kills its thread', () => {
  // All files go into one unit.
  const unitBytes = 2 ** 30;
  it('is counted file by file, and not again when the run goes on', async () => {
    const whole = createWhole(TINY);
    const done = new Set<string>();
    const [first] = CORPORA;
    const ended = countWith(
      mortalCounter(dooms, () => true),
      {
        whole,
        unitBytes,
        checkpoint: {
          done,
          // The run ends as soon as the first file is counted.
          note(keys) {
            for (const key of keys) done.add(key);
            return Promise.reject(new Error('killed'));
          },
          remove: () => Promise.resolve(),
        },
      },
    );
    await expect(ended).rejects.toThrow('killed');
    const documents = whole.profile.sample.total;
    expect(documents).toBeGreaterThan(0);
    const counted: (string | undefined)[] = [];
    const resumed = await countWith(
      mortalCounter(
        (unit) => {
          if (unit.kind === 'files') counted.push(...unit.files.map(({ uri }) => uri));
          return dooms(unit);
        },
        () => true,
      ),
      {
        whole,
        unitBytes,
        checkpoint: { done, note: () => Promise.resolve(), remove: () => Promise.resolve() },
      },
    );
    expect(counted).not.toContain(first);
    const uninterrupted = await countWith(
      mortalCounter(dooms, () => true),
      { unitBytes },
    );
    expect(digestOf(resumed)).toBe(digestOf(uninterrupted));
    expect([...resumed.ledger.counts]).toEqual([['SHARD_LOST', 1]]);
  });
});

describe('inputs whose listing breaks off', () => {
  it('end the run with what broke it, after what was being counted', async () => {
    const whole = createWhole(TINY);
    const source = await resolveInputs(CORPORA);
    async function* breakingOff(): AsyncGenerator<Piece> {
      const options = { plan: PLAN, signal, unitBytes: 60_000, totalBytes: null, onBytes: () => undefined };
      for await (const piece of planUnits(source, options)) {
        yield piece;
        throw new Error('the listing broke off');
      }
    }
    let isClosed = false;
    const counter = mortalCounter(
      () => isClosed,
      () => true,
    );
    const watch = watchOf(whole, { signal }, () => 0);
    const options = { whole, counter, settings: SETTINGS, watch, threads: 1, checkpoint: null };
    await expect(countPieces(breakingOff(), options)).rejects.toThrow('the listing broke off');
    isClosed = true;
    expect(whole.profile.sample.total).toBeGreaterThan(0);
    expect([...whole.ledger.counts]).toEqual([]);
  });
});
