/** Below this likeness, from 0 to 1, a suggestion would only confuse. */
const LEAST_LIKENESS = 0.8;

/** The known name that is most like a misspelt one, null where none is like it. */
export async function nearestName(name: string, known: readonly string[]): Promise<string | null> {
  const [best] = await byLikeness(name, known);
  return best === undefined || best.likeness < LEAST_LIKENESS ? null : best.name;
}

/** The known names, those most like a misspelt one first. */
export async function nearestFirst(name: string, known: readonly string[]): Promise<readonly string[]> {
  return (await byLikeness(name, known)).map((candidate) => candidate.name);
}

/** Loaded when something is misspelt, because nothing else needs it. */
async function byLikeness(
  name: string,
  known: readonly string[],
): Promise<readonly { readonly name: string; readonly likeness: number }[]> {
  const { JaroWinklerDistance } = await import('natural/lib/natural/distance/index.js');
  return known
    .map((candidate) => ({
      name: candidate,
      likeness: JaroWinklerDistance(name, candidate, { ignoreCase: true }),
    }))
    .toSorted((a, b) => b.likeness - a.likeness);
}
