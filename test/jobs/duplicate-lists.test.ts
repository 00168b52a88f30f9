import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadPlan } from '../../src/engine/engine.ts';
import { DEFAULT_FIELDS } from '../../src/formats/format.ts';
import { auditInputs } from '../../src/jobs/audit-job.ts';
import type { DocumentLine, PairLine } from '../../src/jobs/duplicate-lists.ts';
import { documentLines, pairLines, refuseReadOnce } from '../../src/jobs/duplicate-lists.ts';
import { valuesOf } from '../../src/profile/values.ts';

const { signal } = new AbortController();

function planOf(...inputs: string[]): ReadPlan {
  return { inputs, fields: DEFAULT_FIELDS, split: 'document' };
}

async function all<T>(lines: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const line of lines) found.push(line);
  return found;
}

async function listsOf(
  plan: ReadPlan,
  workers = 0,
): Promise<{ documents: DocumentLine[]; pairs: PairLine[] }> {
  const { duplicates } = await auditInputs(plan, { signal, workers });
  return {
    documents: await all(documentLines(plan, duplicates, { signal })),
    pairs: await all(pairLines(plan, duplicates, { signal })),
  };
}

const folder = new URL('../../../shared/cases/dup/', import.meta.url);
const absent = !existsSync(folder);
const cases = absent ? [] : readdirSync(folder).filter((name) => !name.endsWith('.truth.json'));

describe(absent ? 'the cases of duplicates (skipped: they are not here)' : 'the cases of duplicates', () => {
  it.skipIf(absent)('are all there', () => {
    expect(cases).toHaveLength(16);
  });

  it.each(cases)('%s', async (name) => {
    const truth: { rate: number; pairs: [string, string][] } = JSON.parse(
      readFileSync(new URL(name.replace('.jsonl', '.truth.json'), folder), 'utf8'),
    );
    const plan = planOf(fileURLToPath(new URL(name, folder)));
    const { report, duplicates } = await auditInputs(plan, { signal, workers: 0 });
    const lines = await all(pairLines(plan, duplicates, { signal }));
    const found = new Set(lines.map(({ a, b }) => nameOf(a, b)));
    const hits = truth.pairs.filter(([a, b]) => found.has(nameOf(a, b))).length;
    const truePairs = new Set(truth.pairs.map(([a, b]) => nameOf(a, b)));
    const right = lines.filter(({ a, b, similarity }) => similarity >= 0.5 || truePairs.has(nameOf(a, b)));
    expect(right.length / lines.length).toBeGreaterThanOrEqual(0.95);
    const exact = name.includes('exact');
    const { quantity } = report.audits[exact ? 'exact-duplicates' : 'near-duplicates'] ?? {};
    expect(Math.abs((quantity?.value ?? -1) - truth.rate)).toBeLessThanOrEqual(0.01);
    expect(hits / truth.pairs.length).toBeGreaterThanOrEqual(exact ? 1 : 0.9);
  });
});

const WORDS =
  'ferry late again nobody minded sun out over harbour rye keeps longer than wheat because its crumb holds water slice thin'.split(
    ' ',
  );

/** Texts of 40 words that have nothing in common. */
function textOf(seed: string): string {
  return Array.from({ length: 40 }, (_, i) => `${WORDS[i % WORDS.length] ?? ''}${seed}`).join(' ');
}

function nameOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

function kept(lines: readonly DocumentLine[]): number {
  return lines.filter(({ duplicateOf }) => duplicateOf === null).length;
}

function kinds(lines: readonly PairLine[]): readonly string[] {
  return lines.map(({ kind }) => kind).toSorted();
}

