import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { homogeneity } from '../../src/audits/homogeneity.ts';
import type { Level } from '../../src/audits/level.ts';
import { levelOf } from '../../src/audits/level.ts';
import type { Quantity } from '../../src/statistics/quantity.ts';
import { LABELLED_CORPORA } from '../calibration/labelled-corpora.ts';
import { indexValuesOf } from '../calibration/measured-file.ts';
import { seeded } from '../support/large-files.ts';

/**
 * How steady index and level are: random halves of each corpus, random quarters, and documents cut short.
 * npm run study:verdict [folder of shared text] [draws]
 */
const SHARED = process.argv[2] ?? join(import.meta.dirname, '../../../shared');
const DRAWS = Number(process.argv[3] ?? 20);
const MOST_DOCUMENTS = 800;
const FEWEST_DOCUMENTS = 200;
const CUTS = [200, 400, 800];
const STEPS: readonly Level[] = ['heteroglossic', 'narrowing', 'monologic'];

interface Judged {
  readonly index: Quantity;
  readonly level: Level;
}

const random = seeded(1);
const pooled = { pairs: 0, contain: 0, apart: 0, agree: 0, draws: 0, inside: 0 };
for (const { name, path } of LABELLED_CORPORA) {
  const lines = readFileSync(join(SHARED, path), 'utf8').trimEnd().split('\n');
  const texts = shuffled(lines.map((line) => textOf(line))).slice(0, MOST_DOCUMENTS);
  const whole = judged(texts);
  const isPooled = texts.length >= FEWEST_DOCUMENTS;
  const own = { contain: 0, apart: 0, inside: 0 };
  for (let draw = 0; draw < DRAWS; draw++) {
    const order = shuffled(texts);
    const middle = Math.floor(order.length / 2);
    const [first, second] = [judged(order.slice(0, middle)), judged(order.slice(middle))];
    const quarter = judged(order.slice(0, Math.floor(order.length / 4)));
    const contains = containsZero(first.index, second.index);
    const steps = Math.abs(STEPS.indexOf(first.level) - STEPS.indexOf(second.level));
    own.contain += Number(contains);
    own.apart += Number(steps > 1);
    for (const part of [first, quarter]) own.inside += Number(holds(part.index, whole.index.value));
    if (!isPooled) continue;
    pooled.pairs += 1;
    pooled.contain += Number(contains);
    pooled.apart += Number(steps > 1);
    pooled.agree += Number(steps === 0);
  }
  if (isPooled) {
    pooled.draws += 2 * DRAWS;
    pooled.inside += own.inside;
  }
  const cut: string[] = [];
  for (const words of CUTS) {
    const { index } = judged(texts.map((text) => beginning(text, words)));
    cut.push((index.value - whole.index.value).toFixed(1));
  }
  print(
    `${name}: ${texts.length} documents, ${whole.index.value.toFixed(1)} ${whole.level}; halves agree ${share(own.contain, DRAWS)}, two steps apart ${own.apart}; whole inside the interval of a half or quarter ${share(own.inside, 2 * DRAWS)}; cut at ${CUTS.join(', ')} words ${cut.join(', ')} points`,
  );
}
print(
  `Pooled over corpora of ${FEWEST_DOCUMENTS} documents or more: 0 in the interval of the difference ${share(pooled.contain, pooled.pairs)}, levels agree ${share(pooled.agree, pooled.pairs)}, two steps apart ${pooled.apart}, whole inside the interval of its part ${share(pooled.inside, pooled.draws)}`,
);

function judged(texts: readonly string[]): Judged {
  const values = indexValuesOf(texts);
  const index = homogeneity(values);
  if (index === null) throw new Error('too few documents for an index');
  return { index, level: levelOf(values, index) };
}

function textOf(line: string): string {
  const record: unknown = JSON.parse(line);
  const isRecord = typeof record === 'object' && record !== null && 'text' in record;
  return isRecord && typeof record.text === 'string' ? record.text : '';
}

function shuffled(texts: readonly string[]): readonly string[] {
  return texts
    .map((text) => ({ text, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ text }) => text);
}

function beginning(text: string, words: number): string {
  return new RegExp(`^\\s*(?:\\S+\\s+){0,${words}}`, 'u').exec(`${text} `)?.[0] ?? text;
}

function containsZero(a: Quantity, b: Quantity): boolean {
  return Math.abs(a.value - b.value) <= Math.hypot(halfWidth(a), halfWidth(b));
}

function halfWidth({ value, interval = [value, value] }: Quantity): number {
  return (interval[1] - interval[0]) / 2;
}

function holds({ interval }: Quantity, value: number): boolean {
  return interval !== undefined && interval[0] <= value && value <= interval[1];
}

function share(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
