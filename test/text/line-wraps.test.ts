import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinWrappedLines } from '../../src/text/line-wraps.ts';

const LONG = 'the quick brown fox jumped over a dog so lazy that it';

describe('joining wrapped lines', () => {
  it('joins the lines of a paragraph that was broken to fit a page', () => {
    expect(joinWrappedLines(`${LONG}\n${LONG}\nslept.`)).toBe(`${LONG} ${LONG} slept.`);
  });

  it.each([
    ['a blank line', `${LONG}\n\n${LONG}`],
    ['a list', `${LONG}\n- ${LONG}\n2. ${LONG}\n  * ${LONG}`],
    ['short lines', 'Roses are red,\nviolets are blue,\nsugar is sweet'],
    ['a line that is a whole paragraph', `${LONG.repeat(4)}\n${LONG.repeat(4)}`],
  ])('keeps the line breaks of %s', (_, text) => {
    expect(joinWrappedLines(text)).toBe(text);
  });

  it('keeps every other character in its place', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constant(LONG))), (lines) => {
        const text = lines.join('\n');
        const joined = joinWrappedLines(text);
        expect(joined.length).toBe(text.length);
        expect(joined.replaceAll('\n', ' ')).toBe(text.replaceAll('\n', ' '));
      }),
    );
  });
});
