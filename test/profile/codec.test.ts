import { hash } from 'node:crypto';
import { expect, it } from 'vitest';
import { decodeProfile, encodeProfile, PROFILE_MAGIC } from '../../src/profile/codec.ts';
import { currentPlan } from '../../src/profile/plan.ts';
import { createWriter, writeBytes, writeString, writtenBytes } from '../../src/sketches/bytes.ts';
import { profileOf } from '../support/profiles.ts';

/** A profile of a sound checksum that says this about its plan. */
function withPlan(plan: string): Uint8Array {
  const writer = createWriter();
  writeBytes(writer, PROFILE_MAGIC);
  writeString(writer, plan);
  const body = writtenBytes(writer);
  return Buffer.concat([body, hash('sha256', body, 'buffer')]);
}

it.each([
  ['null', 'invalid'],
  ['7', 'invalid'],
  ['[]', 'invalid'],
  ['{', 'invalid'],
  ['{}', 'invalid'],
  ['{"tokenizer":null}', 'mismatch'],
  ['{"tokenizer":"other"}', 'mismatch'],
  [JSON.stringify(currentPlan()), 'mismatch'],
  [JSON.stringify({ ...currentPlan(), holdsText: 'yes' }), 'mismatch'],
])('a sound checksum over the plan %s is a fault and no crash', (plan, kind) => {
  expect(decodeProfile(withPlan(plan))).toMatchObject({ kind });
});

it('refuses to write counts that are not exact', () => {
  const profile = profileOf([{ text: 'one' }]);
  profile.sample.total = 2 ** 53;
  expect(() => encodeProfile(profile)).toThrow('more than 2^53 - 1 times');
});
