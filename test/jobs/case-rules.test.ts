import { describe, expect, test } from 'vitest';
import { CASE_RULES } from '../../src/jobs/cases/case-rules.ts';
import type { JudgedFile, Judgement, LabelledCase } from '../../src/jobs/cases/labelled-case.ts';

function file(index: number | null, change: Partial<JudgedFile> = {}): JudgedFile {
  return {
    path: 'a.jsonl',
    level: 'heteroglossic',
    index:
      index === null
        ? null
        : { value: index, unit: 'points', interval: [index - 2, index + 2], documents: 50 },
    distinct: 50,
    copies: 0,
    copiesFailed: false,
    templated: null,
    pairs: null,
    ...change,
  };
}

function judged(kind: string, files: readonly JudgedFile[], change: Partial<LabelledCase> = {}): Judgement {
  const rule = CASE_RULES.get(kind);
  if (rule === undefined) throw new Error(kind);
  const names = files.map((_, place) => `${place}.jsonl`);
  return rule(files, { kind, name: 'made', files: names, expect: '', hard: false, ...change });
}

function found(pairs: readonly (readonly [string, string])[]): JudgedFile['pairs'] & object {
  return pairs.map((ids) => ({ ids, similarity: 0.4 }));
}

describe('a pair', () => {
  test('passes where the second file is more alike, and says whether that is sure', () => {
    expect(judged('pair', [file(20), file(30)])).toMatchObject({ outcome: 'passed' });
    expect(judged('pair', [file(20), file(30)]).figure).toContain('excludes 0');
    expect(judged('pair', [file(20), file(21)]).figure).toContain('contains 0');
    expect(judged('pair', [file(30), file(20)]).outcome).toBe('failed');
    expect(judged('pair', [file(30), file(null)]).outcome).toBe('failed');
  });
});

describe('a mixture', () => {
  test('passes by the correlation with the order, a hard one by less', () => {
    const rising = [1, 2, 3, 4, 5].map((value) => file(value));
    const mixed = [1, 3, 2, 5, 4].map((value) => file(value));
    expect(judged('mixture', rising).outcome).toBe('passed');
    expect(judged('mixture', mixed)).toMatchObject({ outcome: 'failed' });
    expect(judged('mixture', mixed, { hard: true }).outcome).toBe('passed');
  });
});

describe('duplicates', () => {
  test('of the exact kind are judged by their share, within one point', () => {
    const exact = { name: 'web/exact/5%', rate: 0.05 };
    expect(judged('duplicates', [file(5, { copies: 0.06 })], exact).outcome).toBe('passed');
    expect(judged('duplicates', [file(5, { copies: 0.061 })], exact).outcome).toBe('failed');
  });

  test('of the near kind are judged by pairs, whichever way round, and not without them', () => {
    const truth = [
      ['a', 'b'],
      ['c', 'constructor'],
    ] as const;
    const near = { name: 'web/drop5/5%', rate: 0.05, pairs: truth };
    expect(judged('duplicates', [file(5)], near).outcome).toBe('unjudged');
    const all = [
      ['b', 'a'],
      ['constructor', 'c'],
    ] as const;
    expect(judged('duplicates', [file(5, { pairs: found(all) })], near).outcome).toBe('passed');
    expect(judged('duplicates', [file(5, { pairs: found([['b', 'a']]) })], near).outcome).toBe('failed');
    const wrong = found([...all, ['x', 'y']]);
    expect(judged('duplicates', [file(5, { pairs: wrong })], near).outcome).toBe('failed');
    const alike = wrong.map((pair) => ({ ...pair, similarity: 0.5 }));
    expect(judged('duplicates', [file(5, { pairs: alike })], near).outcome).toBe('passed');
  });

  test('with shuffled sentences need less recall', () => {
    const truth = Array.from({ length: 10 }, (_, place) => [`a${place}`, `b${place}`] as const);
    const pairs = truth.slice(0, 8);
    const outcomeOf = (name: string): string =>
      judged('duplicates', [file(5, { pairs: found(pairs) })], { name, pairs: truth }).outcome;
    expect(outcomeOf('web/swap_sent/5%')).toBe('passed');
    expect(outcomeOf('web/drop5/5%')).toBe('failed');
  });
});

describe('a series in time', () => {
  test('passes where the index rises from file to file', () => {
    expect(judged('temporal', [file(1), file(2), file(3)]).outcome).toBe('passed');
    expect(judged('temporal', [file(3), file(2), file(1)]).outcome).toBe('failed');
  });

  test('passes where the named periods are the extremes', () => {
    const files = [file(9, { templated: 5 }), file(1, { templated: 9 }), file(5, { templated: 7 })];
    const expectation = { expect: '1.jsonl most templated, 0.jsonl least (human text)' };
    expect(judged('temporal', files, expectation).outcome).toBe('passed');
    expect(judged('temporal', files.toReversed(), expectation).outcome).toBe('failed');
    expect(judged('temporal', [file(1), file(2)], expectation).outcome).toBe('failed');
  });
});

describe('the other kinds', () => {
  test('an ordering wants the strongest alarm for one text and none for the other', () => {
    const one = file(100, { level: 'monologic', distinct: 1, copies: 0.99, copiesFailed: true });
    expect(judged('ordering', [one, file(5)]).outcome).toBe('passed');
    expect(judged('ordering', [{ ...one, distinct: 2 }, file(5)]).outcome).toBe('failed');
    expect(judged('ordering', [one, file(5, { copiesFailed: true })]).outcome).toBe('failed');
  });

  test('a trap wants a good level where a grade is asked for, else an order', () => {
    const graded = { expect: 'best or near-best grade' };
    expect(judged('trap', [file(9), file(5, { level: 'narrowing' })], graded).outcome).toBe('passed');
    expect(judged('trap', [file(9), file(90, { level: 'monologic' })], graded).outcome).toBe('failed');
    expect(judged('trap', [file(9), file(5)]).outcome).toBe('failed');
  });

  test('stability wants less than five points of spread', () => {
    expect(judged('stability', [file(10), file(14.9)]).outcome).toBe('passed');
    expect(judged('stability', [file(10), file(15)]).outcome).toBe('failed');
  });
});
