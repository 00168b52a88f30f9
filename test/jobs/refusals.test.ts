import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FieldPaths } from '../../src/formats/format.ts';
import { DEFAULT_FIELDS } from '../../src/formats/format.ts';
import { auditInputs } from '../../src/jobs/audit-job.ts';
import { profileInputs } from '../../src/jobs/profile-job.ts';
import type { TokenizedDocument } from '../../src/jobs/tokenize-job.ts';
import { tokenizeInputs } from '../../src/jobs/tokenize-job.ts';

const { signal } = new AbortController();

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heteroglossia-'));
});
afterAll(() => rm(folder, { recursive: true }));

interface Outcome {
  readonly lost: readonly string[] | undefined;
  readonly documents: number;
}

async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

function planOf(
  input: string,
  fields: Partial<FieldPaths>,
  limit?: number,
): Parameters<typeof auditInputs>[0] {
  const all = { ...DEFAULT_FIELDS, ...fields };
  return { inputs: [input], fields: all, split: 'document', ...(limit === undefined ? {} : { limit }) };
}

async function audit(input: string, fields: Partial<FieldPaths> = {}): Promise<Outcome> {
  const { report, lost } = await auditInputs(planOf(input, fields), { signal });
  return { lost, documents: report.corpus.documents };
}

async function tokenize(input: string, fields: Partial<FieldPaths> = {}, limit?: number): Promise<Outcome> {
  let lost: readonly string[] | undefined;
  const documents: TokenizedDocument[] = [];
  const onEnd = (end: { readonly lost: readonly string[] }): void => {
    lost = end.lost;
  };
  for await (const document of tokenizeInputs(planOf(input, fields, limit), { signal, onEnd }))
    documents.push(document);
  return { lost, documents: documents.length };
}

function linesOf(records: readonly object[]): string {
  return records.map((record) => JSON.stringify(record)).join('\n');
}

describe.each([
  ['audit', audit],
  ['tokenize', tokenize],
])('%s', (_, run) => {
  it('refuses a misspelt field and names the nearest', async () => {
    const path = await fileOf('fields.jsonl', linesOf([{ article: 'one two', aux: 1, zeta: 2 }]));
    await expect(run(path, { text: 'artcile' })).rejects.toThrow(
      'No record has the field "artcile" (--text-field). The fields seen are "article", "aux", "zeta". Did you mean "article"?',
    );
  });

  it('takes a field that documents were read from, however many names there are', async () => {
    const path = await fileOf('many.jsonl', linesOf([record(1), record(2)]));
    expect((await run(path, { text: 'zbody', source: 'zsource' })).documents).toBe(2);
    await expect(run(path, { text: 'zbody', source: 'zsorce' })).rejects.toThrow(
      /^No record has the field "zsorce".* and [\d,]+ more\./u,
    );
  });

  it('refuses a misspelt part of a path', async () => {
    const path = await fileOf(
      'nested.jsonl',
      linesOf([{ text: 'one', meta: { site: 'a', body: 'b', when: 'x' } }]),
    );
    await expect(run(path, { source: 'meta.nope' })).rejects.toThrow('"meta.nope" (--source-field)');
    await expect(run(path, { text: 'meta.nope' })).rejects.toThrow('The fields seen are "meta", "text".');
    expect((await run(path, { source: 'meta.site', text: 'meta.body' })).documents).toBe(1);
    expect((await run(path, { date: 'meta.when' })).documents).toBe(1);
  });

  it('says what to do where nothing could be read', async () => {
    const articles = await fileOf('articles.jsonl', linesOf([{ article: 'one' }, { article: 'two' }]));
    await expect(run(articles)).rejects.toThrow(
      /^Not one document could be read: 2 × a record without.* The fields seen are "article": name the one that holds the text with --text-field\.$/u,
    );
    const none = await fileOf('none.json', '[]');
    await expect(run(none)).rejects.toThrow('the inputs hold no records. Check that these are the files');
    await expect(run(none, { text: 'body' })).rejects.toThrow('the inputs hold no records');
    const html = await fileOf('page.html', '<html><body>words</body></html>');
    await expect(run(html)).rejects.toThrow('Convert the files, or name their format with --input-format.');
  });

  it('tells what was lost', async () => {
    const records = linesOf([{ text: 'one' }, { text: 'two' }]);
    const cut = await fileOf('cut.json', `[${records.replace('\n', ',')},{"text":"thr`);
    expect(await run(cut)).toEqual({ lost: ['JSON_TRUNCATED'], documents: 2 });
    const packed = gzipSync(records.repeat(2_000));
    const gzip = await fileOf('cut.jsonl.gz', packed.subarray(0, packed.length - 20));
    expect((await run(gzip)).lost).toEqual(['COMPRESSION_TRUNCATED']);
    expect(await run(await fileOf('fine.jsonl', records))).toEqual({ lost: [], documents: 2 });
  });
});

/** A record of two thousand fields, its text in one that no other name is like. */
const record = (of: number): object => ({
  ...Object.fromEntries(Array.from({ length: 2_000 }, (__, index) => [`a${of}_${index}`, 1])),
  zbody: `words of ${of}`,
  zsource: 'site',
});

describe('tokenize', () => {
  it('refuses a profile', async () => {
    const path = await fileOf('texts.jsonl', linesOf([{ text: 'one' }]));
    const profile = await fileOf('texts.profile', (await profileInputs(planOf(path, {}), { signal })).bytes);
    await expect(tokenize(profile)).rejects.toThrow('is a profile, which holds counts and no texts.');
  });

  it('tells of the end at the limit too', async () => {
    const path = await fileOf('limit.jsonl', linesOf([{ text: 'one' }, { text: 'two' }]));
    expect(await tokenize(path, {}, 1)).toEqual({ lost: [], documents: 1 });
  });
});
