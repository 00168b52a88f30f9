import { describe, expect, test } from 'vitest';
import { CORPORA } from '../../fixtures/corpora/generator/corpora.ts';
import type { Document } from '../../src/document.ts';
import { assembleReport } from '../../src/jobs/report-assembly.ts';
import type { Profile } from '../../src/profile/profile.ts';
import { mergeProfiles } from '../../src/profile/profile.ts';
import { valuesOf } from '../../src/profile/values.ts';
import type { Report } from '../../src/report/report.ts';
import { seeded } from '../support/large-files.ts';
import { createNgramSampler } from '../support/ngram-sampler.ts';
import { profileOf } from '../support/profiles.ts';

const RUN = { inputs: [], options: {}, planDigest: '', startedAt: '', seconds: 0 };
/** Documents by many voices, and by one. */
const MANY = (CORPORA['heteroglossic']?.() ?? []).map(({ text }) => text);
const ONE = (CORPORA['monologic']?.() ?? []).map(({ text }) => text);

function verdictOf(profile: Profile): Report['verdict'] {
  return assembleReport({ profile, values: valuesOf(profile), examples: [], run: RUN }).verdict;
}

function verdictOn(texts: readonly string[]): Report['verdict'] {
  return verdictOf(profileOf(texts.map((text) => ({ text }))));
}

function codesOf({ warnings }: Report['verdict']): readonly string[] {
  return warnings.map(({ code }) => code);
}

