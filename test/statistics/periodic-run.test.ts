import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestPeriodicRun, periodicRuns } from '../../src/statistics/periodic-run.ts';

function digits(text: string): Uint32Array {
  return Uint32Array.from(text, Number);
}

/** Start, end and smallest period of all stretches of three rounds or more, found by trying each start. */
function stretches(numbers: readonly number[]): number[][] {
  const found: number[][] = [];
  for (let period = 1; period <= numbers.length / 3; period += 1) {
    const equal = (index: number): boolean => numbers[index] === numbers[index + period];
    for (let start = 0; start + 3 * period <= numbers.length; start += 1) {
      if (start > 0 && equal(start - 1)) continue;
      let end = start + period;
      while (end < numbers.length && equal(end - period)) end += 1;
      const known = found.some(([otherStart, otherEnd]) => otherStart === start && otherEnd === end);
      if (end - start >= 3 * period && !known) found.push([start, end, period]);
    }
  }
  return found;
}

describe('periodicRuns', () => {
  test.each([
    ['5000007', [{ start: 1, end: 6, period: 1, repeats: 5 }]],
    ['501010127', [{ start: 1, end: 7, period: 2, repeats: 3 }]],
    ['5301040104010401', [{ start: 2, end: 16, period: 4, repeats: 3 }]],
    ['04004004004030', [{ start: 0, end: 12, period: 3, repeats: 4 }]],
    [
      '004646464639955055055046550',
      [
        { start: 2, end: 10, period: 2, repeats: 4 },
        { start: 13, end: 22, period: 3, repeats: 3 },
      ],
    ],
    ['112233445566778899', []],
  ])('finds what dolma finds in %s', (text, expected) => {
    expect(periodicRuns(digits(text))).toEqual(expected);
  });

  test('has a stretch once, with its smallest period', () => {
    expect(periodicRuns(digits('000000000000'))).toEqual([{ start: 0, end: 12, period: 1, repeats: 12 }]);
    expect(periodicRuns(digits('0001000100010'))).toEqual([
      { start: 0, end: 3, period: 1, repeats: 3 },
      { start: 4, end: 7, period: 1, repeats: 3 },
      { start: 8, end: 11, period: 1, repeats: 3 },
      { start: 0, end: 13, period: 4, repeats: 3 },
    ]);
  });

  test('takes the fewest rounds and the longest period from its limits', () => {
    expect(periodicRuns(digits('1122'), { fewestRepeats: 2 })).toHaveLength(2);
    const round = Uint32Array.from({ length: 65 * 3 }, (_, index) => index % 65);
    expect(periodicRuns(round)).toEqual([]);
    expect(periodicRuns(round, { longestPeriod: 65 })).toEqual([
      { start: 0, end: 195, period: 65, repeats: 3 },
    ]);
  });

  test.each([
    { longestPeriod: 0 },
    { longestPeriod: 1.5 },
    { fewestRepeats: 1 },
    { fewestRepeats: Number.NaN },
    { fewestWords: -1 },
    { fewestWords: 2.5 },
  ])('refuses %o', (limits) => {
    expect(() => periodicRuns(digits('1'), limits)).toThrow(RangeError);
  });

  test('finds exactly the stretches that repeat and cannot be made longer', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1), { maxLength: 24 }), (numbers) => {
        const found = periodicRuns(Uint32Array.from(numbers));
        expect(found.map(({ start, end, period }) => [start, end, period])).toEqual(stretches(numbers));
      }),
    );
  });
});

describe('the fewest words of a run', () => {
  test('leave out the shorter ones and no other', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1), { maxLength: 60 }), fc.nat(30), (numbers, fewestWords) => {
        const types = Uint32Array.from(numbers);
        const long = periodicRuns(types).filter(({ start, end }) => end - start >= fewestWords);
        expect(periodicRuns(types, { fewestWords })).toEqual(long);
      }),
    );
  });
});

describe('longestPeriodicRun', () => {
  test('is the longest in words', () => {
    expect(longestPeriodicRun(digits('004646464639955055055046550'))?.period).toBe(3);
    expect(longestPeriodicRun(digits('0001000100010'))).toEqual({ start: 0, end: 13, period: 4, repeats: 3 });
  });

  test('is absent where nothing comes round', () => {
    expect(longestPeriodicRun(digits('112233445566778899'))).toBeNull();
    expect(longestPeriodicRun(new Uint32Array())).toBeNull();
  });
});
