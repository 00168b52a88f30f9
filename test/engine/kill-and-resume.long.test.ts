import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finished } from '../cli/command.ts';
import {
  hashOf,
  MB,
  ordinaryLines,
  profileHash,
  seeded,
  startBuilt,
  store,
  tell,
  upTo,
} from '../support/large-files.ts';

const SEED = 20_26;
const KILLS = 10;
/** Files of this size are units by themselves, compressed ones are cut into several, and a checkpoint is made after any. */
const FILES = 8;
const FILE_BYTES = 9 * MB;
const PACKED_BYTES = 24 * MB;

describe('a run that is killed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'heteroglossia-'));
  const corpus = join(folder, 'corpus');
  const random = seeded(SEED);
  let expected = '';
  let milliseconds = 0;
  beforeAll(async () => {
    await mkdir(corpus);
    for (let file = 0; file < FILES; file++)
      await store(join(corpus, `${file}.jsonl`), upTo(FILE_BYTES, ordinaryLines(file)));
    await store(join(corpus, 'packed.jsonl.gz'), upTo(PACKED_BYTES, ordinaryLines(FILES)));
    const plain = await profileHash([corpus], join(folder, 'plain.profile'));
    const started = performance.now();
    expected = await profileHash([corpus], join(folder, 'whole.profile'), checkpointIn('whole'));
    milliseconds = performance.now() - started;
    expect(expected).toBe(plain);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function checkpointIn(name: string): readonly string[] {
    return ['--checkpoint', join(folder, `${name}.checkpoint`)];
  }

  function hasCheckpoint(name: string): boolean {
    return existsSync(join(folder, `${name}.checkpoint`, 'heteroglossia.checkpoint'));
  }

  /** Starts a run and kills it at a moment, unless it was faster. */
  async function killed(name: string, moment: number): Promise<boolean> {
    const output = join(folder, `${name}.profile`);
    const child = startBuilt(['profile', corpus, '-o', output, '--quiet', ...checkpointIn(name)]);
    const ended = finished(child);
    await Promise.race([setTimeout(moment), ended]);
    child.kill('SIGKILL');
    return (await ended).code === null;
  }

  it(`at any of ${KILLS} moments goes on to the bytes of a run that was not`, async () => {
    let resumed = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const name = `kill-${kill}`;
      const moment = (0.2 + 0.8 * random()) * milliseconds;
      const wasKilled = await killed(name, moment);
      const isKept = hasCheckpoint(name);
      if (isKept) resumed += 1;
      const started = performance.now();
      const bytes = await profileHash([corpus], join(folder, `${name}.profile`), checkpointIn(name));
      const seconds = (performance.now() - started) / 1000;
      tell(
        `killed ${wasKilled} at ${Math.round(moment)} of ${Math.round(milliseconds)} ms, ` +
          `checkpoint ${isKept}, resumed in ${seconds.toFixed(1)} s`,
      );
      expect(bytes).toBe(expected);
      expect(hasCheckpoint(name)).toBe(false);
    }
    expect(resumed).toBeGreaterThanOrEqual(KILLS / 2);
  });

  it('again and again ends in the same bytes', async () => {
    for (let kill = 0; kill < 3; kill++) await killed('again', (0.3 + 0.3 * random()) * milliseconds);
    await profileHash([corpus], join(folder, 'again.profile'), checkpointIn('again'));
    expect(await hashOf(join(folder, 'again.profile'))).toBe(expected);
  });
});
