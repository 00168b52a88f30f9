import { access, constants, mkdtemp, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { isatty } from 'node:tty';
import { CorpusError } from '../errors.ts';
import type { Explanations } from '../report/renderer.ts';
import type { Report } from '../report/report.ts';
import type { ReadDocument } from '../report/schema/read-document.ts';
import { openInBrowser } from './browser.ts';
import { EXIT_CODES } from './exit-code.ts';
import type { OptionValues } from './option-table.ts';
import { writeOutput } from './output-file.ts';
import type { ReportKinds } from './report-outputs.ts';
import { deliver, reportOutputs } from './report-outputs.ts';
import type { Session } from './session.ts';

/** Larger than any report: its lists are bounded whatever the corpus. */
const MOST_BYTES = 256 * 1024 * 1024;

/** What makes a text of a report, null where an ending names nothing. */
type RenderOf<Own> = ((report: Own, explained: Explanations) => string) | null;

type Shown = Exclude<ReadDocument, { readonly kind: 'none' }>;

/** Renders a JSON report where the options say, or as a page beside it that is opened. Throws a `CorpusError`. */
export async function runOpen(
  path: string,
  values: OptionValues,
  { session, opens }: { readonly session: Session; readonly opens: boolean },
): Promise<number> {
  const shown = await readReport(path);
  const outputs = await reportOutputs([path], values, session.signal, () => kindsOf(shown));
  if (outputs.length > 0) {
    await deliver(shown, outputs, session);
    return EXIT_CODES.fine;
  }
  const { renderOf } = await kindsOf(shown);
  const page = await pagePath(path);
  await writeOutput(page, renderOf(page)?.(shown) ?? '');
  await session.stdout.write(`${page}\n`);
  if (opens && isatty(process.stdout.fd)) await openInBrowser(page);
  return EXIT_CODES.fine;
}

async function readReport(path: string): Promise<Shown> {
  const { readDocument } = await import('../report/schema/read-document.ts');
  const read = readDocument(await readText(path));
  if (read.kind === 'none') throw new CorpusError({ code: 'REPORT_INVALID', path, reason: read.flaw });
  return read;
}

async function readText(path: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES)
      throw new CorpusError({ code: 'REPORT_INVALID', path, reason: 'it is larger than any report' });
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof CorpusError) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT') throw new CorpusError({ code: 'INPUT_MISSING', input: path }, { cause: error });
    const reason = code === 'EISDIR' ? 'it is a folder' : `the system says ${String(code)}`;
    throw new CorpusError({ code: 'INPUT_UNREADABLE', input: path, reason }, { cause: error });
  }
}

async function kindsOf(shown: Shown): Promise<ReportKinds<Shown>> {
  const { explanations } = await import('../audits/explanations.ts');
  const { COMPARISON_EXPLANATIONS } = await import('../compare/explanations.ts');
  const { TREND_EXPLANATIONS } = await import('../trend/explanations.ts');
  const explained = { ...explanations(), ...COMPARISON_EXPLANATIONS, ...TREND_EXPLANATIONS };
  switch (shown.kind) {
    case 'audit': {
      const { rendererOf, REPORT_EXTENSIONS } = await import('../report/registry.ts');
      const auditRenderOf = (path: string): RenderOf<Report> => {
        const renderer = rendererOf(path);
        return renderer === null ? null : (report, told) => renderer.render(report, told);
      };
      return kindsBy(REPORT_EXTENSIONS, auditRenderOf, [shown.report, explained]);
    }
    case 'comparison': {
      const { comparisonRendererOf, COMPARISON_EXTENSIONS } = await import(
        '../report/comparison-renderers.ts'
      );
      return kindsBy(COMPARISON_EXTENSIONS, comparisonRendererOf, [shown.report, explained]);
    }
    case 'trend': {
      const { trendRendererOf, TREND_EXTENSIONS } = await import('../report/trend-renderers.ts');
      return kindsBy(TREND_EXTENSIONS, trendRendererOf, [shown.report, explained]);
    }
    case 'weeks': {
      const { weeksRendererOf, WEEKS_EXTENSIONS } = await import('../report/weeks-renderers.ts');
      return kindsBy(WEEKS_EXTENSIONS, weeksRendererOf, [shown.report, explained]);
    }
  }
}

/** The renderers of a kind of report, for one of them. */
function kindsBy<Own>(
  extensions: readonly string[],
  rendererOf: (path: string) => RenderOf<Own>,
  [report, explained]: readonly [Own, Explanations],
): ReportKinds<Shown> {
  return {
    extensions,
    renderOf: (path) => {
      const render = rendererOf(path);
      return render === null ? null : () => render(report, explained);
    },
  };
}

/** Beside the report, unless something is there or nothing can be written. */
async function pagePath(path: string): Promise<string> {
  const name = `${basename(path).replace(/\.json$/iu, '')}.html`;
  const beside = join(dirname(path), name);
  const isFree = await access(beside).then(
    () => false,
    () => true,
  );
  const isWritable = await access(dirname(path), constants.W_OK).then(
    () => true,
    () => false,
  );
  return isFree && isWritable ? beside : join(await mkdtemp(join(tmpdir(), 'heteroglossia-')), name);
}
