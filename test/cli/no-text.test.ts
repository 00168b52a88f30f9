import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { HETEROGLOSSIC, heteroglossia, inFolder, MONOLOGIC } from './command.ts';

const NOTE = 'Quotes are not available: the profile holds no text.';

/** The words of a fixture that are long enough not to stand in bytes by chance. */
function longWords(path: string): readonly string[] {
  const text = readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { readonly text: string }).text.toLowerCase())
    .join('\n');
  return [...new Set(text.match(/[a-z]{6,}/gu))];
}

async function profiled(folder: string, input: string, name: string, ...options: string[]): Promise<void> {
  const result = await heteroglossia(['profile', input, '-o', name, ...options], { cwd: folder });
  expect(result).toEqual({ code: 0, stdout: '', stderr: '' });
}

/** Audits that look at characters, and say without text that they do not apply. */
const OF_TEXT = ['document-rules', 'compression', 'languages', 'syntax-templates', 'stems'];

/** Fields of details that hold words of the corpus, and the audits whose reasons depend on them or on the language. */
const OF_WORDS = ['quote', 'frame', 'label'];
const NAMING = ['templates', 'tail-survival'];

/** Everything in a report that is computed of words, without what is quoted and who made it. */
function figures({ corpus, verdict, audits, slices }: Report): unknown {
  const { vocabulary, ...others } = Object.fromEntries(
    Object.entries(audits)
      .filter(([id]) => !OF_TEXT.includes(id))
      .map(([id, audit]) => [
        id,
        { ...audit, evidence: audit.evidence.length, reason: NAMING.includes(id) ? '' : audit.reason },
      ]),
  );
  const level = { level: verdict.level, homogeneity: verdict.homogeneity, warnings: verdict.warnings };
  const all = { corpus: { ...corpus, holdsText: null }, level, others, slices };
  const wordless: unknown = JSON.parse(
    JSON.stringify(all, (key, value: unknown) =>
      OF_WORDS.includes(key) || (key === 'words' && Array.isArray(value)) ? null : value,
    ),
  );
  return { wordless, vocabulary: vocabulary?.quantity };
}

describe.concurrent('profile --no-text', () => {
  test('writes no word of the corpus, and its audit has the same figures', async () => {
    await inFolder(async (folder) => {
      await profiled(folder, MONOLOGIC, 'full.profile');
      await profiled(folder, MONOLOGIC, 'bare.profile', '--no-text');
      const words = longWords(MONOLOGIC);
      const held = (name: string): readonly string[] => {
        const bytes = readFileSync(join(folder, name), 'latin1').toLowerCase();
        // What the head says of the program and its measures is no text of the corpus.
        const content = bytes.slice(bytes.indexOf('"holdstext"'));
        return words.filter((word) => content.includes(word));
      };
      expect(words.length).toBeGreaterThan(100);
      expect(held('full.profile')).toEqual(words);
      expect(held('bare.profile')).toEqual([]);

      const [full, bare] = await Promise.all(
        ['full.profile', 'bare.profile'].map(async (name) => {
          const { code, stdout } = await heteroglossia(['audit', name, '--json'], { cwd: folder });
          expect(code).toBe(1);
          return JSON.parse(stdout) as Report;
        }),
      );
      if (full === undefined || bare === undefined) throw new Error('there is no report');
      expect(figures(bare)).toEqual(figures(full));
      for (const id of OF_TEXT) {
        const outcomes = [full, bare].map(({ audits }) => audits[id]?.outcome);
        expect([id, ...outcomes]).toEqual([id, 'informative', 'not-applicable']);
      }
      expect([full.corpus.holdsText, bare.corpus.holdsText]).toEqual([true, false]);
      expect(bare.run.planDigest).toBe(full.run.planDigest);
      const evidence = Object.values(bare.audits).flatMap((audit) => audit.evidence);
      expect(evidence.length).toBeGreaterThan(0);
      for (const { quote, documents } of evidence)
        expect({ quote, some: documents.length > 0 }).toEqual({ quote: '', some: true });
      expect(JSON.stringify(bare.audits['vocabulary'])).not.toContain('"word"');
      const details = JSON.stringify([bare.audits['boilerplate'], bare.audits['templates']]);
      expect(details).not.toMatch(/"(?:frame|label|quote)":(?!null|\[\]|"")/u);
    });
  });

  test('says once in a report that nothing can be quoted', async () => {
    await inFolder(async (folder) => {
      await profiled(folder, MONOLOGIC, 'bare.profile', '--no-text');
      const { stdout } = await heteroglossia(['bare.profile', '-o', 'r.md'], { cwd: folder });
      expect(stdout.split(NOTE).length).toBe(2);
      expect(stdout).not.toContain('“');
      expect(stdout.split('\n').length).toBeLessThanOrEqual(24);
      const page = readFileSync(join(folder, 'r.md'), 'utf8');
      expect(page.split(NOTE).length).toBe(2);
      expect(page).not.toContain('(nothing)');
    });
  });

  test('gives the same bytes from parts, of which merge says when they are mixed', async () => {
    await inFolder(async (folder) => {
      await profiled(folder, MONOLOGIC, 'mon.profile');
      await profiled(folder, MONOLOGIC, 'mon.bare', '--no-text');
      await profiled(folder, HETEROGLOSSIC, 'het.profile');
      writeFileSync(join(folder, 'c.yaml'), 'no-text: true\n');
      await profiled(folder, HETEROGLOSSIC, 'het.bare', '--config', 'c.yaml');
      const merged = async (...names: string[]): Promise<readonly [Buffer, string]> => {
        const { code, stderr } = await heteroglossia(['merge', ...names, '-o', 'sum'], { cwd: folder });
        expect(code).toBe(0);
        return [readFileSync(join(folder, 'sum')), stderr];
      };
      const [sum, silence] = await merged('mon.bare', 'het.bare');
      expect(silence).toBe('');
      for (const names of [
        ['mon.profile', 'het.bare'],
        ['het.bare', 'mon.profile'],
      ]) {
        const [mixed, note] = await merged(...names);
        expect(mixed.equals(sum)).toBe(true);
        expect(note).toBe(
          'heteroglossia: The result holds no text, because 1 of the 2 profiles holds none.\n',
        );
      }
      const both = await heteroglossia(['profile', MONOLOGIC, 'het.bare', '-o', 'both'], { cwd: folder });
      expect(both.stderr).toBe(
        'heteroglossia: The profile holds no text, because a profile among the inputs holds none.\n',
      );
      expect(readFileSync(join(folder, 'both')).equals(sum)).toBe(true);
    });
  });

  test('is an option of profile alone', async () => {
    const { stdout } = await heteroglossia(['profile', '--help']);
    expect(stdout).toContain('--no-text');
    expect((await heteroglossia(['audit', '--help'])).stdout).not.toContain('--no-text');
    const refused = await heteroglossia(['audit', MONOLOGIC, '--no-text']);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('--no-text');
  });
});
