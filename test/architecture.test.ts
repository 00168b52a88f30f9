import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What a folder may know. */
interface Row {
  readonly folder: string;
  /** Places from which it may import anything. */
  readonly from: readonly string[];
  /** Places from which it may import types alone, with `import type`. */
  readonly typesFrom?: readonly string[];
  /** Whether it may touch files, the network, processes or threads. */
  readonly inputAndOutput?: boolean;
  /** Whether the same arguments always give the same result: no clock, no chance, no surroundings. */
  readonly pure?: boolean;
}

/** The files that stand directly in `src/`, which are the words that everyone uses. */
const WORDS =
  'document.ts, problem.ts, errors.ts, calendar-date.ts, calendar-day.ts, calendar-week.ts, nearest-name.ts';
const EVERYTHING_BUT_CLI = [
  WORDS,
  'sources',
  'formats',
  'text',
  'sketches',
  'measures',
  'statistics',
  'profile',
  'audits',
  'compare',
  'trend',
  'report',
  'history',
  'engine',
  'jobs',
];

/**
 * Who may know whom, from the bytes at the top to the command line at the bottom.
 * A folder always knows itself. A new folder needs a row here.
 */
const TABLE: readonly Row[] = [
  { folder: WORDS, from: [], pure: true },
  { folder: 'sources', from: [WORDS], inputAndOutput: true },
  { folder: 'formats', from: [WORDS], pure: true },
  { folder: 'text', from: [WORDS], pure: true },
  { folder: 'sketches', from: [WORDS], pure: true },
  { folder: 'measures', from: [WORDS, 'text', 'sketches', 'statistics'], pure: true },
  { folder: 'statistics', from: [], pure: true },
  { folder: 'profile', from: [WORDS, 'text', 'sketches', 'measures'], pure: true },
  { folder: 'audits', from: [WORDS, 'statistics'], typesFrom: ['measures'], pure: true },
  {
    folder: 'compare',
    from: [WORDS, 'text', 'sketches', 'measures', 'statistics', 'profile', 'audits'],
    pure: true,
  },
  { folder: 'trend', from: [WORDS, 'statistics', 'audits'], typesFrom: ['compare'], pure: true },
  {
    folder: 'report',
    from: [WORDS],
    typesFrom: ['audits', 'compare', 'measures', 'statistics', 'trend'],
    pure: true,
  },
  { folder: 'history', from: [WORDS], typesFrom: ['statistics', 'trend'], inputAndOutput: true },
  {
    folder: 'engine',
    from: [WORDS, 'sources', 'formats', 'text', 'sketches', 'measures', 'profile'],
    inputAndOutput: true,
  },
  { folder: 'jobs', from: EVERYTHING_BUT_CLI, inputAndOutput: true },
  { folder: 'cli', from: EVERYTHING_BUT_CLI, inputAndOutput: true },
  { folder: 'index.ts', from: EVERYTHING_BUT_CLI },
];

/** `node:module` and `node:url` are for packages that are loaded when they are first used. */
const PURE_NODE_MODULES = [
  'node:buffer',
  'node:crypto',
  'node:module',
  'node:string_decoder',
  'node:url',
  'node:util',
  'node:zlib',
];
const OUTSIDE_WORLD =
  /^(?:node:(?:fs|net|http|https|http2|tls|dgram|dns|child_process|cluster|worker_threads|readline|tty)(?:\/.*)?|tinyglobby)$/u;
