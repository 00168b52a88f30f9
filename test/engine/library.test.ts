import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/index.ts';
import { audit, auditProfile, CorpusError, merge, profile, readReference } from '../../src/index.ts';
import { inFolder } from '../cli/command.ts';

const TEXTS = ['One two three.', 'Four five six seven.', 'Eight nine ten eleven twelve.', 'One two three.'];

async function* stream(texts: readonly string[]): AsyncGenerator<Document> {
  for (const [index, text] of texts.entries()) yield { id: `d${index}`, text };
}

describe('the library', () => {
  it('audits documents as they come', async () => {
    const report = await audit(stream(TEXTS));
    expect(report.corpus).toMatchObject({ documents: 4, tokens: 15, problems: { total: 0 } });
    expect(report.audits['exact-duplicates']?.quantity?.value).toBeCloseTo(1 / 4, 12);
    expect(report.verdict.level).toBe('insufficient-data');
  });

  it('takes any iterable, and audits profiles that were merged as it audits the whole', async () => {
    const documents = TEXTS.map((text) => ({ text }));
    const parts = await Promise.all([profile(documents.slice(0, 2)), profile(documents.slice(2))]);
    const merged = merge([parts[0], parts[1]]);
    expect(Buffer.from(merged).equals(await profile(documents))).toBe(true);
    expect({ ...auditProfile(merged), run: null }).toEqual({ ...(await audit(documents)), run: null });
  });

  it('makes profiles without text on demand, and sums of them', async () => {
    const documents = TEXTS.map((text) => ({ text }));
    const whole = await profile(documents, { noText: true });
    expect(auditProfile(whole).corpus.holdsText).toBe(false);
    const parts = await Promise.all([
      profile(documents.slice(0, 2)),
      profile(documents.slice(2), { noText: true }),
    ]);
    expect(Buffer.from(merge(parts)).equals(whole)).toBe(true);
  });

  it('compares the tail with a reference: bytes, the path of a profile, or what is built in', async () => {
    const told = Array.from({ length: 400 }, (_, day) => ({
      text: `The ${day % 97}th ferry of route r${day % 41} met the harbour master h${day * 7} at pier p${day % 23}.`,
    }));
    const bytes = await profile(told.slice(0, 300));
    const reference = await readReference(bytes);
    const report = await audit(told.slice(100), { reference });
    const finding = report.audits['tail-survival'];
    expect(finding).toMatchObject({ outcome: 'informative', details: { reference: 'reference' } });
    const again = auditProfile(await profile(told.slice(100)), { reference });
    expect(again.audits['tail-survival']).toEqual(finding);
    await inFolder(async (folder) => {
      const path = join(folder, 'earlier.profile');
      writeFileSync(path, bytes);
      const named = await audit(told.slice(100), { reference: await readReference(path) });
      expect(named.audits['tail-survival']?.quantity).toEqual(finding?.quantity);
      expect(named.audits['tail-survival']?.details['reference']).toBe(path);
    });
    const english = await audit(told, { reference: await readReference('builtin:en') });
    expect(english.audits['tail-survival']?.details['reference']).toBe('builtin:en');
    expect((await audit(told)).audits['tail-survival']?.outcome).toBe('not-applicable');
  });

  it('refuses a reference that is no profile, or that is not known', async () => {
    await expect(readReference(new Uint8Array(8))).rejects.toThrow(CorpusError);
    await expect(readReference('builtin:no')).rejects.toThrow(CorpusError);
    await expect(readReference('/no/such/file.profile')).rejects.toThrow(CorpusError);
  });

  it('counts what is wrong with a document and leaves it out', async () => {
    const flawed = [
      { text: 'fine' },
      { text: '  ' },
      { text: 42 },
      { id: 'no text' },
      { text: 'half \ud800 a pair' },
      { text: 'a', id: 'same' },
      { text: 'b', id: 'same' },
    ] as unknown as Document[];
    const { corpus } = await audit(flawed);
    expect(corpus.documents).toBe(4);
    expect(corpus.problems.byCode).toEqual({
      ID_REPEATED: 1,
      LONE_SURROGATE: 1,
      TEXT_EMPTY: 1,
      TEXT_MISSING: 1,
      TEXT_NOT_STRING: 1,
    });
    expect(corpus.problems.examples.find(({ code }) => code === 'ID_REPEATED')?.line).toBe(7);
  });

  it('counts what is no document at all', async () => {
    const strays = [null, undefined, 7, 'text', ['text'], { text: 'fine' }] as unknown as Document[];
    const { corpus } = await audit(strays);
    expect(corpus.documents).toBe(1);
    expect(corpus.problems.byCode).toEqual({ RECORD_NOT_OBJECT: 5 });
    expect(corpus.problems.examples.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5]);
  });

  it('refuses a sum that is too large to be exact', async () => {
    let bytes = await profile([{ text: 'one two three' }]);
    const doubled = () => {
      for (let times = 0; times < 60; times++) bytes = merge([bytes, bytes]);
    };
    expect(doubled).toThrow(CorpusError);
    expect(doubled).toThrow('more than 2^53 - 1 times');
  });

  it('gives an empty report of nothing rather than a number', async () => {
    const report = await audit([]);
    expect(report.verdict).toMatchObject({ level: 'insufficient-data', homogeneity: null });
  });

  it('refuses bytes that are no profile, cut short, or changed', async () => {
    const bytes = await profile([{ text: 'one' }]);
    const changed = Uint8Array.from(bytes);
    changed[40] = (changed[40] ?? 0) ^ 1;
    for (const bad of [new Uint8Array(), Buffer.from('{}'), bytes.subarray(0, -5), changed])
      expect(() => auditProfile(bad)).toThrow(CorpusError);
  });

  it('stops when its signal says so', async () => {
    const stop = new AbortController();
    async function* endless(): AsyncGenerator<Document> {
      for (let index = 0; ; index++) {
        if (index === 100) stop.abort(new Error('enough'));
        yield { text: `text ${index}` };
      }
    }
    await expect(audit(endless(), { signal: stop.signal })).rejects.toThrow('enough');
  });
});
