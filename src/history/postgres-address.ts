import { unusable } from './refusal.ts';

const SCHEME = /^postgres(?:ql)?:\/\//iu;
const ADDRESS_RULE = {
  reason: 'it is no address of a PostgreSQL database',
  remedy:
    'Write postgres://user@host:5432/database. In user and password other characters than letters and digits are percent-encoded; better, leave the password to the variable PGPASSWORD.',
};

/** The address of a database, and what may be shown of it. */
export interface PostgresAddress {
  readonly url: string;
  /** Without user, password and parameters. */
  readonly place: string;
}

/** Whether a history is said to be in a PostgreSQL database. */
export function isPostgresAddress(place: string): boolean {
  return SCHEME.test(place);
}

/** Reads an address such as `postgres://user@host/database`. Throws a `CorpusError` that repeats none of it. */
export function postgresAddress(url: string): PostgresAddress {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  // A password with a character that was not encoded ends up in any other part.
  const isCut = parsed === null || `${parsed.pathname}${parsed.search}${parsed.hash}`.includes('@');
  if (isCut || parsed.hash !== '' || !isDecodable(parsed)) throw unusable('postgres://…', ADDRESS_RULE);
  return { url, place: `postgres://${parsed.host}${parsed.pathname}` };
}

function isDecodable({ username, password, pathname }: URL): boolean {
  try {
    decodeURIComponent(username + password + pathname);
    return true;
  } catch {
    return false;
  }
}
