/** What a file name asks for by its ending, null where none is known. */
export function byEnding<Kind>(
  path: string,
  kinds: Iterable<readonly [ending: string, kind: Kind]>,
): Kind | null {
  const name = path.toLowerCase();
  for (const [ending, kind] of kinds) if (name.endsWith(ending)) return kind;
  return null;
}
