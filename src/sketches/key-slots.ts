/**
 * The slots of a hash table of 64-bit keys, side by side in one buffer so that looking at one costs one cache line.
 * Slot s begins at word s << shift, and at number s << (shift - 1):
 *
 *   words    0 high   1 low   …   6 the document that last held the key   7 one more than the place of its text
 *   numbers                 1 count   2 documents that hold the key
 *
 * A narrow slot ends after the count. The key 0:0 marks an empty slot.
 */
export interface KeySlots {
  /** One less than the number of slots, a power of two. */
  readonly mask: number;
  readonly shift: number;
  /** Bits of a 32-bit product that do not tell a line of slots from another. */
  readonly lineShift: number;
  readonly words: Uint32Array<ArrayBuffer>;
  readonly numbers: Float64Array<ArrayBuffer>;
}

const NARROW = 2;
const WIDE = 3;
const BYTES_OF_A_WORD = 4;
/** Four narrow slots share a cache line. */
const LINE_BITS = 2;
const PLACES_IN_A_LINE = 3;
/** 2³² over the golden ratio: multiples of it spread evenly (Knuth, The Art of Computer Programming, 6.4). */
const SPREADING = 0x9e3779b1;
export const LAST_DOCUMENT = 6;
export const TEXT_PLACE = 7;
export const COUNT = 1;
export const FREQUENCY = 2;

export function createSlots(count: number, isWide: boolean): KeySlots {
  const shift = isWide ? WIDE : NARROW;
  const buffer = new ArrayBuffer((count << shift) * BYTES_OF_A_WORD);
  return {
    mask: count - 1,
    shift,
    lineShift: 32 - Math.log2(count) + LINE_BITS,
    words: new Uint32Array(buffer),
    numbers: new Float64Array(buffer),
  };
}

export function highAt({ words, shift }: KeySlots, slot: number): number {
  return words[slot << shift] as number;
}

export function lowAt({ words, shift }: KeySlots, slot: number): number {
  return words[(slot << shift) + 1] as number;
}

export function countAt({ numbers, shift }: KeySlots, slot: number): number {
  return numbers[(slot << (shift - 1)) + COUNT] as number;
}

/** Documents that hold the key, 0 in a narrow slot. */
export function frequencyAt({ numbers, shift }: KeySlots, slot: number): number {
  return shift === NARROW ? 0 : (numbers[(slot << (shift - 1)) + FREQUENCY] as number);
}

/**
 * The slot where a key is looked for first. The low half picks it, since high ones are small under a limit. Keys that
 * differ in the last two bits alone lie side by side, others far from each other: keys of one word in 32 groups, with
 * lows that follow each other, would else make long runs in which others are looked for in vain.
 */
export function homeSlot({ lineShift }: KeySlots, low: number): number {
  return ((Math.imul(low >>> LINE_BITS, SPREADING) >>> lineShift) << LINE_BITS) | (low & PLACES_IN_A_LINE);
}

/** The slot of a key, or the empty one where it belongs. */
export function findSlot(slots: KeySlots, high: number, low: number): number {
  const { words, shift, mask } = slots;
  let slot = homeSlot(slots, low);
  for (;;) {
    const storedHigh = words[slot << shift] as number;
    const storedLow = words[(slot << shift) + 1] as number;
    if (storedHigh === high && storedLow === low) return slot;
    if (storedHigh === 0 && storedLow === 0) return slot;
    slot = (slot + 1) & mask;
  }
}

/** Puts a key into the empty slot found for it. */
export function occupySlot({ words, shift }: KeySlots, slot: number, high: number, low: number): void {
  words[slot << shift] = high;
  words[(slot << shift) + 1] = low;
}

/** Copies all of a slot but its key's place. */
export function copySlot(from: KeySlots, slot: number, into: KeySlots, target: number): void {
  const { shift } = from;
  const start = slot << shift;
  for (let word = 0; word < 1 << shift; word++)
    into.words[(target << shift) + word] = from.words[start + word] as number;
}

export function clearSlot({ words, shift }: KeySlots, slot: number): void {
  const start = slot << shift;
  for (let word = 0; word < 1 << shift; word++) words[start + word] = 0;
}

/** A slot without a key; there always is one. */
export function emptySlot(slots: KeySlots): number {
  let slot = 0;
  while (countAt(slots, slot) !== 0) slot += 1;
  return slot;
}

/**
 * Puts every key where it is found again after others were cleared. Keys are visited in the order of their slots from
 * one on that was empty before, where no run of keys goes on: so all that stand before a key in its run have their
 * places already, and do not move again.
 */
export function closeGaps(slots: KeySlots, first: number): void {
  const { mask } = slots;
  for (let step = 1; step <= mask; step++) {
    const slot = (first + step) & mask;
    if (countAt(slots, slot) === 0) continue;
    let place = homeSlot(slots, lowAt(slots, slot));
    while (place !== slot && countAt(slots, place) !== 0) place = (place + 1) & mask;
    if (place === slot) continue;
    copySlot(slots, slot, slots, place);
    clearSlot(slots, slot);
  }
}

/** The slots that hold a key, in no order. */
export function usedSlots(slots: KeySlots, size: number): Uint32Array {
  const used = new Uint32Array(size);
  let found = 0;
  for (let slot = 0; slot <= slots.mask; slot++) if (countAt(slots, slot) !== 0) used[found++] = slot;
  return used;
}
