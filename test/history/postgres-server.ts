import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import postgres from 'postgres';

/** Where Debian and Ubuntu put the programs of the server, the newest version last. */
const VERSIONS = '/usr/lib/postgresql';
/** The server will not run as root. */
const NOBODY = 65_534;
const ATTEMPTS = 200;
const FRUGAL = ['-c', 'fsync=off', '-c', 'shared_buffers=16MB', '-c', 'max_connections=20'];
/** It has every character that an address must encode. */
export const PASSWORD = 'p@ss/w:o?r#d %41';

/** The folder of the programs of PostgreSQL, null where there are none. */
export const POSTGRES_PROGRAMS = programs();
/** Says in the name of a test why it is skipped. */
export const POSTGRES_NOTE =
  POSTGRES_PROGRAMS === null ? ` (skipped: no PostgreSQL server in ${VERSIONS})` : '';

export interface PostgresServer {
  /** The address of a new, empty database. */
  newDatabase(): Promise<string>;
  /** The address of a database that is not there, or with other parts. */
  addressOf(database: string, password?: string): string;
  /** Ends the server as a failing machine would. */
  kill(): void;
  stop(): Promise<void>;
}

/** Starts a server of its own in a temporary folder. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'heteroglossia-postgres-'));
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, `${PASSWORD}\n`);
  const isRoot = process.getuid?.() === 0;
  const user = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  if (isRoot) for (const path of [folder, passwordFile]) chownSync(path, NOBODY, NOBODY);
  const settings = ['-U', 'heteroglossia', '-A', 'scram-sha-256', '--pwfile', passwordFile, '--no-sync'];
  execFileSync(program('initdb'), ['-D', data, '-E', 'UTF8', '--locale=C', ...settings], {
    ...user,
    cwd: folder,
    stdio: 'ignore',
  });
  const port = await freePort();
  const server = spawn(
    program('postgres'),
    ['-D', data, '-k', folder, '-h', '127.0.0.1', '-p', String(port), ...FRUGAL],
    { ...user, cwd: folder, stdio: 'ignore' },
  );
  const ended = new Promise<void>((resolve) => {
    server.on('exit', () => resolve());
  });
  const addressOf = (database: string, password = PASSWORD): string =>
    `postgres://heteroglossia:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  const admin = postgres(addressOf('postgres'), { max: 1, onnotice: () => undefined });
  for (let attempt = 0; ; attempt++) {
    const answer = await admin`SELECT 1`.catch((error: unknown) => error);
    if (Array.isArray(answer)) break;
    if (attempt === ATTEMPTS) throw answer;
    await setTimeout(100);
  }
  let databases = 0;
  return {
    async newDatabase() {
      databases += 1;
      await admin.unsafe(`CREATE DATABASE history_${databases}`);
      return addressOf(`history_${databases}`);
    },
    addressOf,
    kill: () => server.kill('SIGKILL'),
    async stop() {
      await admin.end({ timeout: 1 });
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function programs(): string | null {
  if (!existsSync(VERSIONS)) return null;
  const folders = readdirSync(VERSIONS)
    .toSorted((a, b) => Number(a) - Number(b))
    .map((version) => join(VERSIONS, version, 'bin'));
  return folders.findLast((folder) => existsSync(join(folder, 'initdb'))) ?? null;
}

function program(name: string): string {
  return join(POSTGRES_PROGRAMS ?? '', name);
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
