import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  audit,
  expectBounded,
  GB,
  GIB,
  made,
  measured,
  recordOf,
  repeated,
  seeded,
  store,
  takeYardstick,
  tell,
  wordOf,
  type Yardstick,
} from '../support/large-files.ts';

/** A corpus that is hostile as a whole, and what the report must say of it. */
interface Case {
  readonly name: string;
  readonly file: string;
  readonly chunks: () => Iterable<string | Uint8Array>;
  readonly documents: number;
  readonly problems?: Readonly<Record<string, number>>;
}

const MILLION = 1_000_000;
const TEXT =
  'The ferry left before sunrise. Nobody on the pier had thought of the letters, and so they stayed where they ' +
  'were: in a tin box under the bench, tied with the ribbon of a hat that had gone out of fashion. ';
const PUNCTUATION = '.,;:!?()[]{}"\'-_/\\|@#$%^&*+=<>~`…—«»¿¡';

/** A text of some characters, chosen at random. */
function randomText(random: () => number, characters: string, length: number): string {
  return Array.from({ length }, () => characters[Math.floor(random() * characters.length)]).join('');
}

function* punctuation(): Iterable<string> {
  const random = seeded(3);
  const stock = randomText(random, PUNCTUATION, 100_000);
  for (let index = 0; index < 100_000; index++) {
    const from = Math.floor(random() * 99_000);
    yield recordOf({ text: stock.slice(from, from + 1_000) });
  }
}

const CORPORA: readonly Case[] = [
  {
    name: 'a million documents of one word, all different',
    file: 'words.jsonl',
    chunks: () => made(MILLION, (index) => recordOf({ text: wordOf(index) })),
    documents: MILLION,
  },
  {
    name: 'a million lines of one word in a .txt, read by line',
    file: 'words.txt',
    chunks: () => made(MILLION, (index) => `${wordOf(index)}\n`),
    documents: MILLION,
  },
  {
    name: 'one text a million times',
    file: 'copies.jsonl',
    chunks: () => repeated(recordOf({ text: TEXT }), MILLION * recordOf({ text: TEXT }).length),
    documents: MILLION,
  },
  {
    name: 'one id a million times',
    file: 'ids.jsonl',
    chunks: () => made(MILLION, (index) => recordOf({ id: 'one', text: `${wordOf(index)} ${TEXT}` })),
    documents: MILLION,
    problems: { ID_REPEATED: MILLION - 1 },
  },
  {
    name: 'a million sources',
    file: 'sources.jsonl',
    chunks: () =>
      made(MILLION, (index) =>
        recordOf({ text: `${wordOf(index)} ${TEXT}`, source: `site-${index}.example` }),
      ),
    documents: MILLION,
  },
  {
    name: 'a million broken records',
    file: 'broken.jsonl',
    chunks: () =>
      made(MILLION + 1, (index) => (index === 0 ? recordOf({ text: TEXT }) : `{"text": ${index}\n`)),
    documents: 1,
    problems: { JSON_SYNTAX: MILLION },
  },
  { name: 'punctuation alone', file: 'points.jsonl', chunks: punctuation, documents: 100_000 },
  {
    name: 'texts of 300,000 letters without a space',
    file: 'letters.jsonl',
    chunks: () => made(1_000, (index) => recordOf({ text: wordOf(index) + 'abcdefghij'.repeat(30_000) })),
    documents: 1_000,
  },
  {
    name: 'texts of ten words of 100 kB',
    file: 'long-words.jsonl',
    chunks: () =>
      made(1_000, (index) =>
        recordOf({
          text: [...made(10, (word) => `${wordOf(index * 10 + word)}${'xyz'.repeat(33_333)}`)].join(' '),
        }),
      ),
    documents: 1_000,
  },
  {
    name: 'texts of two words 100 kB apart',
    file: 'far-words.jsonl',
    chunks: () => made(10_000, (index) => recordOf({ text: `${wordOf(index)} ${'. '.repeat(50_000)} end` })),
    documents: 10_000,
  },
  {
    name: 'ids and sources of 50 kB',
    file: 'long-ids.jsonl',
    chunks: () =>
      made(10_000, (index) => {
        const name = wordOf(index) + 'n'.repeat(50_000);
        return recordOf({ id: name, source: name, text: `${wordOf(index)} ${TEXT}` });
      }),
    documents: 10_000,
  },
  {
    name: 'a gzip bomb: 1 GB of one record',
    file: 'bomb.jsonl.gz',
    chunks: () => repeated(recordOf({ text: TEXT.repeat(5) }), GB),
    documents: Math.floor(GB / recordOf({ text: TEXT.repeat(5) }).length),
    problems: { JSON_SYNTAX: 1 },
  },
  {
    name: 'a gzip bomb: 1 GB of prose',
    file: 'bomb.txt.gz',
    chunks: () => repeated(TEXT, GB),
    documents: 1,
    problems: { DOCUMENT_CUT: 1 },
  },
  {
    name: 'a gzip bomb: 1 GB of zeros after a record',
    file: 'zeros.jsonl.gz',
    chunks: () => [recordOf({ text: TEXT }), ...repeated('\0', GB)],
    documents: 1,
    problems: { RECORD_TOO_LONG: 1, COMPRESSION_EXTREME: 1 },
  },
];

