import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { CorpusError } from '../../errors.ts';
import { nearestName } from '../../nearest-name.ts';
import { CASE_RULES } from './case-rules.ts';
import type { LabelledCase } from './labelled-case.ts';

const TEXT = z.string().min(1);
const CASES = z
  .array(
    z.object({
      kind: TEXT,
      name: TEXT,
      files: z.array(TEXT).min(1),
      expect: z.string().default(''),
      hard: z.boolean().default(false),
      rate: z.number().min(0).max(1).optional(),
      truth: z.union([TEXT, z.array(TEXT)]).optional(),
    }),
  )
  .min(1);
const PAIRS = z.object({ pairs: z.array(z.tuple([TEXT, TEXT])) });

/**
 * Reads a file of labelled cases, with the pairs of duplicates where a case names a file of them.
 * Throws a `CorpusError` where a file cannot be read or is not of this shape, or a kind of case is not known.
 */
export async function readCases(path: string): Promise<readonly LabelledCase[]> {
  const cases = await readJson(path, CASES);
  for (const { kind } of cases)
    if (!CASE_RULES.has(kind)) {
      const known = [...CASE_RULES.keys()];
      throw new CorpusError({
        code: 'NAME_UNKNOWN',
        kind: 'kind of case',
        name: kind,
        nearest: await nearestName(kind, known),
        known,
      });
    }
  return Promise.all(
    cases.map(async ({ truth, rate, ...labelled }) => ({
      ...labelled,
      ...(rate === undefined ? {} : { rate }),
      ...(typeof truth === 'string' && labelled.kind === 'duplicates'
        ? { pairs: (await readJson(join(dirname(path), truth), PAIRS)).pairs }
        : {}),
    })),
  );
}

async function readJson<Value>(path: string, schema: z.ZodType<Value>): Promise<Value> {
  const parsed = schema.safeParse(parseJson(path, await readText(path)));
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(
    ({ path: place, message }) => `${place.map(String).join('.') || 'the whole'}: ${message}`,
  );
  throw new CorpusError({ code: 'CASES_UNREADABLE', path, reason: issues.slice(0, 5).join('; ') });
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (missing) throw new CorpusError({ code: 'INPUT_MISSING', input: path }, { cause: error });
    const reason = error instanceof Error ? error.message : String(error);
    throw new CorpusError({ code: 'INPUT_UNREADABLE', input: path, reason }, { cause: error });
  }
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CorpusError({ code: 'CASES_UNREADABLE', path, reason }, { cause: error });
  }
}
