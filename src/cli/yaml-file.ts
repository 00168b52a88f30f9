import { readFile } from 'node:fs/promises';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { CorpusError } from '../errors.ts';
import { nearestName } from '../nearest-name.ts';
import { truncateText } from '../report/display-width.ts';
import { printableText } from '../report/printable-text.ts';

type KeyPath = readonly PropertyKey[];

/** What a YAML file must hold. */
export interface YamlContract<Value> {
  /** Every leaf of the schema has as its message what it takes. */
  readonly schema: z.ZodType<Value>;
  /** The keys that may stand at a place, to find the one that was meant. */
  knownKeys(path: KeyPath): readonly string[];
}

interface Place {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

interface Issue {
  readonly line: number;
  readonly text: string;
}

const LONGEST_SHOWN = 60;
/** Enough for one who misspelt something, and no flood for one who gave another kind of file. */
const MOST_FAULTS = 5;
const LONGEST_FAULT = 200;
/** User and password in the address of a server. */
const CREDENTIALS = /(:\/\/)[^"]*@/gu;

/** Reads and validates a YAML file. The first faults are told together, each with its line and what would be right. */
export async function readYamlFile<Value>(path: string, contract: YamlContract<Value>): Promise<Value> {
  const lines = new LineCounter();
  const document = parseDocument(await readText(path), { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const errors = document.errors.map(({ pos, message }) => ({
      line: lines.linePos(pos[0]).line,
      text: message,
    }));
    throw invalid(path, errors);
  }
  const result = contract.schema.safeParse(plainValue(path, document));
  if (result.success) return result.data;
  const place = { document, lines };
  const issues = await Promise.all(result.error.issues.map((issue) => issueTexts(issue, place, contract)));
  throw invalid(path, issues.flat());
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const reasons = new Map([
      ['ENOENT', 'it does not exist'],
      ['EISDIR', 'it is a folder'],
      ['EACCES', 'there is no permission to read it'],
    ]);
    throw new CorpusError(
      { code: 'CONFIG_UNREADABLE', path, reason: reasons.get(code) ?? `the system says ${code}` },
      { cause: error },
    );
  }
}

/** The values of the file; a file of nothing but comments is an empty set of keys. */
function plainValue(path: string, document: Document.Parsed): unknown {
  try {
    return document.toJS() ?? {};
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CorpusError({ code: 'CONFIG_UNREADABLE', path, reason }, { cause: error });
  }
}

async function issueTexts(
  issue: z.core.$ZodIssue,
  place: Place,
  contract: Pick<YamlContract<unknown>, 'knownKeys'>,
): Promise<Issue[]> {
  if (issue.code !== 'unrecognized_keys') return [valueIssue(issue, place)];
  const known = contract.knownKeys(issue.path);
  return Promise.all(
    issue.keys.map(async (key) => {
      const nearest = await nearestName(key, known);
      const hint =
        nearest === null ? `Known: ${known.join(', ')}` : `Did you mean ${JSON.stringify(nearest)}?`;
      const where = keyText([...issue.path, key]);
      const line = lineOfKey(place, issue.path, key);
      return { line, text: `there is no key ${JSON.stringify(where)}. ${hint}` };
    }),
  );
}

function valueIssue(issue: z.core.$ZodIssue, place: Place): Issue {
  const key = issue.path.length === 0 ? 'the file' : keyText(issue.path);
  const line = lineOf(place, issue.path);
  if (!place.document.hasIn(issue.path))
    return { line, text: `${key} is missing. It takes ${issue.message}` };
  const shown = shownValue(issue.path, place).replaceAll(CREDENTIALS, '$1…@');
  const value = shown.length > LONGEST_SHOWN ? `${shown.slice(0, LONGEST_SHOWN)}…` : shown;
  return { line, text: `${key} takes ${issue.message}, not ${value}` };
}

function shownValue(path: KeyPath, { document }: Place): string {
  const node = document.getIn(path, true);
  // JSON has no word for .nan and .inf, so numbers are shown as they are written.
  if (isScalar(node) && typeof node.value === 'number') return node.source ?? String(node.value);
  return JSON.stringify(isNode(node) ? node.toJS(document) : node) ?? String(node);
}

/** The line of the value at a path, or of the nearest thing around it that is there. */
function lineOf(place: Place, path: KeyPath): number {
  const node = path.length === 0 ? place.document.contents : place.document.getIn(path, true);
  if (isNode(node) && node.range) return place.lines.linePos(node.range[0]).line;
  return path.length === 0 ? 1 : lineOf(place, path.slice(0, -1));
}

function lineOfKey(place: Place, path: KeyPath, key: string): number {
  const map = path.length === 0 ? place.document.contents : place.document.getIn(path, true);
  const pair = isMap(map)
    ? map.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
    : undefined;
  return isScalar(pair?.key) && pair.key.range
    ? place.lines.linePos(pair.key.range[0]).line
    : lineOf(place, path);
}

function keyText(path: KeyPath): string {
  return path.map(String).join('.');
}

function invalid(path: string, issues: readonly Issue[]): CorpusError {
  const told = issues
    .toSorted((left, right) => left.line - right.line)
    .slice(0, MOST_FAULTS)
    .map(({ line, text }) => truncateText(printableText(`line ${line}: ${text}`), LONGEST_FAULT));
  const untold = issues.length - told.length;
  const rest = untold === 0 ? [] : [`and ${untold} more ${untold === 1 ? 'fault' : 'faults'}`];
  return new CorpusError({ code: 'CONFIG_INVALID', path, issues: [...told, ...rest] });
}
