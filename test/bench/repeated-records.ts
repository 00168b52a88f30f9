import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { TEXT_FIELDS } from '../../src/formats/record.ts';
import type { LongRandom } from './long-random.ts';
import { createLongRandom } from './long-random.ts';
import { drawRank, wordOf } from './words.ts';

const REPLACED_EVERY = 10;

/**
 * The lines of a JSON Lines file again and again, each time with every tenth word of the text replaced,
 * and with another id, so that nothing that was seen before helps.
 */
export async function* repeatedRecords(path: string, seed: number): AsyncGenerator<string> {
  const random = createLongRandom(seed);
  for (let round = 0; ; round++) {
    let records = 0;
    const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
    for await (const line of lines) {
      const record = changedRecord(line, round, random);
      if (record === null) continue;
      records += 1;
      yield `${JSON.stringify(record)}\n`;
    }
    if (records === 0)
      throw new Error(`${path} has no line of JSON with one of the fields ${TEXT_FIELDS.join(', ')}.`);
  }
}

function changedRecord(line: string, round: number, random: LongRandom): Record<string, unknown> | null {
  const record = recordOf(line);
  const field = TEXT_FIELDS.find((name) => typeof record?.[name] === 'string');
  const text = field === undefined ? undefined : record?.[field];
  if (record === null || field === undefined || typeof text !== 'string') return null;
  const id = record['id'];
  const renamed = typeof id === 'string' || typeof id === 'number' ? { id: `${id}-${round}` } : {};
  return { ...record, ...renamed, [field]: withOtherWords(text, random) };
}

function recordOf(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** Begins somewhere among the first ten, so that the next time other words are replaced. */
function withOtherWords(text: string, random: LongRandom): string {
  let left = random.between(1, REPLACED_EVERY);
  return text.replaceAll(/\S+/gu, (word) => {
    left -= 1;
    if (left > 0) return word;
    left = REPLACED_EVERY;
    return wordOf(drawRank(random));
  });
}
