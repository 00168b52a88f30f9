import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Profile } from '../../src/profile/profile.ts';
import { mergeProfiles } from '../../src/profile/profile.ts';
import { jackknifeInterval } from '../../src/statistics/jackknife.ts';
import { profileOf, roundTrip } from '../support/profiles.ts';
import { compared, rowsOf } from './comparing.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'shared', 'corpora');
const CORPORA = ['brown', 'gum', 'ewt', 'wikitext2'];
const QUARTERS = [0, 1, 2, 3];
/** Enough for words of every band; all of Brown would take as long as the others together. */
const MOST_DOCUMENTS = 160;

/** Which quarters are the corpus; the others are the reference. Halves, a quarter, and three quarters. */
const SPLITS = [[0, 1], [0, 2], [1, 2], [0], [3], [0, 1, 2]];

function textsOf(name: string): readonly string[] {
  const lines = readFileSync(join(folder, `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n');
  const step = Math.max(1, Math.floor(lines.length / MOST_DOCUMENTS));
  return lines
    .filter((_, place) => place % step === 0)
    .slice(0, MOST_DOCUMENTS)
    .map((line) => (JSON.parse(line) as { readonly text: string }).text);
}

/** Dealt to the quarters by chance, as far as multiplication can deal. */
function quarters(texts: readonly string[]): readonly (readonly string[])[] {
  const quarterOf = (place: number): number => (Math.imul(place + 1, 0x9e3779b1) >>> 16) % QUARTERS.length;
  return QUARTERS.map((quarter) => texts.filter((_, place) => quarterOf(place) === quarter));
}

function profileOfTexts(texts: readonly string[]): Profile {
  return profileOf(texts.map((text) => ({ text })));
}

function sumOf(parts: readonly Profile[]): Profile {
  return parts.map(roundTrip).reduce(mergeProfiles);
}

describe.each(CORPORA)('parts of %s', (name) => {
  const path = join(folder, `${name}.jsonl`);
  const title = existsSync(path) ? '' : ` (skipped: there is no ${path})`;

  it.skipIf(title !== '')(
    `keep as much of each other as is expected, in every band${title}`,
    { timeout: 120_000 },
    () => {
      const parts = quarters(textsOf(name)).map(profileOfTexts);
      const tails = SPLITS.map((split) =>
        compared(
          sumOf(parts.filter((_, part) => !split.includes(part))),
          sumOf(parts.filter((_, part) => split.includes(part))),
        ),
      );
      const rows = tails.map((tail) => rowsOf(tail));
      for (const [place, [band]] of (rows[0] ?? []).entries()) {
        const own = rows.flatMap((all) => (all[place] === undefined ? [] : [all[place][1]]));
        expect(own, band).toHaveLength(SPLITS.length);
        const reaches = own.map(({ difference }) => jackknifeInterval(difference) ?? [1, -1]);
        const mean = own.reduce((sum, { difference }) => sum + difference.value, 0) / own.length;
        const reach = reaches.reduce((sum, [low, high]) => sum + (high - low) / 2, 0) / own.length;
        // Of six comparisons that share their documents in part, the mean has less than half of the error of one.
        expect(Math.abs(mean), band).toBeLessThan(0.6 * reach);
        const around = reaches.filter(([low, high]) => low <= 0 && high >= 0).length;
        expect(around, band).toBeGreaterThanOrEqual(SPLITS.length - 1);
      }
      for (const { lost } of tails) expect(lost).toBeLessThanOrEqual(2);
    },
  );

  it.skipIf(title !== '')(`show what was lost${title}`, { timeout: 120_000 }, () => {
    const [a = [], b = [], c = [], d = []] = quarters(textsOf(name));
    const reference = profileOfTexts([...a, ...b]);
    const candidates = [...c, ...d];
    const collapsed = {
      'without its rare words': withoutRareWords(candidates),
      'half of the commonest words': withCommonText(candidates),
    };
    for (const [how, texts] of Object.entries(collapsed)) {
      const { rare, bands } = compared(reference, profileOfTexts(texts));
      const [, high] = (rare === null ? null : jackknifeInterval(rare.difference)) ?? [0, 0];
      expect(high, how).toBeLessThan(-0.01);
      expect(
        bands.every(({ difference }) => difference.value < 0),
        how,
      ).toBe(true);
    }
  });
});

/** Words by how often they occur. */
function countsOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}

/** The texts with every word that occurs up to three times left out. */
function withoutRareWords(texts: readonly string[]): readonly string[] {
  const counts = countsOf(texts);
  return texts.map((text) =>
    wordsOf(text)
      .filter((word) => (counts.get(word) ?? 0) > 3)
      .join(' '),
  );
}

/** The texts with every second one replaced by as many of the 200 commonest words, in turn. */
function withCommonText(texts: readonly string[]): readonly string[] {
  const common = [...countsOf(texts)].toSorted(([, one], [, other]) => other - one).slice(0, 200);
  return texts.map((text, place) =>
    place % 2 === 0
      ? text
      : `${place} ${wordsOf(text)
          .map((_, word) => common[(word + place) % common.length]?.[0] ?? '')
          .join(' ')}`,
  );
}
