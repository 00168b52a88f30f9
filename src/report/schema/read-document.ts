import type { z } from 'zod';
import { COMPARISON_SCHEMA, type ComparisonReport } from '../comparison-report.ts';
import { REPORT_SCHEMA, type Report } from '../report.ts';
import { TREND_SCHEMA, type TrendReport } from '../trend-report.ts';
import { WEEKS_SCHEMA, type WeeksIndex } from '../weeks-index.ts';
import { COMPARISON_SHAPE } from './comparison-shape.ts';
import { REPORT_SHAPE } from './report-shape.ts';
import { TREND_SHAPE } from './trend-shape.ts';
import { WEEKS_SHAPE } from './weeks-shape.ts';

/** A report that was read back, or why what was read is none. */
export type ReadDocument =
  | { readonly kind: 'audit'; readonly report: Report }
  | { readonly kind: 'comparison'; readonly report: ComparisonReport }
  | { readonly kind: 'trend'; readonly report: TrendReport }
  | { readonly kind: 'weeks'; readonly report: WeeksIndex }
  /** `flaw` is a sentence without a final stop, which may hold words of the file. */
  | { readonly kind: 'none'; readonly flaw: string };

const MOST_ISSUES = 3;
const KNOWN: readonly string[] = [REPORT_SCHEMA, COMPARISON_SCHEMA, TREND_SCHEMA, WEEKS_SCHEMA];
const SCHEMA = /^heteroglossia-(?<kind>[a-z]+)\/(?<version>\d{1,6})$/u;

/**
 * Reads the text of a JSON report. Fields that are not known are left out, since a later version may have more of them;
 * everything else must be as that kind of report has it.
 */
export function readDocument(text: string): ReadDocument {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    const isCut = /^\s*\{/u.test(text) && !/\}\s*$/u.test(text);
    return none(isCut ? 'it ends in the middle' : 'it is not JSON');
  }
  try {
    return documentOf(document);
  } catch (error) {
    // Of all errors that reading a value can have, that of the stack is the only one that data bring about.
    if (error instanceof RangeError) return none('it is nested too deeply');
    throw error;
  }
}

function documentOf(document: unknown): ReadDocument {
  const schema = fieldOf(document, 'schema');
  if (schema === REPORT_SCHEMA)
    return checked(document, REPORT_SHAPE, (report) => ({ kind: 'audit', report }));
  if (schema === COMPARISON_SCHEMA)
    return checked(document, COMPARISON_SHAPE, (report) => ({ kind: 'comparison', report }));
  if (schema === TREND_SCHEMA) return checked(document, TREND_SHAPE, (report) => ({ kind: 'trend', report }));
  if (schema === WEEKS_SCHEMA) return checked(document, WEEKS_SHAPE, (report) => ({ kind: 'weeks', report }));
  return none(strangerText(schema));
}

function checked<Shape extends z.ZodType>(
  document: unknown,
  shape: Shape,
  read: (report: z.output<Shape>) => ReadDocument,
): ReadDocument {
  const parsed = shape.safeParse(document);
  if (parsed.success) return read(parsed.data);
  const { issues } = parsed.error;
  const told = issues
    .slice(0, MOST_ISSUES)
    .map(({ path, message }) => `${path.map(String).join('.') || 'the whole'}: ${message}`);
  const more = issues.length > MOST_ISSUES ? ` and ${issues.length - MOST_ISSUES} more` : '';
  const version = fieldOf(fieldOf(document, 'tool'), 'version');
  const made = typeof version === 'string' ? `, made by version ${version}` : '';
  return none(`it is not what its schema says${made} (${told.join('; ')}${more})`);
}

function strangerText(schema: unknown): string {
  const named = typeof schema === 'string' ? SCHEMA.exec(schema)?.groups : undefined;
  const known = KNOWN.map((each) => `"${each}"`)
    .join(', ')
    .replace(/, (?=[^,]*$)/u, ' and ');
  if (named === undefined) return `it has no schema of a report, which would be ${known}`;
  const { kind = '', version = '' } = named;
  const isNewer = Number(version) > 1 && KNOWN.includes(`heteroglossia-${kind}/1`);
  return isNewer
    ? `its schema is "heteroglossia-${kind}/${version}", of a newer version than this one, which reads ${known}`
    : `its schema "heteroglossia-${kind}/${version}" is none that can be shown; ${known} can`;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

function none(flaw: string): ReadDocument {
  return { kind: 'none', flaw };
}
