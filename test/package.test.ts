import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Manifest {
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly dev?: boolean; readonly hasInstallScript?: boolean }>
  >;
}

const root = join(import.meta.dirname, '..');
const main = join(root, 'dist', 'cli', 'main.js');
const manifest = readJson('package.json') as Manifest;

describe('package.json', () => {
  it.each(['build', 'check', 'test', 'demo', 'golden', 'verify'])('has the script %s', (script) => {
    expect(Object.keys(manifest.scripts)).toContain(script);
  });

  it('has scripts whose files exist', () => {
    const named = Object.values(manifest.scripts).flatMap(
      (script) => script.match(/[\w./-]+\.(?:ts|mjs|yaml)\b/gu) ?? [],
    );
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('names every dependency by one exact version', () => {
    const all = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+$/u.test(version))).toEqual([]);
  });

  it('runs no install script of a package that users get', () => {
    const { packages } = readJson('package-lock.json') as Lock;
    const runs = Object.entries(packages).filter(([, entry]) => entry.hasInstallScript && entry.dev !== true);
    expect(runs.map(([name]) => name)).toEqual([]);
  });
});

describe('the package', () => {
  it('holds the program, its pipelines and its licence, and no tests', () => {
    const packed = JSON.parse(run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'])) as [
      { readonly files: readonly { readonly path: string }[] },
    ];
    const paths = packed[0].files.map((file) => file.path);
    expect(paths).toEqual(expect.arrayContaining(['dist/cli/main.js', 'LICENSE', 'package.json']));
    expect(paths).toContain('pipelines/demo-readmes.yaml');
    expect(
      paths.filter((path) => /^(?:test|fixtures|src|reports|\.ci)\/|\.test\.|\.generate\./u.test(path)),
    ).toEqual([]);
  });

  it('starts and tells its version', () => {
    expect(run(process.execPath, [main, '--version']).trim()).toContain(manifest.version);
  });
});

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(join(root, name), 'utf8'));
}

function run(command: string, args: readonly string[]): string {
  return execFileSync(command, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}
