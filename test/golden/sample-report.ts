import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { explanations } from '../../src/audits/explanations.ts';
import { rendererOf } from '../../src/report/registry.ts';
import type { Report } from '../../src/report/report.ts';

/** The corpora whose reports are kept in `reports/`. */
export const SAMPLES: readonly string[] = ['heteroglossic', 'narrowing', 'monologic'];
export const SAMPLE_ENDINGS: readonly string[] = ['.html', '.json', '.md'];

export const repository: string = join(import.meta.dirname, '..', '..');
const builtMain: string = join(repository, 'dist', 'cli', 'main.js');

export function samplePath(name: string, ending: string): string {
  return join(repository, 'reports', `sample-${name}${ending}`);
}

/** Audits one of the corpora with the built program, and blanks what differs between equal runs. */
export function sampleReport(name: string): Report {
  const args = [
    builtMain,
    'audit',
    `fixtures/corpora/${name}.jsonl`,
    '--json',
    '--fail-on',
    'never',
    '--quiet',
  ];
  const printed = execFileSync(process.execPath, args, {
    cwd: repository,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  return withoutVolatile(JSON.parse(printed) as Report);
}

export function renderSample(report: Report, ending: string): string {
  const renderer = rendererOf(`report${ending}`);
  if (renderer === null) throw new Error(`No renderer writes ${ending} files.`);
  return renderer.render(report, explanations());
}

function withoutVolatile(report: Report): Report {
  return {
    ...report,
    tool: { ...report.tool, version: '0.0.0' },
    run: { ...report.run, startedAt: '2024-01-01T00:00:00.000Z', seconds: 0 },
  };
}
