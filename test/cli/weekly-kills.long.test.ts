import { expect, it } from 'vitest';
import { surviveKills } from './weekly-kills.ts';

it('a weekly run that is killed at any of 20 moments leaves a history that opens, and the next run puts it right', async () => {
  expect(await surviveKills(20, 2026)).toBeGreaterThanOrEqual(10);
});