describe.skipIf(process.platform !== 'linux')('a corpus', () => {
  const folder = mkdtempSync(join(tmpdir(), 'heteroglossia-'));
  let yardstick: Yardstick;
  beforeAll(async () => {
    yardstick = await takeYardstick(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(CORPORA)('of $name', async ({ name, file, chunks, documents, problems = {} }) => {
    const path = join(folder, file);
    try {
      const bytes = await store(path, chunks());
      const run = await audit([path], file.endsWith('.txt') ? ['--split', 'line'] : []);
      expectBounded(name, bytes, run, yardstick);
      expect(run.stderr).toBe('');
      expect(run.code).toBe(0);
      expect(run.corpus?.documents).toBe(documents);
      expect(run.corpus?.problems.byCode).toEqual(problems);
    } finally {
      await rm(path, { force: true });
    }
  });

  it('of a gzip bomb of zeros beside ordinary text loses the bomb and says so', async () => {
    const path = join(folder, 'zeros.gz');
    const bytes = await store(path, repeated('\0', GB));
    const run = await audit([path, join(folder, 'small.jsonl')]);
    expectBounded('a gzip bomb: 1 GB of zeros', bytes, run, yardstick);
    expect(run.code).toBe(3);
    expect(run.corpus?.documents).toBeGreaterThan(1_000);
    expect(run.corpus?.problems.byCode).toEqual({ FORMAT_UNKNOWN: 1 });
    await rm(path);
  });

  it('of 20,000 files takes at most 5 times as long as their lines in one file', async () => {
    const files = join(folder, 'files');
    const together = join(folder, 'together.txt');
    await storeMany(files, 20_000);
    await store(
      together,
      made(20_000, (index) => `${wordOf(index)}\n`),
    );
    const [apart, whole] = [await audit([files]), await audit([together, '--split', 'line'])];
    tell(`20,000 files: ${apart.seconds.toFixed(1)} s, as lines of one ${whole.seconds.toFixed(1)} s`);
    expect(apart.corpus).toMatchObject({ documents: 20_000, tokens: 20_000, problems: { byCode: {} } });
    expect(apart.seconds).toBeLessThanOrEqual(5 * whole.seconds);
    expect(apart.peakBytes).toBeLessThanOrEqual(GIB);
  });
});

describe.skipIf(process.platform !== 'linux')('the memory', () => {
  const folder = mkdtempSync(join(tmpdir(), 'heteroglossia-'));
  const path = join(folder, 'large.jsonl');
  beforeAll(async () => {
    await takeYardstick(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('that is too little to start is refused at once, with what it takes', async () => {
    const run = await measured(['audit', path, '--memory', '100MB']);
    expect(run.code).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr).toMatch(/^heteroglossia: --memory cannot be "100MB"\. It takes at least \d+MB\.\n$/u);
    expect(run.seconds).toBeLessThan(5);
    const least = /at least (\d+MB)/u.exec(run.stderr)?.[1] ?? '';
    expect(
      (await measured(['audit', join(folder, 'small.jsonl'), '--memory', least, '--quiet'])).code,
    ).not.toBe(2);
  });

  it.each(['512MB', '700MB', '1GB', '4GB'])('of %s is kept to', async (memory) => {
    const run = await audit([path], ['--memory', memory]);
    expect(run.code).toBe(0);
    const budget = memory.endsWith('GB') ? Number.parseInt(memory, 10) * 1024 : Number.parseInt(memory, 10);
    tell(
      `--memory ${memory}: peak ${Math.round(run.peakBytes / 2 ** 20)} MiB in ${run.seconds.toFixed(1)} s`,
    );
    expect(run.peakBytes / 2 ** 20).toBeLessThanOrEqual(budget);
  });
});

/** Many small files, in folders of a thousand. */
async function storeMany(folder: string, number: number): Promise<void> {
  for (let index = 0; index < number; index++) {
    const below = join(folder, String(Math.floor(index / 1_000)));
    if (index % 1_000 === 0) await mkdir(below, { recursive: true });
    await writeFile(join(below, `${index}.txt`), `${wordOf(index)}\n`);
  }
}
