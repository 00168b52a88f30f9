/** Finds longest common subsequences of texts, given as type numbers, with one of them as reference. */
export interface Aligner {
  /** Makes a text the reference. */
  setReference(types: Uint32Array): void;
  /** The length of the longest common subsequence of the reference and a text. */
  commonLength(types: Uint32Array): number;
  /** The same with the text read backwards: what chance gives texts of these words. */
  reversedLength(types: Uint32Array): number;
  /** One longest common subsequence, as pairs of places in rising order. */
  commonPlaces(types: Uint32Array): CommonPlaces;
}

export interface CommonPlaces {
  readonly inReference: Uint32Array;
  readonly inText: Uint32Array;
}

const BITS = 32;
const NO_ROW = -1;
const TWO_TO_32 = 2 ** 32;

/**
 * Makes an aligner of texts whose type numbers are below `typeCount`. 32 places of the reference are looked at in one
 * step: Hyyrö 2004, Bit-parallel LCS-length computation revisited, Proc. AWOCA.
 */
export function createAligner(typeCount: number): Aligner {
  const rows = new Int32Array(typeCount).fill(NO_ROW);
  let reference: Uint32Array = new Uint32Array(0);
  let width = 0;
  let masks = new Uint32Array(0);
  let state = new Uint32Array(0);
  let history = new Uint32Array(0);

  function start(): void {
    state.fill(0xffffffff, 0, width);
  }

  /** One word of the text: a bit that is 0 says that the subsequence grows by one at this place of the reference. */
  function step(type: number): void {
    const row = rows[type] as number;
    if (row === NO_ROW) return;
    let carry = 0;
    for (let limb = 0; limb < width; limb++) {
      const bits = state[limb] as number;
      const matching = (bits & (masks[row * width + limb] as number)) >>> 0;
      const sum = bits + matching + carry;
      carry = sum >= TWO_TO_32 ? 1 : 0;
      state[limb] = sum | (bits & ~matching);
    }
  }

  function grown(): number {
    let length = 0;
    for (let limb = 0; limb < width; limb++) length += ones(~(state[limb] as number) & validBits(limb));
    return length;
  }

  function validBits(limb: number): number {
    const rest = reference.length - limb * BITS;
    return rest >= BITS ? -1 : 2 ** rest - 1;
  }

  return {
    setReference(types) {
      for (const type of reference) rows[type] = NO_ROW;
      reference = types;
      width = Math.ceil(types.length / BITS);
      if (masks.length < types.length * width) masks = new Uint32Array(types.length * width);
      else masks.fill(0, 0, types.length * width);
      if (state.length < width) state = new Uint32Array(width);
      let next = 0;
      for (const [place, type] of types.entries()) {
        if (rows[type] === NO_ROW) rows[type] = next++;
        const cell = (rows[type] as number) * width + (place >>> 5);
        masks[cell] = (masks[cell] as number) | (1 << (place & 31));
      }
    },
    commonLength(types) {
      start();
      for (let index = 0; index < types.length; index++) step(types[index] as number);
      return grown();
    },
    reversedLength(types) {
      start();
      for (let index = types.length - 1; index >= 0; index--) step(types[index] as number);
      return grown();
    },
    commonPlaces(types) {
      if (history.length < types.length * width) history = new Uint32Array(types.length * width);
      start();
      for (let index = 0; index < types.length; index++) {
        step(types[index] as number);
        // A loop, because copying so few numbers by a view takes longer.
        for (let limb = 0; limb < width; limb++) history[index * width + limb] = state[limb] as number;
      }
      const length = grown();
      const isSet = (word: number, place: number): boolean =>
        (((history[word * width + (place >>> 5)] as number) >>> (place & 31)) & 1) === 1;
      return traceBack(isSet, { reference: reference.length, text: types.length, length });
    },
  };
}

function traceBack(
  isSet: (word: number, place: number) => boolean,
  lengths: { readonly reference: number; readonly text: number; readonly length: number },
): CommonPlaces {
  const inReference = new Uint32Array(lengths.length);
  const inText = new Uint32Array(lengths.length);
  let left = lengths.length;
  let place = lengths.reference - 1;
  let word = lengths.text - 1;
  while (left > 0) {
    if (isSet(word, place)) {
      place -= 1;
      continue;
    }
    const isLater = word > 0 && !isSet(word - 1, place);
    if (!isLater) {
      left -= 1;
      inReference[left] = place;
      inText[left] = word;
      place -= 1;
    }
    word -= 1;
  }
  return { inReference, inText };
}

/** Bits of a 32-bit number that are 1. */
function ones(bits: number): number {
  let sum = bits - ((bits >>> 1) & 0x55555555);
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
  return Math.imul((sum + (sum >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