describe('the lists of duplicates', () => {
  let place: string;
  beforeAll(() => {
    place = mkdtempSync(join(tmpdir(), 'heteroglossia-'));
  });
  afterAll(() => rmSync(place, { recursive: true, force: true }));

  function write(name: string, documents: readonly object[]): string {
    const path = join(place, name);
    writeFileSync(path, documents.map((document) => `${JSON.stringify(document)}\n`).join(''));
    return path;
  }

  it('name the first document of each cluster in input order, with where the others stand', async () => {
    const changed = `${textOf('a')} Changed!`;
    const path = write('few.jsonl', [
      { id: 'z', text: textOf('a') },
      { id: 'y', text: textOf('b'), source: 'constructor' },
      { id: 'x', text: ` ${textOf('a')}\n` },
      { id: 'w', text: changed.toUpperCase() },
      { id: 'v', text: `${textOf('c')} ${textOf('b')} ${textOf('d')}` },
      { text: textOf('e') },
    ]);
    const { documents, pairs } = await listsOf(planOf(path));
    expect(documents.map(({ duplicateOf }) => duplicateOf)).toEqual([null, null, 'z', 'z', null, null]);
    expect(documents[1]).toEqual({
      id: 'y',
      uri: path,
      line: 2,
      source: 'constructor',
      tokens: 40,
      duplicateOf: null,
      template: null,
    });
    expect(documents[5]?.id).toMatch(/^[0-9a-f]{16}$/u);
    expect(pairs.map(({ a, b, kind }) => [a, b, kind])).toEqual([
      ['z', 'x', 'exact'],
      ['z', 'w', 'near'],
      ['y', 'v', 'contained'],
    ]);
    expect(pairs[1]?.similarity).toBe(21 / 22);
    expect(pairs[2]?.containment).toBe(1);
    expect(pairs.map(({ inner }) => inner)).toEqual([null, null, 'a']);
    expect(pairs[2]?.places).toEqual({ a: { uri: path, line: 2 }, b: { uri: path, line: 5 } });
  });

  it('say which of two texts is the one that the other holds, in either order', async () => {
    const held = { id: 'held', text: textOf('b') };
    const holder = { id: 'holder', text: `${textOf('c')} ${textOf('b')} ${textOf('d')}` };
    const one = await listsOf(planOf(write('inner-a.jsonl', [held, holder])));
    const other = await listsOf(planOf(write('inner-b.jsonl', [holder, held])));
    expect(one.pairs).toMatchObject([{ kind: 'contained', a: 'held', inner: 'a' }]);
    expect(other.pairs).toMatchObject([{ kind: 'contained', b: 'held', inner: 'b' }]);
  });

  it('number the template of each document as the report does', async () => {
    const filled = ['red', 'blue', 'green', 'brown', 'white'].map((slot, index) => ({
      id: slot,
      text: `dear ${slot} reader your order ${index} of ${slot}s left our ${index * 7} store today and comes by ${slot} train`,
    }));
    const path = write('forms.jsonl', [
      ...filled,
      { id: 'free', text: 'grey geese fly south when nobody looks' },
    ]);
    const { documents } = await listsOf(planOf(path));
    expect(documents.map(({ id, template }) => [id, template])).toEqual([
      ...filled.map(({ id }) => [id, 1]),
      ['free', null],
    ]);
    const { profile } = await auditInputs(planOf(path), { signal, workers: 0 });
    expect(valuesOf(profile).templates).toMatchObject({ templates: 1, texts: 5 });
  });

  it('are the same pairs and clusters for a shuffled order, over files and workers', async () => {
    const documents = Array.from({ length: 60 }, (_, index) => ({
      id: `d${index}`,
      text: `${textOf(String(index % 20))}${index < 40 ? '' : ' once more'}`,
    }));
    const whole = await listsOf(planOf(write('whole.jsonl', documents)));
    const shuffled = documents.toSorted((a, b) => (a.id.at(-1) ?? '').localeCompare(b.id.at(-1) ?? ''));
    const parts = [write('1.jsonl', shuffled.slice(0, 13)), write('2.jsonl', shuffled.slice(13))];
    const other = await listsOf(planOf(...parts));
    expect(kept(whole.documents)).toBe(20);
    expect(kept(other.documents)).toBe(20);
    expect(kinds(other.pairs)).toEqual(kinds(whole.pairs));
    expect(kinds(whole.pairs)).toEqual([...Array(20).fill('exact'), ...Array(20).fill('near')]);
  });

  it('have every pair of texts with one body, however many they are', async () => {
    const forms = Array.from({ length: 200 }, (_, index) => ({
      text: `${textOf('a')} ${textOf(`n${index}`).slice(0, 60)}`,
    }));
    const { pairs } = await listsOf(planOf(write('forms200.jsonl', forms)));
    expect(pairs).toHaveLength((200 * 199) / 2);
  });

  it('tell what they may lack: texts that were not compared, and pairs that were not looked at', async () => {
    const plan = planOf(write('lacking.jsonl', [{ text: textOf('a') }, { text: textOf('b') }]));
    const { duplicates } = await auditInputs(plan, { signal, workers: 0 });
    const { graph } = duplicates;
    const some = { ...graph, signatures: { ...graph.signatures, capped: true } };
    const cut = { ...graph, pairs: { ...graph.pairs, complete: false } };
    for (const linesOf of [documentLines, pairLines]) {
      const notesOf = async (own: typeof graph): Promise<string> => {
        const notes: string[] = [];
        const onNote = (note: string): void => void notes.push(note);
        await all<unknown>(linesOf(plan, { ...duplicates, graph: own }, { signal, onNote }));
        return notes.join(' ');
      };
      expect(await notesOf(graph)).toBe('');
      expect(await notesOf(some)).toMatch(/^Not all texts .*\(2 were\)/u);
      expect(await notesOf(cut)).toMatch(/not all looked at/u);
    }
  });

  it('are given up when the run is ended', async () => {
    const plan = planOf(write('ended.jsonl', [{ id: 'a', text: textOf('a') }, { text: textOf('a') }]));
    const { duplicates } = await auditInputs(plan, { signal, workers: 0 });
    const ended = { signal: AbortSignal.abort(new Error('enough')) };
    await expect(all(documentLines(plan, duplicates, ended))).rejects.toThrow('enough');
    await expect(all(pairLines(plan, duplicates, ended))).rejects.toThrow('enough');
  });

  it('are refused for what cannot be read twice', async () => {
    await expect(refuseReadOnce('--pairs', ['-'])).rejects.toThrow(/read twice/u);
  });
});
