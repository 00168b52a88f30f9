import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { open, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { madeRecords } from './made-records.ts';
import { repeatedRecords } from './repeated-records.ts';
import type { Size } from './size.ts';

const SEED = 1;
/** Raised when the same seed gives another corpus: kept ones are then made again. */
const GENERATOR_VERSION = 1;
const WRITTEN_AT_ONCE = 2 ** 20;
const GZIP_LEVEL = 6;

/** A corpus on the disk. */
export interface Corpus {
  readonly size: Size;
  readonly path: string;
  readonly bytes: number;
  /** The same, compressed, where `packCorpus` was called. */
  readonly packedPath: string;
  /** Where its profile goes. */
  readonly profilePath: string;
}

export interface CorpusPlace {
  readonly folder: string;
  readonly input: string | null;
}

/** Makes a corpus of a size, or finds it where the same was made before. */
export async function makeCorpus(size: Size, { folder, input }: CorpusPlace): Promise<Corpus> {
  const path = join(folder, `corpus-${await keyOf(size, input)}-${size.name.replace(' ', '')}.jsonl`);
  const records = input === null ? madeRecords(SEED) : repeatedRecords(input, SEED);
  if (!existsSync(path))
    await whole(path, async (temporary) => {
      await writeRecords(records, temporary, size.bytes);
    });
  const { size: bytes } = await stat(path);
  return { size, path, bytes, packedPath: `${path}.gz`, profilePath: `${path}.profile` };
}

/** Compresses a corpus, unless it was before. */
export async function packCorpus({ path, packedPath }: Corpus): Promise<void> {
  if (existsSync(packedPath)) return;
  await whole(packedPath, async (temporary) => {
    await pipeline(createReadStream(path), createGzip({ level: GZIP_LEVEL }), createWriteStream(temporary));
  });
}

/** Reads a file once, so that it is in the cache of the system. */
export async function warm(path: string): Promise<void> {
  for await (const _chunk of createReadStream(path, { highWaterMark: WRITTEN_AT_ONCE }));
}

/** What a corpus is made of, in a few digits. */
async function keyOf(size: Size, input: string | null): Promise<string> {
  const stats = input === null ? null : await stat(input);
  const parameters = [GENERATOR_VERSION, SEED, size.bytes, input, stats?.size, stats?.mtimeMs];
  return createHash('sha256').update(JSON.stringify(parameters)).digest('hex').slice(0, 8);
}

async function writeRecords(
  records: Iterable<string> | AsyncIterable<string>,
  path: string,
  bytes: number,
): Promise<void> {
  const file = await open(path, 'w');
  try {
    let text = '';
    let written = 0;
    for await (const record of records) {
      text += record;
      if (text.length < WRITTEN_AT_ONCE && written + text.length < bytes) continue;
      const block = Buffer.from(text);
      await file.writeFile(block);
      written += block.length;
      text = '';
      if (written >= bytes) return;
    }
  } finally {
    await file.close();
  }
}

/** Writes a file whole or not at all. */
async function whole(path: string, write: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = `${path}.tmp`;
  await write(temporary);
  await rename(temporary, path);
}
