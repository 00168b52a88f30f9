import { hash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { CorpusError } from '../errors.ts';
import type { Capacities } from '../profile/capacities.ts';
import { currentPlan, planDigest } from '../profile/plan.ts';
import type { Source } from '../sources/source.ts';
import type { ReadPlan, RunOptions } from './engine.ts';
import { DEFAULT_MEMORY } from './memory.ts';

const MIB = 2 ** 20;
const DIGEST_DIGITS = 12;
/** A file is kept as a digest of its path and one of its size and time of change. */
const FILE_DIGITS = 2 * DIGEST_DIGITS;

/** An option: its name, its value as a user would write it or null where it is not given, and what must agree. */
type GivenOption = readonly [name: string, shown: string | null, compared: unknown];

/** What a checkpoint was made with: where anything of it differs, nobody can go on from it. */
export interface Circumstances {
  /** Digest of what decides the counts. */
  readonly version: string;
  readonly options: readonly GivenOption[];
  /** The digests of all files, in input order. */
  readonly files: string;
}

/** The circumstances of a run, and the paths of its files, which are not kept. */
export interface Present {
  readonly circumstances: Circumstances;
  readonly paths: readonly string[];
}

/** What of a run must be the same for its checkpoint to be of use. Throws a `CorpusError` where an input is no file. */
export async function presentCircumstances(
  source: Source,
  plan: ReadPlan,
  capacities: Capacities,
  options: RunOptions,
): Promise<Present> {
  const paths: string[] = [];
  const files: string[] = [];
  for await (const item of source.items(options.signal)) {
    if (item.kind === 'problem') {
      // It has a place among the inputs too, by which the later ones are numbered.
      const { uri, code } = item.problem;
      paths.push(uri);
      files.push(digest(uri) + digest(`problem ${code}`));
      continue;
    }
    const { uri, byteLength } = item.shard;
    if (byteLength === undefined) throw new CorpusError({ code: 'CHECKPOINT_INPUT', input: uri });
    const stats = await stat(uri).catch(() => null);
    paths.push(uri);
    files.push(digest(uri) + digest(`${stats?.size} ${stats?.mtimeMs}`));
  }
  const circumstances = {
    version: planDigest(currentPlan()),
    options: optionsOf(plan, capacities, options),
    files: files.join(''),
  };
  return { circumstances, paths };
}

/** What differs between the circumstances of a checkpoint and the present ones, as a clause; null where nothing does. */
export function differenceOf(kept: Circumstances, { circumstances, paths }: Present): string | null {
  if (kept.version !== circumstances.version) return 'it was made with another version';
  const options = circumstances.options.flatMap(([name, shown, compared], index) => {
    const [, keptShown = null, keptCompared = null] = kept.options[index] ?? [];
    if (JSON.stringify(compared) === JSON.stringify(keptCompared)) return [];
    return [`it was made ${withOption(name, keptShown)}, and this run is ${withOption(name, shown)}`];
  });
  if (options.length > 0) return options.join('; ');
  return kept.files === circumstances.files ? null : differenceOfFiles(kept, { circumstances, paths });
}

function withOption(name: string, shown: string | null): string {
  return shown === null ? `without ${name}` : `with ${`${name} ${shown}`.trim()}`;
}

function differenceOfFiles(kept: Circumstances, { circumstances, paths }: Present): string {
  const before = filesOf(kept);
  const now = filesOf(circumstances);
  const states = new Map(before);
  const pathsWhere = (isMeant: (known: string | undefined, state: string) => boolean): readonly string[] =>
    paths.filter((_, index) => {
      const [path = '', state = ''] = now[index] ?? [];
      return isMeant(states.get(path), state);
    });
  const changed = pathsWhere((known, state) => known !== undefined && known !== state);
  const added = pathsWhere((known) => known === undefined);
  const present = new Set(now.map(([path]) => path));
  const missing = before.filter(([path]) => !present.has(path)).length;
  const differences = [
    ...(changed.length === 0 ? [] : [`${listed(changed)} changed since it was made`]),
    ...(added.length === 0 ? [] : [`it was made without ${listed(added)}`]),
    ...(missing === 0 ? [] : [missingOf(missing, before.length)]),
  ];
  return differences.length === 0 ? 'its inputs came in another order' : differences.join('; ');
}

function missingOf(missing: number, inputs: number): string {
  if (inputs === 1) return 'its input is missing';
  return `${missing} of its ${inputs} inputs ${missing === 1 ? 'is' : 'are'} missing`;
}

function filesOf({ files }: Circumstances): readonly (readonly [path: string, state: string])[] {
  return Array.from({ length: files.length / FILE_DIGITS }, (_, index) => {
    const file = files.slice(index * FILE_DIGITS, (index + 1) * FILE_DIGITS);
    return [file.slice(0, DIGEST_DIGITS), file.slice(DIGEST_DIGITS)] as const;
  });
}

/** `"a.jsonl"`, or `"a.jsonl" and 2 more`. */
function listed(paths: readonly string[]): string {
  const more = paths.length === 1 ? '' : ` and ${paths.length - 1} more`;
  return JSON.stringify(paths[0]) + more;
}

/** Everything that a user can say and that has a bearing on what is counted; the order is that of the checkpoint. */
function optionsOf(
  { format, fields, split, limit, maximumDocumentBytes }: ReadPlan,
  capacities: Capacities,
  { memory = DEFAULT_MEMORY, unitBytes, noText = false }: RunOptions,
): readonly GivenOption[] {
  const plain = {
    '--input-format': format,
    '--text-field': fields.text,
    '--id-field': fields.id,
    '--source-field': fields.source,
    '--date-field': fields.date,
    '--label-field': fields.label,
    '--split': split,
    '--limit': limit,
    '--max-document': maximumDocumentBytes,
  };
  return [
    ...Object.entries(plain).map(([name, value = null]) => [name, shownOf(value), value] as const),
    ['--memory', `${Math.round(memory / MIB)}MB`, [capacities, unitBytes ?? null]],
    ['--no-text', noText ? '' : null, noText],
  ];
}

function shownOf(value: string | number | null): string | null {
  return value === null ? null : String(value);
}

function digest(data: string): string {
  return hash('sha256', data, 'hex').slice(0, DIGEST_DIGITS);
}
