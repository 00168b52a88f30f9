import { duplicateGraph } from '../../src/measures/duplicate-graph.ts';
import { toEnd } from '../../src/profile/values.ts';
import { seeded, wordOf } from '../support/large-files.ts';
import { profileOf } from '../support/profiles.ts';

/** A text by itself, and a copy of it between the header and the footer of a site. */
interface WrappedText {
  readonly length: number;
  readonly alone: string;
  readonly wrapped: string;
}

const TYPES = 20_000;
const SHORTEST = 30;
const LONGEST = 5_000;
const SITES = 4;
const SHORTEST_PART = 10;
const LONGEST_PART = 300;

/** Lengths from which recall is told apart. */
const LENGTHS: readonly number[] = [30, 100, 300, 1_000, 3_000];

type Chance = () => number;

/** Words by rank, which are used nearly as often as ranks in a language (Zipf). */
function words(chance: Chance, count: number): string {
  return Array.from({ length: count }, () => wordOf(Math.floor(TYPES ** chance()) - 1)).join(' ');
}

/** A length between two, each order of size as likely as the next. */
function lengthBetween(chance: Chance, least: number, most: number): number {
  return Math.floor(least * (most / least) ** chance());
}

/** As many texts of 30 to 5,000 words, each of which a few sites have between 20 to 600 words of theirs and a date. */
function makeWrapped(seed: number, count: number): readonly WrappedText[] {
  const chance = seeded(seed);
  const part = (): string => words(chance, lengthBetween(chance, SHORTEST_PART, LONGEST_PART));
  const sites = Array.from({ length: SITES }, () => ({ header: part(), footer: part() }));
  return Array.from({ length: count }, (_, index) => {
    const length = lengthBetween(chance, SHORTEST, LONGEST);
    const alone = words(chance, length);
    const { header = '', footer = '' } = sites[index % SITES] ?? {};
    return { length, alone, wrapped: `${header} ${1_900 + index} ${alone} ${footer}` };
  });
}

/** Texts of a range of lengths that were put in a wrapping, and how many of them were found in it. */
interface Recall {
  readonly least: number;
  readonly made: number;
  readonly found: number;
}

/** What is found of as many texts for each seed, by ranges of lengths. */
export function recallOfWrapped(seeds: number, count: number): readonly Recall[] {
  const sums = LENGTHS.map((least) => ({ least, made: 0, found: 0 }));
  for (let seed = 1; seed <= seeds; seed++) {
    const made = makeWrapped(seed, count);
    const pairs = pairsAmong(made);
    for (const [index, { length }] of made.entries()) {
      const sum = sums.findLast(({ least }) => length >= least);
      if (sum === undefined) continue;
      sum.made += 1;
      if (pairs.has(`alone ${index}/wrapped ${index}`)) sum.found += 1;
    }
  }
  return sums;
}

function pairsAmong(made: readonly WrappedText[]): ReadonlySet<string> {
  const profile = profileOf(
    made.flatMap(({ alone, wrapped }, index) => [
      { id: `alone ${index}`, text: alone },
      { id: `wrapped ${index}`, text: wrapped },
    ]),
  );
  const { texts, pairs } = toEnd(duplicateGraph(profile.signatures));
  const idOf = (text: number | undefined): string => texts[text ?? -1]?.text.id ?? '';
  return new Set(
    pairs.first.map((first, index) => [idOf(first), idOf(pairs.second[index])].toSorted().join('/')),
  );
}
