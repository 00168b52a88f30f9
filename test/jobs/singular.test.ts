import { expect, test } from 'vitest';
import { audit } from '../../src/jobs/documents-job.ts';

test('one document and one word are told in the singular', async () => {
  const { audits } = await audit([{ text: 'word' }]);
  expect(audits['document-length']?.reason).toBe('The only document has 1 word.');
  expect(audits['vocabulary']?.reason).toContain('1 word is 1 different one, and');
  const reasons = Object.values(audits).map(({ reason }) => reason);
  for (const reason of reasons) expect(reason).not.toMatch(/\b1 (?:different )?[a-z]{3,}(?<!s)s\b/u);
});
