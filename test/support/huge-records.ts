/** A record between two ordinary ones. */
export function* between(
  before: string,
  middle: Iterable<string | Uint8Array>,
  after: string,
): Iterable<string | Uint8Array> {
  yield before;
  yield* middle;
  yield after;
}

/** One record with a text of some chunks. */
export function oneRecord(chunks: Iterable<string | Uint8Array>): Iterable<string | Uint8Array> {
  return between('{"text":"', chunks, '"}\n');
}
