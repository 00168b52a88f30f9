import { describe, expect, it } from 'vitest';
import { homogeneity } from '../../src/audits/homogeneity.ts';
import { uniformRhythm } from '../../src/audits/uniform-rhythm.ts';
import { valuesOf } from '../../src/profile/values.ts';
import { profileOf } from '../support/profiles.ts';

const WORDS = 'river market window teacher garden letter engine painter harbour village bread winter'.split(
  ' ',
);

/** Texts of sentences of unlike lengths, no two alike. */
function texts(): readonly string[] {
  return Array.from({ length: 60 }, (_, document) =>
    Array.from({ length: 20 }, (__, sentence) => {
      const length = 3 + ((document * 7 + sentence * 5) % 14);
      const words = Array.from(
        { length },
        (___, word) => WORDS[(document * 5 + sentence * 3 + word * word) % WORDS.length],
      );
      return `The ${words.join(' ')} ${document * 20 + sentence}.`;
    }).join(' '),
  );
}

const marked = valuesOf(profileOf(texts().map((text) => ({ text }))));
const unmarked = valuesOf(
  profileOf(texts().map((text) => ({ text: text.toLowerCase().replaceAll('.', '') }))),
);

describe('text without marks that end sentences', () => {
  it('has no rhythm, and the audit says so', () => {
    expect(marked.rhythm).toMatchObject({ unmarked: false, variation: { documents: 60 } });
    expect(unmarked.rhythm).toMatchObject({ unmarked: true, variation: null });
    expect(uniformRhythm.audit(unmarked)).toMatchObject({ outcome: 'not-applicable' });
    expect(uniformRhythm.audit(marked).outcome).not.toBe('not-applicable');
  });

  it('has the index of its shared words, which marks do not change', () => {
    expect(homogeneity(unmarked)?.interval).toBeDefined();
    const found = [marked, unmarked].map(({ overlap }) =>
      overlap.byN.map(({ perMillion }) => perMillion?.value),
    );
    expect(found[1]).toEqual(found[0]);
  });

  it('is not what short texts of one sentence each are', () => {
    const short = texts().map((text) => ({ text: `${text.split('.')[0]}.` }));
    expect(valuesOf(profileOf(short)).rhythm.unmarked).toBe(false);
  });
});
