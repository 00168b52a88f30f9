import { jsonLine } from '../report/json.ts';
import type { NamedOutput } from './output-file.ts';
import { writeOutput } from './output-file.ts';
import type { Session } from './session.ts';

const STANDARD_OUTPUT = '-';
const CHUNK_UNITS = 2 ** 16;

/** Writes a JSON line for each value as they come: to a file whole or not at all, or to standard output. */
export async function writeLines(
  { path, option }: NamedOutput,
  values: AsyncIterable<unknown>,
  session: Session,
): Promise<void> {
  if (path !== STANDARD_OUTPUT) return writeOutput(path, inChunks(values), option);
  for await (const chunk of inChunks(values)) if (!(await session.stdout.write(chunk))) return;
}

async function* inChunks(values: AsyncIterable<unknown>): AsyncGenerator<string> {
  let chunk = '';
  for await (const value of values) {
    chunk += `${jsonLine(value)}\n`;
    if (chunk.length < CHUNK_UNITS) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}
