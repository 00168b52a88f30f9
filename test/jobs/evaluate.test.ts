import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { evaluateCases } from '../../src/jobs/evaluate-job.ts';

const OPTIONS = { signal: new AbortController().signal };

function line(id: number, text: string): string {
  return JSON.stringify({ id: String(id), text });
}

function casesOf(cases: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'cases-'));
  const same = Array.from({ length: 30 }, (_, id) => line(id, 'one text with some words '.repeat(20)));
  const other = Array.from({ length: 6 }, (_, id) => line(id, `text number ${id} is another one each time`));
  writeFileSync(join(folder, 'same.jsonl'), same.join('\n'));
  writeFileSync(join(folder, 'other.jsonl'), other.join('\n'));
  const path = join(folder, 'cases.json');
  writeFileSync(path, typeof cases === 'string' ? cases : JSON.stringify(cases));
  return path;
}

describe('evaluateCases', () => {
  test('judges cases in their order, with files beside the file of cases', async () => {
    const path = casesOf([
      { kind: 'ordering', name: 'constant', files: ['same.jsonl', 'other.jsonl'] },
      { kind: 'duplicates', name: 'made/exact', files: ['same.jsonl'], rate: 0.5 },
    ]);
    const judged = await evaluateCases(path, OPTIONS);
    expect(judged.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['constant', 'passed'],
      ['made/exact', 'failed'],
    ]);
  });

  test.each([
    [
      'a kind that nobody knows',
      [{ kind: 'pairs', name: 'a', files: ['same.jsonl'] }],
      'Did you mean "pair"?',
    ],
    [
      'a file that is missing',
      [{ kind: 'pair', name: 'a', files: ['no.jsonl'] }],
      'There is no file or folder',
    ],
    ['no case', [], 'does not hold labelled cases'],
    ['a case without files', [{ kind: 'pair', name: 'a' }], '0.files'],
    ['what is not JSON', '{', 'does not hold labelled cases'],
  ])('refuses %s', async (_, cases, sentence) => {
    await expect(evaluateCases(casesOf(cases), OPTIONS)).rejects.toThrow(sentence);
  });

  test('refuses a file of cases that is missing', async () => {
    await expect(evaluateCases('nowhere/cases.json', OPTIONS)).rejects.toThrow('There is no file or folder');
  });
});
