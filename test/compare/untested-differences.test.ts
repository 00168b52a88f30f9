import { describe, expect, it } from 'vitest';
import { compareProfiles } from '../../src/compare/compare-corpora.ts';
import type { Comparison } from '../../src/compare/comparison.ts';
import { profileOf } from '../support/profiles.ts';
import { madeTexts } from './made-texts.ts';

const texts = madeTexts({ seed: 41, documents: 240 });

function compared(before: readonly string[], after: readonly string[]): Comparison {
  const [baseline, candidate] = [before, after].map((own) => profileOf(own.map((text) => ({ text }))));
  if (baseline === undefined || candidate === undefined) throw new Error('two versions are compared');
  return compareProfiles(baseline, candidate);
}

describe('a figure that is 0 on one side', () => {
  const opened = texts.slice(0, 60).map((text) => `It is as it was. ${text}`);
  const { differences } = compared(texts.slice(60, 120), opened);

  it('has neither a chance nor a direction, and says why', () => {
    const zeros = Object.values(differences).filter(
      ({ baseline, candidate }) => (baseline.value === 0) !== (candidate.value === 0),
    );
    expect(zeros.length).toBeGreaterThan(0);
    for (const { difference, direction, effect } of zeros) {
      expect(difference).toMatchObject({ interval: null, adjustedP: null });
      expect(direction).toBe('unchanged');
      expect(effect).toMatch(/cannot be told/);
    }
  });

  it('leaves the chances of the others', () => {
    const others = Object.values(differences).filter(
      ({ baseline, candidate }) => baseline.value > 0 && candidate.value > 0,
    );
    expect(others.some(({ difference }) => difference.adjustedP !== null)).toBe(true);
  });

  it('is still a cause where it is worth much', () => {
    const passage = (texts[200] ?? '').split(' ').slice(0, 40).join(' ');
    const padded = texts.slice(0, 60).map((text) => `${passage}. ${text}`);
    const { verdict } = compared(texts.slice(60, 120), padded);
    expect(verdict.direction).toBe('narrowed');
    expect(verdict.causes.map(({ cause }) => cause)).toContain('boilerplate');
  });

  it('of few documents is no share of copies', () => {
    const copied = [...texts.slice(0, 40), ...texts.slice(0, 20)];
    const few = compared(copied, texts.slice(60, 66)).differences['exact-duplicates'];
    expect(few?.difference.adjustedP).toBeNull();
    const many = compared(copied, texts.slice(60, 120)).differences['exact-duplicates'];
    expect(many?.difference.adjustedP).not.toBeNull();
  });
});

describe('numbers of words of versions of other sizes', () => {
  const ids = ['types-at-equal-size', 'types-at-equal-coverage'];

  it('have no chance, and say why', () => {
    const { differences } = compared(texts, texts.slice(0, 60));
    for (const id of ids) {
      expect(differences[id]?.difference.adjustedP).toBeNull();
      expect(differences[id]?.direction).toBe('unchanged');
      expect(differences[id]?.effect).toMatch(/drawn from a larger version/);
    }
  });

  it('have one of versions of like size', () => {
    const { differences } = compared(texts.slice(0, 120), texts.slice(120));
    for (const id of ids) expect(differences[id]?.difference.adjustedP).not.toBeNull();
  });
});
