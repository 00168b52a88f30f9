import { describe, expect, it } from 'vitest';
import type * as ValueThreads from '../../src/engine/value-thread.ts';
import { takeValues } from '../../src/engine/values.ts';
import { longTextValues, longViews, readSources, toEnd, valuesOf } from '../../src/profile/values.ts';
import { profileOf } from '../support/profiles.ts';

const { signal } = new AbortController();
/** Threads run what was built. */
const BUILT = new URL('../../dist/engine/value-thread.js', import.meta.url);

const NOUNS = 'river market window teacher garden letter engine painter'.split(' ');
const VERBS = 'crosses remembers repairs follows paints sells describes'.split(' ');

/** Short English texts, no two alike. */
function texts(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const noun = (step: number): string => NOUNS[(index * 5 + step * 3) % NOUNS.length] ?? '';
    const verb = VERBS[(index * 3) % VERBS.length] ?? '';
    return `The old ${noun(1)} by the ${noun(2)} ${verb} the ${noun(3)} that number ${index} had left there. It was a quiet day, and nobody in the ${noun(4)} said a word about it.`;
  });
}

const profile = () => profileOf(texts(300).map((text) => ({ text })));

describe('values taken in a second thread', () => {
  it('are those of one thread', async () => {
    const { startValueThread } = (await import(BUILT.href)) as typeof ValueThreads;
    const thread = startValueThread();
    try {
      const { values } = await takeValues(profile(), { signal, thread });
      expect(values).toEqual(valuesOf(profile()));
      expect(values['syntax-templates'].englishTexts).toBeGreaterThan(100);
    } finally {
      await thread.close();
    }
  });

  it('are taken here where that thread has died', async () => {
    const { startValueThread } = (await import(BUILT.href)) as typeof ValueThreads;
    const thread = startValueThread();
    await thread.close();
    const { values } = await takeValues(profile(), { signal, thread });
    expect(values).toEqual(valuesOf(profile()));
  });

  it('are not waited for when the run is ended', async () => {
    const ended = AbortSignal.abort(new Error('enough'));
    await expect(takeValues(profile(), { signal: ended, thread: null })).rejects.toThrow('enough');
  });

  it('need the long texts alone', () => {
    const all = profileOf(texts(4_200).map((text) => ({ text })));
    const sources = toEnd(readSources(all));
    const long = longViews(sources);
    expect(long.corpus.documents.length).toBeLessThan(sources.corpus.documents.length);
    const values = toEnd(longTextValues(long));
    expect(values).toEqual(toEnd(longTextValues(sources)));
    const few = toEnd(readSources(profile()));
    const idsOf = (own: typeof values): readonly string[] => own.map(([id]) => id);
    expect(idsOf(values).filter((id) => !idsOf(toEnd(longTextValues(few))).includes(id))).toEqual([
      'templates',
    ]);
  });
});
