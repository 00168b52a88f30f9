import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { HETEROGLOSSIC, heteroglossia, inFolder, MONOLOGIC } from './command.ts';

const QUICK = ['--limit', '80', '--json', '--fail-on', 'never'];

async function reportOf(args: readonly string[], cwd?: string): Promise<Report> {
  const { code, stdout, stderr } = await heteroglossia(args, cwd === undefined ? {} : { cwd });
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout) as Report;
}

describe('the built-in reference for English', () => {
  it('is what --reference builtin:en names on the command line, in a configuration and in a pipeline', async () => {
    await inFolder(async (folder) => {
      const config = join(folder, 'config.yaml');
      writeFileSync(config, 'reference: builtin:en\n');
      const pipeline = join(folder, 'pipeline.yaml');
      writeFileSync(
        pipeline,
        `job: audit\ninputs: ${JSON.stringify([HETEROGLOSSIC])}\noptions:\n  reference: builtin:en\n  limit: 80\noutputs: report.json\n`,
      );
      const given = await reportOf(['audit', HETEROGLOSSIC, ...QUICK, '--reference', 'builtin:en'], folder);
      const configured = await reportOf(['audit', HETEROGLOSSIC, ...QUICK, '--config', config], folder);
      await heteroglossia(['run', pipeline], { cwd: folder });
      const finding = given.audits['tail-survival'];
      expect(finding).toMatchObject({
        outcome: 'informative',
        quantity: { unit: 'ratio', documents: 80 },
        details: { reference: 'builtin:en', exact: true },
      });
      expect(given.run.options).toMatchObject({ reference: 'builtin:en' });
      expect(configured.audits['tail-survival']).toEqual(finding);
      const { audits } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Report;
      expect(audits['tail-survival']).toEqual(finding);
    });
  });

  it('is not used unless it is asked for, but named where text is English', async () => {
    const { audits } = await reportOf(['audit', MONOLOGIC, ...QUICK]);
    expect(audits['tail-survival']).toMatchObject({ outcome: 'not-applicable', quantity: null });
    expect(audits['tail-survival']?.reason).toContain('--reference builtin:en');
  });

  it('is not found under another name, and known ones are listed', async () => {
    const { code, stdout, stderr } = await heteroglossia(['audit', MONOLOGIC, '--reference', 'builtin:eng']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(
      'There is no reference "builtin:eng". Did you mean "builtin:en"? Known: builtin:en.',
    );
  });
});
