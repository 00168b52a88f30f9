import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { CorpusError } from '../errors.ts';
import { DEFAULT_FIELDS } from '../formats/format.ts';
import type { Report } from '../report/report.ts';
import { auditInputs } from './audit-job.ts';
import { readCases } from './cases/case-file.ts';
import { CASE_RULES } from './cases/case-rules.ts';
import type { FoundPair, JudgedFile, Judgement, LabelledCase } from './cases/labelled-case.ts';
import { pairLines } from './duplicate-lists.ts';

/** A case and what became of it. */
export interface JudgedCase extends Judgement {
  readonly kind: string;
  readonly name: string;
}

export interface EvaluateOptions {
  readonly signal: AbortSignal;
  /** Called after each case. */
  readonly onCase?: (judged: JudgedCase) => void | Promise<void>;
}

/**
 * Judges labelled cases: each file is audited once, whatever the number of cases it is in.
 * Throws a `CorpusError` where the cases or one of their files cannot be read, before anything is audited if a file is
 * missing, and the signal's reason when it is aborted.
 */
export async function evaluateCases(path: string, options: EvaluateOptions): Promise<readonly JudgedCase[]> {
  const cases = await readCases(path);
  const folder = dirname(path);
  const inputs = new Set(cases.flatMap(({ files }) => files.map((file) => join(folder, file))));
  for (const input of inputs) await refuseMissing(input);
  const known = new Map<string, JudgedFile>();
  const judged: JudgedCase[] = [];
  for (const labelled of cases) {
    const files: JudgedFile[] = [];
    const asks = labelled.pairs !== undefined;
    for (const file of labelled.files)
      files.push(await auditedOnce({ path: join(folder, file), asks }, known, options));
    const result = { kind: labelled.kind, name: labelled.name, ...judge(files, labelled) };
    judged.push(result);
    await options.onCase?.(result);
  }
  return judged;
}

function judge(files: readonly JudgedFile[], labelled: LabelledCase): Judgement {
  const rule = CASE_RULES.get(labelled.kind);
  if (rule === undefined) throw new Error(`no rule for ${labelled.kind}`);
  return rule(files, labelled);
}

interface WantedFile {
  readonly path: string;
  /** Whether its pairs of copies are asked for. */
  readonly asks: boolean;
}

async function auditedOnce(
  { path, asks }: WantedFile,
  known: Map<string, JudgedFile>,
  { signal }: EvaluateOptions,
): Promise<JudgedFile> {
  const before = known.get(path);
  if (before !== undefined && (before.pairs !== null || !asks)) return before;
  await setImmediate();
  signal.throwIfAborted();
  const plan = { inputs: [path], fields: DEFAULT_FIELDS, split: 'document' } as const;
  const { report, duplicates } = await auditInputs(plan, { signal });
  const pairs: FoundPair[] = [];
  if (asks)
    for await (const { a, b, similarity } of pairLines(plan, duplicates, { signal }))
      pairs.push({ ids: [a, b], similarity });
  const file: JudgedFile = { ...judgedReport(path, report), pairs: asks ? pairs : null };
  known.set(path, file);
  return file;
}

/** What the rules ask of a report. */
function judgedReport(path: string, { verdict, audits, corpus }: Report): Omit<JudgedFile, 'pairs'> {
  const copies = audits['exact-duplicates'];
  const share = copies?.quantity?.value ?? 0;
  return {
    path,
    level: verdict.level,
    index: verdict.homogeneity,
    distinct: Math.round(corpus.documents * (1 - share)),
    copies: share,
    copiesFailed: copies?.outcome === 'failed',
    templated: audits['boilerplate']?.quantity?.value ?? null,
  };
}

async function refuseMissing(input: string): Promise<void> {
  try {
    await access(input);
  } catch (error) {
    throw new CorpusError({ code: 'INPUT_MISSING', input }, { cause: error });
  }
}
