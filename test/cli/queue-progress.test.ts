import { describe, expect, it } from 'vitest';
import type { ProgressBar } from '../../src/cli/progress-bar.ts';
import { sharedDisplays } from '../../src/cli/queue-progress.ts';
import type { Progress } from '../../src/engine/engine.ts';

/** Notes down what a bar is told. */
function bar(): ProgressBar & { readonly shown: Progress[]; readonly notes: string[]; stops: number } {
  const kept = { shown: [] as Progress[], notes: [] as string[], stops: 0 };
  return {
    ...kept,
    update: (progress) => kept.shown.push(progress),
    note: (note) => kept.notes.push(note),
    stop() {
      this.stops += 1;
    },
  };
}

const read = (bytes: number, totalBytes: number | null): Progress => ({
  documents: bytes / 10,
  problems: 1,
  bytes,
  totalBytes,
});

describe('the display of a queue', () => {
  it('shows the sum of what all jobs have read, and of how much once all have begun', () => {
    const one = bar();
    const [first, second] = sharedDisplays(one, ['first', 'second']);
    first?.update(read(10, 100));
    first?.update(read(50, 100));
    second?.update(read(20, 200));
    first?.update(read(100, 100));
    expect(one.shown).toEqual([
      { documents: 1, problems: 1, bytes: 10, totalBytes: null },
      { documents: 5, problems: 1, bytes: 50, totalBytes: null },
      { documents: 7, problems: 2, bytes: 70, totalBytes: 300 },
      { documents: 12, problems: 2, bytes: 120, totalBytes: 300 },
    ]);
  });

  it('knows no sum where a job does not know its own', () => {
    const one = bar();
    const [first, second] = sharedDisplays(one, ['first', 'second']);
    first?.update(read(10, null));
    second?.update(read(20, 200));
    expect(one.shown.at(-1)?.totalBytes).toBeNull();
  });

  it('says whose note it is, and goes on when one job has ended', () => {
    const one = bar();
    const [, second] = sharedDisplays(one, ['first', 'second']);
    second?.note('There is a gap.');
    second?.stop();
    expect(one.notes).toEqual(['second: There is a gap.']);
    expect(one.stops).toBe(0);
  });
});
