/** The class of an n-gram that occurs only once. */
export const ONCE = -1;

/** Which n-grams of a sequence, for one n, are the same. */
export interface NgramClasses {
  readonly n: number;
  /**
   * For each n-gram, by where it starts: the number of its class if it recurs, `ONCE` otherwise.
   * Classes are numbered from 0 in the order in which they first occur.
   */
  readonly classes: Int32Array;
  /** How many n-grams each class has, at least 2. */
  readonly counts: Uint32Array;
  /** Distinct n-grams, those that occur once included. */
  readonly distinct: number;
}

/**
 * The n-grams of a sequence in classes, for n = 1 up to `longest`, of which shorter sequences have empty ones.
 * Exact, without hashing: an n-gram is the pair of (n - 1)-grams in it, and can recur only if both do, so what
 * occurs once costs next to nothing from there on. Linear in the length of the sequence for each n.
 *
 * `types` are type numbers. Throws a RangeError for `longest` that is not a whole number from 1.
 */
export function* ngramClasses(types: Uint32Array, longest: number): Generator<NgramClasses, void> {
  if (!(Number.isInteger(longest) && longest >= 1)) throw new RangeError('an n-gram has 1 word or more');
  let level = classify(1, types.length, (index) => types[index] as number);
  yield level;
  for (let n = 2; n <= longest; n += 1) {
    const { classes, counts } = level;
    level = classify(n, Math.max(0, types.length - n + 1), (index) => {
      const first = classes[index] as number;
      const second = classes[index + 1] as number;
      return first === ONCE || second === ONCE ? ONCE : first * counts.length + second;
    });
    yield level;
  }
}

/** Classes of the things 0 to `total` - 1 by their keys, of which `ONCE` is that of a thing like no other. */
function classify(n: number, total: number, keyOf: (index: number) => number): NgramClasses {
  const candidates = new Int32Array(total).fill(ONCE);
  const numbers = new Map<number, number>();
  const candidateCounts: number[] = [];
  let distinct = 0;
  for (let index = 0; index < total; index += 1) {
    const key = keyOf(index);
    if (key === ONCE) {
      distinct += 1;
      continue;
    }
    const number = numbers.get(key) ?? numbers.size;
    if (number === numbers.size) numbers.set(key, number);
    candidates[index] = number;
    candidateCounts[number] = (candidateCounts[number] ?? 0) + 1;
  }
  return { n, distinct: distinct + numbers.size, ...withoutSingles(candidates, candidateCounts) };
}

/** Numbers the classes that have more than one member anew, in order, and gives the others up. */
function withoutSingles(
  candidates: Int32Array,
  candidateCounts: readonly number[],
): Pick<NgramClasses, 'classes' | 'counts'> {
  const counts: number[] = [];
  const renumbered = Int32Array.from(candidateCounts, (count) => (count > 1 ? counts.push(count) - 1 : ONCE));
  const classes = candidates.map((number) => (number === ONCE ? ONCE : (renumbered[number] as number)));
  return { classes, counts: Uint32Array.from(counts) };
}
