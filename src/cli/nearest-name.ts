import { CorpusError } from '../errors.ts';
import { nearestName } from '../nearest-name.ts';

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