function rows<T>(count: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function gibberish(count: number, seed: number): readonly string[] {
  const random = seeded(seed);
  const letters = (): string =>
    rows(2 + Math.floor(random() * 7), () => String.fromCodePoint(97 + Math.floor(random() * 26))).join('');
  return rows(count, () => rows(120, letters).join(' '));
}

describe('copies', () => {
  test('one document a million times is monologic, and says that it is one text', () => {
    let profile = profileOf([{ text: MANY[0] ?? '' }]);
    for (let doubling = 0; doubling < 20; doubling++) profile = mergeProfiles(profile, profile);
    const verdict = verdictOf(profile);
    expect(verdict).toMatchObject({ level: 'monologic', homogeneity: { value: 100, interval: [100, 100] } });
    expect(verdict.causes.map(({ cause }) => cause)).toEqual(['exact-duplicates']);
    expect(codesOf(verdict)).toEqual(['duplicates-present']);
  });

  test('documents of one character are copies of each other', () => {
    const verdict = verdictOn(rows(2600, (index) => String.fromCodePoint(97 + (index % 26))));
    expect(verdict.level).toBe('monologic');
    expect(verdict.causes[0]?.cause).toBe('exact-duplicates');
  });
});

describe('too little', () => {
  test.each([
    ['no document', []],
    ['empty documents', rows(500, () => '')],
    ['one document of one character', ['a']],
    ['documents of signs alone', rows(300, (index) => '.'.repeat(index + 1))],
  ])('%s: no level, and what would be enough', (_, texts) => {
    const verdict = verdictOn(texts);
    expect(verdict).toMatchObject({ level: 'insufficient-data', decidedBy: [] });
    expect(verdict.warnings[0]?.summary).toContain('at least 20 documents and 2,000 words');
  });
});

describe('noise', () => {
  test.each([
    ['random letters', gibberish(120, 1)],
    ['half random letters', [...MANY.slice(0, 80), ...gibberish(80, 2)]],
    ['words drawn from a model at temperature 1.6', hot()],
    ['half of it drawn at temperature 1.6', [...MANY.slice(0, 100), ...hot()]],
    ['tables of whole numbers', tables((random) => String(Math.floor(random() * 1000)))],
    ['tables of decimal numbers', tables((random) => (random() * 1000).toFixed(3))],
    ['tables of digits', tables((random) => String(Math.floor(random() * 10)))],
  ])('is not called diverse: %s', (_, texts) => {
    const verdict = verdictOn(texts);
    expect(verdict.level).toBe('insufficient-data');
    expect(codesOf(verdict)).toContain('word-salad');
  });

  test('is not seen in what the model was made from', () => {
    expect(codesOf(verdictOn(MANY.slice(0, 120)))).toEqual([]);
  });

  test('is not seen in program code', () => {
    const verdict = verdictOn(programs(120));
    expect(codesOf(verdict)).not.toContain('word-salad');
    expect(verdict.level).not.toBe('insufficient-data');
  });
});

function hot(): readonly string[] {
  const draw = createNgramSampler(MANY.slice(0, 200), 1.6, 7);
  return rows(120, () => draw(160));
}

function tables(cell: (random: () => number) => string): readonly string[] {
  const random = seeded(3);
  return rows(120, () => rows(30, () => rows(5, () => cell(random)).join('\t')).join('\n'));
}

function programs(count: number): readonly string[] {
  const random = seeded(4);
  const name = (): string => `value${Math.floor(random() * 400)}`;
  const statements = [
    () => `const ${name()} = ${name()}.map((item) => item + ${Math.floor(random() * 9)});`,
    () => `if (${name()} === undefined) return ${name()};`,
    () => `for (const item of ${name()}) ${name()}.push(item);`,
    () => `export function ${name()}(input: string): number { return ${name()}(input); }`,
    () => `while (${name()} < ${name()}.length) ${name()} += 1;`,
  ];
  return rows(count, () => rows(25, () => statements[Math.floor(random() * 5)]?.() ?? '').join('\n'));
}

function fromSource(source: string, texts: readonly string[]): readonly Document[] {
  return texts.map((text) => ({ text, source }));
}

describe('sources of wildly different size', () => {
  test('a small source in one voice does not make a large corpus alike', () => {
    const verdict = verdictOf(
      profileOf([...fromSource('large', MANY), ...fromSource('small', ONE.slice(0, 8))]),
    );
    expect(verdict.level).toBe('heteroglossic');
    expect(verdict.causes.map(({ cause }) => cause)).not.toContain('dominant-source');
  });

  test('a large one in one voice does', () => {
    const verdict = verdictOf(
      profileOf([...fromSource('large', ONE), ...fromSource('small', MANY.slice(0, 8))]),
    );
    expect(verdict.level).toBe('monologic');
  });
});

/** Frequent words of ten languages. */
const LANGUAGES = [
  'the of and that was with from this they which were their would there about could people because',
  'der und nicht mit sich auch nach werden haben einer wurde über können aber durch mehr noch immer',
  'les des une pas pour dans qui avec sont mais nous vous être cette leur après toujours encore',
  'los una por con para como pero sus más este entre cuando muy sin sobre también hasta desde',
  'che non una sono con per come più anche della questo quando molto dopo essere stato ancora sempre',
  'het een van niet voor met zijn maar ook naar door over worden heeft deze nog altijd kunnen',
  'que não uma com para mais como mas foi ele seu isso quando muito também depois ainda sempre',
  'och att det som inte med för den var till men också efter eller hade kunde mycket alltid',
  'się nie jest że jak ale tak przez może czy bardzo tylko jego jeszcze gdy zawsze wszystko',
  'что это как его она они был для мы все уже когда если только очень быть после всегда',
];

describe('ten languages in one corpus', () => {
  test('are warned of', () => {
    const random = seeded(5);
    const texts = LANGUAGES.flatMap((line) => {
      const words = line.split(' ');
      return rows(30, () => {
        let place = Math.floor(random() * words.length);
        return rows(80, () => {
          place = (place + 1 + Math.floor(random() * 3)) % words.length;
          return words[place];
        }).join(' ');
      });
    });
    const verdict = verdictOn(texts);
    expect(codesOf(verdict)).toContain('mixed-languages');
    expect(codesOf(verdict)).not.toContain('word-salad');
  });
});

describe('short documents', () => {
  test('are warned of, and whole ones are not', () => {
    const beginnings = MANY.map((text) => text.split(' ').slice(0, 30).join(' '));
    expect(codesOf(verdictOn(beginnings))).toContain('short-documents');
    expect(codesOf(verdictOn(MANY))).not.toContain('short-documents');
  });
});
