import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { directionOf, tailsOf } from '../../src/compare/compare-corpora.ts';
import type { ComparedCorpus } from '../../src/compare/compared-corpus.ts';
import { comparedCorpus } from '../../src/compare/compared-corpus.ts';
import type { Direction } from '../../src/compare/comparison.ts';
import { exchangedLikeness } from '../../src/compare/exchanged-likeness.ts';
import { narrowingOf } from '../../src/compare/narrowing.ts';
import { changedShares, textChanges } from '../../src/compare/text-changes.ts';
import { wordDrift } from '../../src/compare/word-drift.ts';
import { seeded } from '../support/large-files.ts';
import { profileOf } from '../support/profiles.ts';
import { CORPORA } from './corpora.ts';

/**
 * How often two random versions of one corpus are called different: a direction other than unchanged, or word drift.
 * They are halves, or have a share of their documents in common.
 * npx tsx test/studies/change-halves.ts [folder of corpora] [draws] [most documents of both together] [share in common]
 */
const FOLDER = process.argv[2] ?? join(import.meta.dirname, '../../../shared/corpora');
const DRAWS = Number(process.argv[3] ?? 200);
const MOST_DOCUMENTS = Number(process.argv[4] ?? 400);
const COMMON = Number(process.argv[5] ?? 0);
const COLUMNS = 22;

interface Drawn {
  readonly direction: Direction;
  readonly value: number;
  readonly drift: boolean;
}

const random = seeded(8);
const all: Drawn[] = [];
for (const name of CORPORA) {
  const texts = readFileSync(join(FOLDER, `${name}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { readonly text: string }).text);
  const own = Array.from({ length: DRAWS }, () => comparedVersions(shuffled(texts).slice(0, MOST_DOCUMENTS)));
  all.push(...own);
  print(name, own);
}
print('all', all);

function comparedVersions(texts: readonly string[]): Drawn {
  const size = Math.floor(texts.length / (2 - COMMON));
  const sides = {
    baseline: sideOf(texts.slice(0, size)),
    candidate: sideOf(texts.slice(texts.length - size)),
  };
  const changes = textChanges({ baseline: sides.baseline.texts, candidate: sides.candidate.texts });
  const narrowing = narrowingOf(sides, tailsOf(sides), changedShares(changes));
  return {
    direction: directionOf(narrowing, exchangedLikeness(sides, changes)),
    value: narrowing?.value ?? 0,
    drift: wordDrift(sides).alarm,
  };
}

function sideOf(texts: readonly string[]): ComparedCorpus {
  return comparedCorpus(profileOf(texts.map((text) => ({ text }))));
}

function print(name: string, drawn: readonly Drawn[]): void {
  const share = (is: (own: Drawn) => boolean): string =>
    `${((100 * drawn.filter(is).length) / drawn.length).toFixed(1)} %`;
  const mean = drawn.reduce((sum, { value }) => sum + value, 0) / drawn.length;
  const spread = Math.sqrt(drawn.reduce((sum, { value }) => sum + (value - mean) ** 2, 0) / drawn.length);
  process.stdout.write(
    `${name.padEnd(COLUMNS)} narrowed ${share(({ direction }) => direction === 'narrowed')}, widened ${share(({ direction }) => direction === 'widened')}, drift ${share(({ drift }) => drift)}; narrowing ${mean.toFixed(2)} ± ${spread.toFixed(2)}\n`,
  );
}

function shuffled(texts: readonly string[]): readonly string[] {
  const order = [...texts];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const held = order[last] ?? '';
    order[last] = order[other] ?? '';
    order[other] = held;
  }
  return order;
}
