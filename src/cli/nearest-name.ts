import { CorpusError } from '../errors.ts';

/** Below this likeness, from 0 to 1, a suggestion would only confuse. */
const LEAST_LIKENESS = 0.8;

/** The known name that is most like a misspelt one, null where none is like it. */
export async function nearestName(name: string, known: readonly string[]): Promise<string | null> {
  const { JaroWinklerDistance } = await import('natural/lib/natural/distance/index.js');
  const likeness = known.map((candidate) => JaroWinklerDistance(name, candidate, { ignoreCase: true }));
  const best = Math.max(0, ...likeness);
  return best < LEAST_LIKENESS ? null : (known[likeness.indexOf(best)] ?? null);
}

/** The failure that answers a name nobody knows with the nearest one. */
export async function unknownName(
  kind: string,
  name: string,
  known: readonly string[],
): Promise<CorpusError> {
  return new CorpusError({
    code: 'NAME_UNKNOWN',
    kind,
    name,
    nearest: await nearestName(name, known),
    known,
  });
}
