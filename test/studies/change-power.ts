import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareProfiles } from '../../src/compare/compare-corpora.ts';
import type { Document } from '../../src/document.ts';
import { seeded } from '../support/large-files.ts';
import { profileOf } from '../support/profiles.ts';
import { PAIRS } from './corpora.ts';

/**
 * How often a version is called narrowed in which some human texts were replaced by generated ones, beside the share
 * that the comparison says it would find 8 times in 10.
 * npx tsx test/studies/change-power.ts [folder of pairs] [draws]
 */
const FOLDER = process.argv[2] ?? join(import.meta.dirname, '../../../shared/cases/pair');
const DRAWS = Number(process.argv[3] ?? 40);
const SHARES = [0.15, 0.2, 0.3, 0.4, 0.5];
const COLUMNS = 16;

const random = seeded(9);
for (const name of PAIRS) {
  const human = textsOf(`${name}__human.jsonl`);
  const generated = textsOf(`${name}__synthetic.jsonl`);
  const baseline = profileOf(human);
  const found = SHARES.map((share) => {
    const drawn = Array.from({ length: DRAWS }, () => {
      const replaced = new Set(shuffledPlaces(human.length).slice(0, Math.round(share * human.length)));
      const version = human.map((text, place) => (replaced.has(place) ? (generated[place] ?? text) : text));
      return compareProfiles(baseline, profileOf(version)).verdict;
    });
    const narrowed = drawn.filter(({ direction }) => direction === 'narrowed').length;
    const stated = drawn.reduce((sum, { detectable }) => sum + (detectable?.share ?? 1), 0);
    return { share, found: narrowed / drawn.length, stated: stated / drawn.length };
  });
  const cells = found.map(
    (own) =>
      `${100 * own.share} %: ${(100 * own.found).toFixed(0)} % (stated ${(100 * own.stated).toFixed(0)} %)`,
  );
  process.stdout.write(`${name.padEnd(COLUMNS)} ${cells.join(', ')}\n`);
}

function textsOf(name: string): readonly Document[] {
  return readFileSync(join(FOLDER, name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => ({ text: (JSON.parse(line) as { readonly text: string }).text }));
}

function shuffledPlaces(length: number): readonly number[] {
  return Array.from({ length }, (_, place) => ({ place, key: random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ place }) => place);
}