const FOR_PEOPLE = ['commander', 'cli-progress'];
const SURROUNDINGS =
  /\bnew Date\b|\bDate\.[a-z]|\bperformance\.[a-z]|\bMath\.random\b|\bprocess\.[a-z]|\bfetch\(|\bsetTimeout\(/u;
const DUMPING_GROUNDS = /^(?:utils?|helpers?|common|misc|shared|lib)(?:\.ts)?$/u;
const MOST_LINES = 300;

interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
}

interface SourceFile {
  /** Below `src/`, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly row: Row | undefined;
  readonly imports: readonly Import[];
}

const root = join(import.meta.dirname, '..', 'src');
const files = readSources();

describe('the arrows between folders', () => {
  it('has a row in the table for every folder of src/', () => {
    const strangers = files.filter((file) => file.row === undefined);
    expect(strangers.map((file) => `${file.path}: add its folder to TABLE in this test`)).toEqual([]);
  });

  it('imports only what the table allows', () => {
    const broken = files.flatMap((file) =>
      file.imports.filter((entry) => entry.from.startsWith('.')).flatMap((entry) => arrowBroken(file, entry)),
    );
    expect(broken).toEqual([]);
  });

  it('has no import cycle', () => {
    expect(importCycle()).toEqual([]);
  });
});

describe('what the outside world may do to the code', () => {
  it('touches files, network, processes and threads only where the table says so', () => {
    const broken = files.flatMap((file) =>
      file.row?.inputAndOutput
        ? []
        : namesOf(file, (name) => OUTSIDE_WORLD.test(name)).map(
            (name) => `${file.path} imports ${name}, but ${place(file)} does no input or output`,
          ),
    );
    expect(broken).toEqual([]);
  });

  it('keeps clock, chance and surroundings out of the pure folders', () => {
    const pure = files.filter((file) => file.row?.pure);
    const imported = pure.flatMap((file) =>
      namesOf(file, (name) => name.startsWith('node:') && !PURE_NODE_MODULES.includes(name)).map(
        (name) =>
          `${file.path} imports ${name}, but ${place(file)} is pure: it may use ${PURE_NODE_MODULES.join(', ')}`,
      ),
    );
    const used = pure.flatMap((file) => {
      const found = SURROUNDINGS.exec(withoutComments(file.text));
      return found === null
        ? []
        : [`${file.path} uses ${found[0]}, but ${place(file)} is pure: pass the value in`];
    });
    expect([...imported, ...used]).toEqual([]);
  });

  it('speaks to people only in cli/', () => {
    const broken = files
      .filter((file) => place(file) !== 'cli')
      .flatMap((file) =>
        namesOf(file, (name) => FOR_PEOPLE.includes(name)).map((name) => `${file.path} imports ${name}`),
      );
    expect(broken).toEqual([]);
  });
});

describe('the shape of files', () => {
  it(`has no file of more than ${MOST_LINES} lines`, () => {
    const long = files
      .filter((file) => !file.path.startsWith('text/tables/'))
      .map((file) => ({ path: file.path, lines: file.text.trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > MOST_LINES);
    expect(long.map(({ path, lines }) => `${path} has ${lines} lines: split it by concern`)).toEqual([]);
  });

  it('has no file or folder that is named after nothing', () => {
    const vague = files.filter((file) => file.path.split('/').some((name) => DUMPING_GROUNDS.test(name)));
    expect(vague.map((file) => `${file.path}: name it after what it does`)).toEqual([]);
  });

  it('has named exports alone', () => {
    const defaults = files.filter((file) => /^export default\b|\bas default\b/mu.test(file.text));
    expect(defaults.map((file) => `${file.path}: give the export a name`)).toEqual([]);
  });
});

/** All of `src/` but generators, which are run by hand and not part of the program. */
function readSources(): SourceFile[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.generate.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted()
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return { path, text, row: rowOf(path), imports: importsOf(text) };
    });
}

function importsOf(text: string): Import[] {
  const code = withoutComments(text);
  const statements = [
    ...code.matchAll(/^(?:import|export)\s([^;'"]*?)\s*from\s*['"]([^'"]+)['"]/gmu),
    ...code.matchAll(/^import\s*()['"]([^'"]+)['"]/gmu),
    ...code.matchAll(/\bimport\s*\(\s*()['"]([^'"]+)['"]/gu),
  ];
  return statements.map(([, what = '', from = '']) => ({ from, typeOnly: /^type\s/u.test(what) }));
}

/** The code without whole-line and block comments, which is where a regular expression could be misled. */
function withoutComments(text: string): string {
  return text.replace(/^\s*\/\*[\s\S]*?\*\//gmu, '').replace(/^\s*\/\/.*$/gmu, '');
}

function namesOf(file: SourceFile, matches: (name: string) => boolean): string[] {
  return file.imports.map((entry) => entry.from).filter(matches);
}

function rowOf(path: string): Row | undefined {
  const top = path.split('/')[0] ?? '';
  return TABLE.find((row) => row.folder.split(', ').includes(top));
}

function place(file: SourceFile): string {
  return file.row?.folder ?? file.path;
}

function targetOf(file: SourceFile, entry: Import): string {
  return posix.join(dirname(file.path), entry.from);
}

function arrowBroken(file: SourceFile, entry: Import): string[] {
  const target = rowOf(targetOf(file, entry));
  const { row } = file;
  if (row === undefined || target === row || (target !== undefined && row.from.includes(target.folder)))
    return [];
  const said = `${file.path} imports ${entry.from}, but ${row.folder}`;
  if (target !== undefined && row.typesFrom?.includes(target.folder)) {
    return entry.typeOnly ? [] : [`${said} may import only types of ${target.folder}: use "import type"`];
  }
  const allowed = [...row.from, ...(row.typesFrom ?? []).map((folder) => `types of ${folder}`)];
  return [`${said} may import only ${allowed.length === 0 ? 'itself' : allowed.join('; ')}`];
}

/** The files of one cycle in order, or nothing. */
function importCycle(): string[] {
  const known = new Map(files.map((file) => [file.path, file]));
  const finished = new Set<string>();
  const visit = (path: string, trail: readonly string[]): string[] => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    const file = known.get(path);
    if (file === undefined || finished.has(path)) return [];
    for (const entry of file.imports) {
      const cycle = entry.from.startsWith('.') ? visit(targetOf(file, entry), [...trail, path]) : [];
      if (cycle.length > 0) return cycle;
    }
    finished.add(path);
    return [];
  };
  for (const file of files) {
    const cycle = visit(file.path, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
