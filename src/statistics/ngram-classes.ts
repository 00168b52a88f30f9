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
    if (counts.length === 0) {
      level = onlySingles(n, Math.max(0, types.length - n + 1));
      yield level;
      continue;
    }
    level = classify(n, Math.max(0, types.length - n + 1), (index) => {
      const first = classes[index] as number;
      const second = classes[index + 1] as number;
      return first === ONCE || second === ONCE ? ONCE : first * counts.length + second;
    });
    yield level;
  }
}

function onlySingles(n: number, total: number): NgramClasses {
  return { n, classes: new Int32Array(total).fill(ONCE), counts: new Uint32Array(0), distinct: total };
}

/** Classes of the things 0 to `total` - 1 by their keys, of which `ONCE` is that of a thing like no other. */
function classify(n: number, total: number, keyOf: (index: number) => number): NgramClasses {
  const candidates = new Int32Array(total);
  const numbers = new Map<number, number>();
  const candidateCounts = new Uint32Array(total);
  let distinct = 0;
  for (let index = 0; index < total; index += 1) {
    const key = keyOf(index);
    if (key === ONCE) {
      candidates[index] = ONCE;
      distinct += 1;
      continue;
    }
    let number = numbers.get(key);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(key, number);
    }
    candidates[index] = number;
    candidateCounts[number] = (candidateCounts[number] as number) + 1;
  }
  const counts = candidateCounts.subarray(0, numbers.size);
  return { n, distinct: distinct + numbers.size, ...withoutSingles(candidates, counts) };
}

/** Numbers the classes that have more than one member anew, in order and in place, and gives the others up. */
function withoutSingles(
  candidates: Int32Array,
  candidateCounts: Uint32Array,
): Pick<NgramClasses, 'classes' | 'counts'> {
  const renumbered = new Int32Array(candidateCounts.length);
  let kept = 0;
  for (let number = 0; number < candidateCounts.length; number += 1) {
    const count = candidateCounts[number] as number;
    renumbered[number] = count > 1 ? kept : ONCE;
    if (count > 1) kept += 1;
  }
  const counts = new Uint32Array(kept);
  for (let index = 0; index < candidates.length; index += 1) {
    const candidate = candidates[index] as number;
    if (candidate === ONCE) continue;
    const number = renumbered[candidate] as number;
    candidates[index] = number;
    if (number !== ONCE) counts[number] = candidateCounts[candidate] as number;
  }
  return { classes: candidates, counts };
}
