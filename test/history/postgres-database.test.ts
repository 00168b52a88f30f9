import { setTimeout } from 'node:timers/promises';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHistory } from '../../src/history/open-history.ts';
import { postgresAddress } from '../../src/history/postgres-address.ts';
import { madeRun } from './made-weeks.ts';
import {
  PASSWORD,
  POSTGRES_NOTE,
  POSTGRES_PROGRAMS,
  type PostgresServer,
  startPostgres,
} from './postgres-server.ts';

const { signal } = new AbortController();
const isThere = POSTGRES_PROGRAMS !== null;

describe('the address of a database', () => {
  it.each([
    ['postgres://me:secret@db.example:5433/series?sslmode=require', 'postgres://db.example:5433/series'],
    ['postgresql://db.example/series?password=secret', 'postgres://db.example/series'],
    ['POSTGRES://me:s%23cret@[::1]/series', 'postgres://[::1]/series'],
  ])('is shown without what is secret: %s', (url, place) => {
    expect(postgresAddress(url)).toEqual({ url, place });
  });

  it.each([
    'postgres://me:sec?ret@db/series',
    'postgres://me:sec#ret@db/series',
    'postgres://me:12/secret@db/series',
    'postgres://me:12?secret@db/series',
    'postgres://me:12#secret',
    'postgres://me:secret%@db/series',
    'postgres://me:secret@db:port/series',
  ])('is refused and not repeated where it is none: %s', (url) => {
    let message = '';
    try {
      postgresAddress(url);
    } catch (error) {
      message = String(error);
    }
    expect(message).toMatch(/no address of a PostgreSQL database\. Write postgres:/u);
    expect(message).not.toMatch(/sec|12|series/u);
  });
});

describe(`a history in PostgreSQL${POSTGRES_NOTE}`, () => {
  const when = it.runIf(isThere);
  let server: PostgresServer | null = null;
  beforeAll(async () => {
    if (isThere) server = await startPostgres();
  });
  afterAll(() => server?.stop());

  function theServer(): PostgresServer {
    if (server === null) throw new Error('no server');
    return server;
  }

  when('is refused with a wrong password, a wrong name, and where no server answers', async () => {
    const running = theServer();
    const address = await running.newDatabase();
    expect(await complaint(running.addressOf('postgres', `${PASSWORD}x`))).toMatch(
      /refuses the user or the password/u,
    );
    expect(await complaint(running.addressOf('nowhere'))).toMatch(
      /has no such database\. Make it with createdb/u,
    );
    expect(await complaint(address.replace(/:\d+\//u, ':1/'))).toMatch(/the server does not answer/u);
    expect(await complaint(address.replace('127.0.0.1', 'no-such-host.invalid'))).toMatch(
      /the server does not answer/u,
    );
  });

  when('takes the password from the surroundings', async () => {
    const address = await theServer().newDatabase();
    const before = process.env['PGPASSWORD'];
    process.env['PGPASSWORD'] = PASSWORD;
    try {
      const history = await openHistory(address.replace(/:[^:@]+@/u, '@'), { signal });
      expect(await history.list()).toEqual([]);
      await history.close();
    } finally {
      if (before === undefined) delete process.env['PGPASSWORD'];
      else process.env['PGPASSWORD'] = before;
    }
  });

  when('that may not be written is told of', async () => {
    const address = await theServer().newDatabase();
    const history = await openHistory(address, { signal });
    await history.put([madeRun('2026-W01')]);
    await history.close();
    const sql = postgres(address, { max: 1 });
    const { pathname } = new URL(address);
    await sql.unsafe(`ALTER DATABASE ${pathname.slice(1)} SET default_transaction_read_only = on`);
    await sql.end();
    const reader = await openHistory(address, { signal });
    expect(await reader.list()).toHaveLength(1);
    await expect(reader.put([madeRun('2026-W02')])).rejects.toThrow(/may not be written/u);
    await reader.close();
  });

  when(
    'whose connection is cut in the middle keeps nothing of the week, and goes on when asked again',
    async () => {
      const address = await theServer().newDatabase();
      const history = await openHistory(address, { signal });
      await history.put([madeRun('2026-W01')]);
      const sql = postgres(address, { max: 1 });
      const cut = async function* cutOff(): AsyncGenerator<ReturnType<typeof madeRun>> {
        yield madeRun('2026-W01', { documents: 1 });
        await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()`;
        await setTimeout(50);
        yield madeRun('2026-W02');
      };
      await expect(history.put(cut())).rejects.toThrow(/connection was lost\. Nothing is half-written/u);
      expect(await history.list()).toHaveLength(1);
      expect(await history.get('main', '2026-W01')).toEqual(madeRun('2026-W01'));
      await history.put([madeRun('2026-W02')]);
      expect(await history.list()).toHaveLength(2);
      await history.close();
      await sql.end();
    },
  );

  when('whose server dies is told of', async () => {
    const dying = await startPostgres();
    const history = await openHistory(await dying.newDatabase(), { signal });
    const killed = (async function* killing(): AsyncGenerator<ReturnType<typeof madeRun>> {
      yield madeRun('2026-W01');
      dying.kill();
      await setTimeout(200);
      yield madeRun('2026-W02');
    })();
    await expect(history.put(killed)).rejects.toThrow(/connection was lost|does not answer/u);
    await expect(history.put([madeRun('2026-W03')])).rejects.toThrow(/connection was lost|does not answer/u);
    await history.close();
    await dying.stop();
  });
});

async function complaint(address: string): Promise<string> {
  const failure: unknown = await openHistory(address, { signal }).catch((error: unknown) => error);
  if (!(failure instanceof Error)) throw new Error('nothing was refused');
  // Everything that could be printed of it, causes and all.
  expect(
    JSON.stringify([failure.message, failure.stack, failure.cause, Object.entries(failure)]),
  ).not.toContain(encodeURIComponent(PASSWORD));
  expect(failure.message).not.toContain(PASSWORD);
  return failure.message;
}
