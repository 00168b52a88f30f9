import { expect, test } from 'vitest';
import { progressText } from '../../src/cli/progress-text.ts';

const PROGRESS = { documents: 1234, problems: 0, bytes: 4_200_000, totalBytes: 10_000_000 };

test('a known total gives a bar and the time left', () => {
  expect(progressText(PROGRESS, 2, 120)).toBe(
    '████████░░░░░░░░░░░░ 42 % 1,234 documents · 4.20 MB of 10 MB · 2.10 MB/s · 3 s left',
  );
});

test('an unknown total gives a spinner and no time', () => {
  expect(progressText({ ...PROGRESS, totalBytes: null, problems: 2 }, 2, 120)).toBe(
    '⠋ 1,234 documents · 4.20 MB · 2.10 MB/s · 2 problems',
  );
});

test('the bar gives way, and the line never fills the last column', () => {
  expect(progressText(PROGRESS, 2, 80)).toMatch(/^█+░+ 42 % .* left$/);
  expect(progressText(PROGRESS, 2, 66)).toMatch(/^42 % .* left$/);
  for (let width = 1; width < 120; width += 1) {
    expect(progressText(PROGRESS, 2, width).length).toBeLessThanOrEqual(Math.max(1, width - 1));
  }
});

test('nothing read yet, an empty file and a file that grew are no trouble', () => {
  expect(progressText({ ...PROGRESS, bytes: 0 }, 0, 80)).toContain('0 bytes/s');
  expect(progressText({ ...PROGRESS, bytes: 0, totalBytes: 0 }, 1, 80)).toContain('100 %');
  expect(progressText({ ...PROGRESS, bytes: 20_000_000 }, 3, 80)).toMatch(/100 % .* · 0 s left$/);
});
