import { mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { between, oneRecord } from '../support/huge-records.ts';
import {
  audit,
  expectBounded,
  GB,
  MB,
  made,
  recordOf,
  repeated,
  store,
  takeYardstick,
  wordOf,
  type Yardstick,
} from '../support/large-files.ts';

/** A file with something huge in it, and what the report must say of it. */
interface Case {
  readonly name: string;
  readonly file: string;
  readonly chunks: () => Iterable<string | Uint8Array>;
  readonly options?: readonly string[];
  readonly documents: number;
  readonly problems?: Readonly<Record<string, number>>;
}

const CUT = { DOCUMENT_CUT: 1 };
const TOO_LONG = { RECORD_TOO_LONG: 1 };
const PROSE = 'Nobody had seen the harbour so quiet, and the boats lay still. ';
const SMALL_RECORD = recordOf({ text: PROSE });
/** As much text as a document may have. */
const WHOLE = 16 * 2 ** 20;
/** More than what stands around a text that is cut. */
const SHORT_BYTES = 1_000;
const WORDS = 10_000_000;
const BRACKETS = 1_000_000;

/** Bytes of as many pieces as fit into a text that is not cut, with some room. */
function upToWhole(piece: string): number {
  const bytes = Buffer.byteLength(piece);
  return bytes * Math.floor((WHOLE - 100) / bytes);
}

function distinctWords(number: number): Iterable<string> {
  return made(number, (index) => `${index.toString(36)} `);
}

const HUGE: readonly Case[] = [
  {
    name: 'a .txt of 1 GB',
    file: 'huge.txt',
    chunks: () => repeated(PROSE, GB),
    documents: 1,
    problems: CUT,
  },
  {
    name: 'a Markdown file of 1 GB',
    file: 'huge.md',
    chunks: () => repeated(`${PROSE}\n\n`, GB),
    documents: 1,
    problems: CUT,
  },
  {
    name: 'a record of 1 GB between two others',
    file: 'huge.jsonl',
    chunks: () => between(SMALL_RECORD, oneRecord(repeated(PROSE, GB)), SMALL_RECORD),
    documents: 3,
    problems: CUT,
  },
  {
    name: 'a record of 1 GB between two others, compressed',
    file: 'huge.jsonl.gz',
    chunks: () => between(SMALL_RECORD, oneRecord(repeated(PROSE, GB)), SMALL_RECORD),
    documents: 3,
    problems: CUT,
  },
  {
    name: 'a record of 1 GB whose text stands at the end',
    file: 'late.jsonl',
    chunks: () => [SMALL_RECORD, '{"more":"', ...repeated(PROSE, GB), '","text":"late"}\n', SMALL_RECORD],
    documents: 2,
    problems: TOO_LONG,
  },
  {
    name: 'a record of 60 MB, which is read and cut',
    file: 'long.jsonl',
    chunks: () => oneRecord(repeated(PROSE, 60 * MB)),
    documents: 1,
    problems: CUT,
  },
  {
    name: 'a line of 1 GB in a .jsonl without a newline at all',
    file: 'line.jsonl',
    chunks: () => between(SMALL_RECORD, repeated(PROSE, GB), ''),
    documents: 1,
    problems: TOO_LONG,
  },
  {
    name: 'a line of 1 GB, prose by line',
    file: 'line.txt',
    chunks: () => between('The first line.\n', repeated(PROSE, GB), ''),
    options: ['--split', 'line'],
    documents: 2,
    problems: CUT,
  },
  {
    name: 'a paragraph of 1 GB',
    file: 'paragraph.txt',
    chunks: () => between('The first paragraph.\n\n', repeated(`${PROSE}\n`, GB), ''),
    options: ['--split', 'paragraph'],
    documents: 2,
    problems: CUT,
  },
  {
    name: 'an element of 1 GB in a JSON list',
    file: 'huge.json',
    chunks: () => between(`[${SMALL_RECORD},`, oneRecord(repeated(PROSE, GB)), `,${SMALL_RECORD}]`),
    documents: 3,
    problems: CUT,
  },
  {
    name: 'a field of 1 GB in CSV',
    file: 'huge.csv',
    chunks: () => between('id,text\n1,before\n2,"', repeated(PROSE, GB), '"\n3,after\n'),
    documents: 3,
    problems: CUT,
  },
  {
    name: 'ten million distinct words in one .txt',
    file: 'words.txt',
    chunks: () => distinctWords(WORDS),
    documents: 1,
    problems: CUT,
  },
  {
    name: 'ten million distinct words in one record',
    file: 'words.jsonl',
    chunks: () => oneRecord(distinctWords(WORDS)),
    documents: 1,
    problems: CUT,
  },
];

/** Records that are short enough to be read, and take far more memory as values than as text. */
const SWOLLEN: readonly Case[] = [
  {
    name: 'a record of 60 MB of empty lists',
    file: 'lists.jsonl',
    chunks: () => [SMALL_RECORD, '{"text":"a","meta":[[]', ...repeated(',[]', 60 * MB), ']}\n', SMALL_RECORD],
    documents: 3,
  },
  {
    name: 'a record of 60 MB that is 30 million brackets deep',
    file: 'brackets.jsonl',
    chunks: () => [
      SMALL_RECORD,
      '{"text":',
      ...repeated('[', 30 * MB),
      ...repeated(']', 30 * MB),
      `}\n${SMALL_RECORD}`,
    ],
    documents: 2,
    problems: { TEXT_NOT_STRING: 1 },
  },
  {
    name: 'a record of 60 MB of fields',
    file: 'names.jsonl',
    chunks: () => ['{"text":"a"', ...made(5 * MB, (index) => `,"${wordOf(index)}":1`), '}\n'],
    documents: 1,
  },
  {
    name: 'a record of 60 MB of letters beyond Latin, escaped',
    file: 'escapes.jsonl',
    chunks: () => oneRecord(repeated('\\u044f', 60 * MB)),
    documents: 1,
    problems: CUT,
  },
  {
    name: 'a record of 60 MB of text fields',
    file: 'texts.jsonl',
    chunks: () => ['{"text":"a"', ...repeated(',"text":[]', 60 * MB), ',"text":"b"}\n'],
    documents: 1,
  },
  {
    name: 'a header of 30 million columns in CSV',
    file: 'columns.csv',
    chunks: () => ['id,text', ...repeated(',', 30 * MB), '\n1,one', ...repeated(',', 30 * MB), '\n'],
    documents: 1,
  },
  {
    name: 'a row of 30 million fields in CSV',
    file: 'fields.csv',
    chunks: () => ['id,text\n1,before\n', ...repeated(',', 30 * MB), '\n3,after\n'],
    documents: 2,
    problems: { CSV_FIELD_COUNT: 1 },
  },
];

/** Texts of up to 16 MB that are kept whole, where looking back or ahead could take quadratic time. */
const WHOLE_TEXTS: readonly (readonly [name: string, piece: string])[] = [
  ['letters without a space', 'abcdefghij'],
  ['lines of one word', 'a\n'],
  ['paragraphs of one word', 'a\n\n'],
  ['line breaks with a word here and there', `a${'\n'.repeat(1000)}`],
  ['punctuation', '.,;:!? ()"-'],
  ['ends of sentences', '.) '],
  ['letters joined by apostrophes', 'a\u2019'],
  ['digits joined by points', '1.'],
  ['combining marks', 'e\u0301\u0323'],
  ['combining marks out of order, on one letter', '\u0301\u0323'],
  ['flags', '\u{1f1e6}\u{1f1e7}'],
  ['joined emoji', '\u{1f469}\u200d'],
  ['Han', '日本語'],
  ['Thai', 'ภาษา'],
  ['characters of no width', '\u00ad\u200b'],
];

const SMALL_HOSTILE: readonly Case[] = [
  {
    name: '300,000 letters without a space',
    file: 'letters.txt',
    chunks: () => repeated('abcdefghij', 300_000),
    documents: 1,
  },
  {
    name: 'a text that is a million brackets deep',
    file: 'deep.jsonl',
    chunks: () => [SMALL_RECORD, `{"text":${'['.repeat(BRACKETS)}${']'.repeat(BRACKETS)}}\n`, SMALL_RECORD],
    documents: 2,
    problems: { TEXT_NOT_STRING: 1 },
  },
  {
    name: 'another field that is a million objects deep',
    file: 'deep-field.jsonl',
    chunks: () => [`{"text":"a","meta":${'{"a":'.repeat(BRACKETS)}1${'}'.repeat(BRACKETS)}}\n`],
    documents: 1,
  },
  {
    name: 'a million brackets that are never closed',
    file: 'open.jsonl',
    chunks: () => [SMALL_RECORD, `{"text":${'['.repeat(BRACKETS)}\n`, SMALL_RECORD],
    documents: 2,
    problems: { JSON_SYNTAX: 1 },
  },
  {
    name: 'a JSON list with an element a million brackets deep',
    file: 'deep.json',
    chunks: () => [`[${SMALL_RECORD},${'['.repeat(BRACKETS)}${']'.repeat(BRACKETS)},\n${SMALL_RECORD}]`],
    documents: 2,
    problems: { RECORD_NOT_OBJECT: 1 },
  },
  {
    name: 'a record of 200,000 fields',
    file: 'fields.jsonl',
    chunks: () => [`{"text":"a"`, ...made(200_000, (index) => `,"${wordOf(index)}":1`), '}\n'],
    documents: 1,
  },
];

describe.skipIf(process.platform !== 'linux')('one document', () => {
  const folder = mkdtempSync(join(tmpdir(), 'heteroglossia-'));
  let yardstick: Yardstick;
  beforeAll(async () => {
    yardstick = await takeYardstick(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function hold({ name, file, chunks, options, documents, problems = {} }: Case): Promise<void> {
    const path = join(folder, file);
    try {
      const bytes = await store(path, chunks());
      const run = await audit([path], options);
      expectBounded(name, bytes, run, yardstick);
      expect(run.stderr).toBe('');
      expect(run.code).toBe(0);
      expect(run.corpus?.documents).toBe(documents);
      expect(run.corpus?.problems.byCode).toEqual(problems);
      if (problems === CUT) expect(run.corpus?.bytes).toBeLessThanOrEqual(WHOLE + SHORT_BYTES);
    } finally {
      await rm(path, { force: true });
    }
  }

  it.each(SMALL_HOSTILE)('$name', hold);
  it.each(WHOLE_TEXTS)('a text of %s', (name, piece) =>
    hold({
      name,
      file: 'whole.txt',
      // Two words at either end, so that all of it may be part of an excerpt.
      chunks: () => between('one ', repeated(piece, upToWhole(piece)), ' two'),
      documents: 1,
    }),
  );
  it.each(HUGE)('$name', hold);
  it.each(SWOLLEN)('$name', hold);
});
