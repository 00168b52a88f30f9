// Writes the expected reports in reports/. Part of `npm run golden`, which builds the program first.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  renderSample,
  repository,
  SAMPLE_ENDINGS,
  SAMPLES,
  samplePath,
  sampleReport,
} from './sample-report.ts';

mkdirSync(join(repository, 'reports'), { recursive: true });
for (const name of SAMPLES) {
  const report = sampleReport(name);
  for (const ending of SAMPLE_ENDINGS) writeFileSync(samplePath(name, ending), renderSample(report, ending));
}
