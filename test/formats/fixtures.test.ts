import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decompress } from '../../src/sources/compression.ts';
import { cutAt, readAll } from './reading.ts';

const folder = new URL('../../fixtures/formats/', import.meta.url);
const names = readdirSync(folder).filter((name) => !/\.expected\.json$|\.ts$/u.test(name));

describe('fixtures give what is expected beside them', () => {
  for (const name of names) {
    it(name, async () => {
      const bytes = readFileSync(new URL(name, folder));
      const expected: unknown = JSON.parse(readFileSync(new URL(`${name}.expected.json`, folder), 'utf8'));
      expect(await readAll(decompress(cutAt(bytes, [])), { uri: name })).toEqual(expected);
    });
  }
});
