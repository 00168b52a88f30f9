/** A document made for a test, and the template it was made from; null for free text. */
interface MadeDocument {
  readonly text: string;
  readonly template: number | null;
}

export interface MadeCorpus {
  readonly documents: readonly MadeDocument[];
  /** The words of each template, with null for a slot. */
  readonly frames: readonly (readonly (string | null)[])[];
}

/** A number from 0 to below 1 at each call (Marsaglia 2003, Xorshift RNGs). */
type Chance = () => number;

function createChance(seed: number): Chance {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

const TYPES = 20_000;
const SYLLABLES = [
  'ka',
  'lo',
  'mi',
  'ter',
  'un',
  'so',
  'pel',
  'dra',
  'ni',
  'vo',
  'est',
  'gu',
  'ri',
  'ban',
  'te',
  'qui',
];

/** Words by rank, with short ones first; which are used nearly as often as ranks in a language (Zipf). */
function wordOf(rank: number): string {
  let rest = rank + 1;
  let word = '';
  while (rest > 0) {
    word += SYLLABLES[rest % SYLLABLES.length];
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return word;
}

function words(chance: Chance, count: number): readonly string[] {
  return Array.from({ length: count }, () => wordOf(Math.floor(TYPES ** chance()) - 1));
}

function between(chance: Chance, least: number, most: number): number {
  return least + Math.floor(chance() * (most - least + 1));
}

/** Runs of one to eight words with slots between them, 5 to 60 words in all. */
function makeFrame(chance: Chance): readonly (string | null)[] {
  const length = Math.round(5 * 12 ** chance());
  const frame: (string | null)[] = chance() < 0.3 ? [null] : [];
  for (let used = 0; used < length; ) {
    const run = Math.min(length - used, between(chance, 1, 8));
    frame.push(...words(chance, run), null);
    used += run;
  }
  return chance() < 0.5 && frame.length > length + 2 ? frame.slice(0, -1) : frame;
}

/** Templates with 10 to 100 fillings each, among as many free texts as asked for, in no order. */
export function makeTemplates(seed: number, templates: number, freeTexts: number): MadeCorpus {
  const chance = createChance(seed);
  const frames = Array.from({ length: templates }, () => makeFrame(chance));
  const made: MadeDocument[] = frames.flatMap((frame, template) => {
    const longest = frame.map(() => between(chance, 1, 12));
    return Array.from({ length: between(chance, 10, 100) }, () => ({
      text: frame
        .flatMap((word, index) => word ?? words(chance, between(chance, 1, longest[index] ?? 1)))
        .join(' '),
      template,
    }));
  });
  for (let index = 0; index < freeTexts; index++)
    made.push({ text: words(chance, between(chance, 5, 150)).join(' '), template: null });
  const keyed = made.map((document) => ({ document, key: chance() })).toSorted((a, b) => a.key - b.key);
  return { documents: keyed.map(({ document }) => document), frames };
}

/** The adjusted Rand index of two partitions (Hubert and Arabie 1985, Comparing partitions): 1 where they agree, about 0 by chance. */
export function adjustedRandIndex(one: readonly number[], other: readonly number[]): number {
  const both = pairsOf(one.map((key, index) => `${key} ${other[index]}`));
  const [first, second] = [pairsOf(one), pairsOf(other)];
  const expected = (first * second) / ((one.length * (one.length - 1)) / 2);
  return first === expected && second === expected
    ? 1
    : (both - expected) / ((first + second) / 2 - expected);
}

/** Pairs of equal keys. */
function pairsOf(keys: readonly (number | string)[]): number {
  const sizes = new Map<number | string, number>();
  for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}
