import { CorpusError } from '../../src/errors.ts';
import { damageOf } from '../../src/sources/damage.ts';
import type { Shard } from '../../src/sources/source.ts';
import { calm, collect, outlineBelow, walkInputs } from './walking.ts';

/** Run in a process of its own: writes what it can read of each input, as JSON. */
async function main(inputs: readonly string[]): Promise<void> {
  const found: unknown[] = [];
  for (const input of inputs) found.push(await describeInput(input, inputs[0] ?? ''));
  process.stdout.write(JSON.stringify(found));
}

async function describeInput(input: string, folder: string): Promise<unknown> {
  try {
    const lines: string[] = [];
    for (const item of await walkInputs([input])) {
      const [name = ''] = outlineBelow(input === '-' ? '' : folder, [item]);
      lines.push(item.kind === 'shard' ? `${name}: ${await readable(item.shard)}` : name);
    }
    return lines;
  } catch (error) {
    if (error instanceof CorpusError) return error.failure.code;
    throw error;
  }
}

async function readable(shard: Shard): Promise<string> {
  try {
    return String(Buffer.concat(await collect(shard.open(calm))).byteLength);
  } catch (error) {
    return damageOf(shard.uri)(error)?.code ?? String(error);
  }
}

await main(process.argv.slice(2));
