/** Where the words of a text stand: UTF-16 offsets in order, ends exclusive. Neighbouring words may overlap. */
export interface WordSpans {
  readonly count: number;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** The words of a text as type numbers, from 0 in the order of their first occurrence; case makes a difference. */
export function numberTypes(text: string, { count, starts, ends }: WordSpans): Uint32Array {
  const numbers = new Map<string, number>();
  const types = new Uint32Array(count);
  for (let index = 0; index < count; index += 1) {
    const word = text.slice(starts[index], ends[index]);
    const number = numbers.get(word) ?? numbers.size;
    if (number === numbers.size) numbers.set(word, number);
    types[index] = number;
  }
  return types;
}
