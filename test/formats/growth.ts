import type { ReadShardOptions } from '../../src/formats/reader.ts';
import { cutAt, readAll } from './reading.ts';

const SMALL = 120_000;
const TIMES = 4;
const CHUNK_BYTES = 65_536;

/**
 * How many times as long each byte of a large file takes as each of a quarter of it: 1 where time is linear, 4 where
 * it is quadratic. The best of three, since who else uses the machine only ever lengthens a time.
 */
export async function growthOf(
  make: (size: number) => string,
  options: Partial<ReadShardOptions> = { format: 'csv' },
): Promise<number> {
  const [small, large] = [Buffer.from(make(SMALL)), Buffer.from(make(SMALL * TIMES))];
  await timeOf(small, options);
  const times = [await timeOf(small, options), await timeOf(small, options), await timeOf(small, options)];
  const largeTimes = [
    await timeOf(large, options),
    await timeOf(large, options),
    await timeOf(large, options),
  ];
  // What takes hardly any time says nothing of how it grows.
  const base = Math.max(Math.min(...times), 5);
  return Math.min(...largeTimes) / base / TIMES;
}

async function timeOf(bytes: Buffer, options: Partial<ReadShardOptions>): Promise<number> {
  const offsets = Array.from(
    { length: Math.floor(bytes.length / CHUNK_BYTES) },
    (_, index) => (index + 1) * CHUNK_BYTES,
  );
  const started = performance.now();
  await readAll(cutAt(bytes, offsets), { uri: 'hostile', ...options, maximumRecordBytes: 64_000_000 });
  return performance.now() - started;
}
