import type { LongRandom } from './long-random.ts';
import { createLongRandom } from './long-random.ts';
import { createProse } from './prose.ts';
import { drawRank, wordOf } from './words.ts';

const COPIES = 0.02;
const NEAR_COPIES = 0.03;
/** Words of a near-copy that are others. */
const CHANGED_WORDS = 0.05;
/** Earlier texts, of all parts of the corpus, that copies are made of. */
const REMEMBERED = 2_000;
const REMEMBERED_SHARE = 0.1;
const FIRST_DAY = Date.UTC(2015, 0, 1);
const DAYS = 3_650;
const DAY_MILLISECONDS = 86_400_000;

/** Lines of JSON Lines without end; a shorter corpus of one seed is the beginning of a longer one. */
export function* madeRecords(seed: number): Generator<string> {
  const random = createLongRandom(seed);
  const prose = createProse(random);
  const earlier: string[] = [];
  for (let number = 0; ; number++) {
    const text = copied(random, earlier) ?? prose();
    remember(random, earlier, text);
    const source = `site-${drawRank(random)}.example`;
    yield `${JSON.stringify({ id: `text-${number}`, text, source, date: drawDate(random) })}\n`;
  }
}

function copied(random: LongRandom, earlier: readonly string[]): string | undefined {
  const point = random.next();
  const text = earlier[random.between(0, earlier.length - 1)];
  if (point > COPIES + NEAR_COPIES || text === undefined) return undefined;
  if (point < COPIES) return text;
  return text
    .split(' ')
    .map((word) => (random.chance(CHANGED_WORDS) ? wordOf(drawRank(random)) : word))
    .join(' ');
}

function remember(random: LongRandom, earlier: string[], text: string): void {
  if (earlier.length < REMEMBERED) earlier.push(text);
  else if (random.chance(REMEMBERED_SHARE)) earlier[random.between(0, REMEMBERED - 1)] = text;
}

function drawDate(random: LongRandom): string {
  const day = new Date(FIRST_DAY + random.between(0, DAYS) * DAY_MILLISECONDS);
  return day.toISOString().slice(0, 10);
}
