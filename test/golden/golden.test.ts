import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { renderSample, SAMPLE_ENDINGS, SAMPLES, samplePath, sampleReport } from './sample-report.ts';

const REMEDY = 'if the change is meant, run "npm run golden" and commit what it writes';

const reports = new Map<string, Report>();

describe('the reports on the fixture corpora', () => {
  it.each(SAMPLES)('%s is reported as committed', (name) => {
    const report = reportOnce(name);
    for (const ending of SAMPLE_ENDINGS) {
      const path = samplePath(name, ending);
      const committed = existsSync(path) ? readFileSync(path, 'utf8') : '';
      const difference = firstDifference(renderSample(report, ending), committed);
      expect(difference, `reports/sample-${name}${ending} differs: ${REMEDY}`).toBeNull();
    }
  });

  it.each(SAMPLES)('%s gets the level that it was made for', (name) => {
    const { verdict, corpus } = reportOnce(name);
    expect(corpus.documents).toBe(400);
    expect(verdict.level).toBe(name);
  });
});

function reportOnce(name: string): Report {
  const report = reports.get(name) ?? sampleReport(name);
  reports.set(name, report);
  return report;
}

/** Where two texts part, null where they are the same: whole reports would fill the screen. */
function firstDifference(made: string, committed: string): string | null {
  if (made === committed) return null;
  const [ours, theirs] = [made.split('\n'), committed.split('\n')];
  const index = ours.findIndex((line, at) => line !== theirs[at]);
  const line = index === -1 ? ours.length : index;
  return `line ${line + 1} is ${JSON.stringify(ours[line] ?? null)}, committed is ${JSON.stringify(theirs[line] ?? null)}`;
}
