import { join } from 'node:path';
import type { Corpus } from './corpus-file.ts';

const MAIN = join(import.meta.dirname, '../../dist/cli/main.js');
/** Compressed input is measured on the largest corpus up to this size. */
const MOST_PACKED_BYTES = 1e8;

/** Larger corpora are audited once, for the memory it takes. */
const MOST_REPEATED_BYTES = 2e9;

export type SubjectId = 'wc' | 'gzip' | 'one-worker' | 'two-workers' | 'packed' | 'profile';

/** A command on a corpus. */
export interface Subject {
  readonly id: SubjectId;
  readonly corpus: Corpus;
  /** What it is called in tables. */
  readonly title: string;
  readonly command: readonly string[];
}

/** Whether a corpus is too large to be run again and again. */
export function isRunOnce({ size }: { readonly size: { readonly bytes: number } }): boolean {
  return size.bytes > MOST_REPEATED_BYTES;
}

/** The program with some arguments. */
export function program(...args: readonly string[]): readonly string[] {
  return [process.execPath, MAIN, ...args];
}

export function auditOf(path: string, ...options: readonly string[]): readonly string[] {
  return program('audit', path, '--json', ...options);
}

export function profileOf({ path, profilePath }: Corpus): readonly string[] {
  return program('profile', path, '-o', profilePath, '--workers', '2', '--no-progress');
}

/** Everything that is measured on the corpora, smallest corpus first. */
export function subjectsOf(corpora: readonly Corpus[]): readonly Subject[] {
  const packed = corpora.findLast(({ size }) => size.bytes <= MOST_PACKED_BYTES);
  return corpora.flatMap((corpus) => {
    const { path, packedPath } = corpus;
    const two = ['--workers', '2'];
    const audit: Subject = {
      id: 'two-workers',
      corpus,
      title: 'audit, 2 workers',
      command: auditOf(path, ...two),
    };
    if (isRunOnce(corpus)) return [audit];
    const subjects: Subject[] = [
      { id: 'wc', corpus, title: 'wc -w', command: ['wc', '-w', path] },
      { id: 'gzip', corpus, title: 'gzip -dc', command: ['gzip', '-dc', packedPath] },
      { id: 'one-worker', corpus, title: 'audit, 1 worker', command: auditOf(path, '--workers', '1') },
      audit,
      { id: 'profile', corpus, title: 'profile, 2 workers', command: profileOf(corpus) },
    ];
    if (corpus === packed)
      subjects.push({
        id: 'packed',
        corpus,
        title: 'audit of .gz, 2 workers',
        command: auditOf(packedPath, ...two),
      });
    return subjects;
  });
}
