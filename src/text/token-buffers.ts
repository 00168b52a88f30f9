import type { Buffer } from 'node:buffer';
import { bytesOf } from './utf16.ts';

/** Smallest capacities, which are never given back. */
const MINIMUM_UNITS = 1 << 16;
const MINIMUM_TOKENS = 1 << 14;

/** After so many texts, capacity that none of them came near to is given back. */
const REVIEW_INTERVAL = 64;

/** The reused memory of a tokenizer: the text as UTF-16, and its words as parallel arrays. */
export interface TokenBuffers {
  units: Uint16Array;
  bytes: Buffer;
  high: Uint32Array;
  low: Uint32Array;
  starts: Uint32Array;
  ends: Uint32Array;
  textsUntilReview: number;
  mostUnits: number;
  mostTokens: number;
}

export function createTokenBuffers(): TokenBuffers {
  const units = new Uint16Array(MINIMUM_UNITS);
  return {
    units,
    bytes: bytesOf(units),
    high: new Uint32Array(MINIMUM_TOKENS),
    low: new Uint32Array(MINIMUM_TOKENS),
    starts: new Uint32Array(MINIMUM_TOKENS),
    ends: new Uint32Array(MINIMUM_TOKENS),
    textsUntilReview: REVIEW_INTERVAL,
    mostUnits: 0,
    mostTokens: 0,
  };
}

/** Makes room for a text of `length` units and its sentinel; first gives back what recent texts did not need. */
export function prepareForText(buffers: TokenBuffers, length: number): void {
  buffers.textsUntilReview -= 1;
  if (buffers.textsUntilReview <= 0) review(buffers);
  buffers.mostUnits = Math.max(buffers.mostUnits, length + 1);
  if (buffers.units.length <= length) setUnits(buffers, capacityFor(length + 1, MINIMUM_UNITS));
}

/** Doubles the room for words, keeping those that are there. */
export function growTokens(buffers: TokenBuffers): void {
  setTokens(buffers, buffers.high.length * 2);
}

/** Says how many words a text had, so that the next review knows. */
export function noteTokens(buffers: TokenBuffers, count: number): void {
  buffers.mostTokens = Math.max(buffers.mostTokens, count);
}

function review(buffers: TokenBuffers): void {
  const units = capacityFor(buffers.mostUnits, MINIMUM_UNITS);
  if (units * 4 <= buffers.units.length) setUnits(buffers, units);
  const tokens = capacityFor(buffers.mostTokens, MINIMUM_TOKENS);
  if (tokens * 4 <= buffers.high.length) setTokens(buffers, tokens);
  buffers.textsUntilReview = REVIEW_INTERVAL;
  buffers.mostUnits = 0;
  buffers.mostTokens = 0;
}

function setUnits(buffers: TokenBuffers, capacity: number): void {
  buffers.units = new Uint16Array(capacity);
  buffers.bytes = bytesOf(buffers.units);
}

function setTokens(buffers: TokenBuffers, capacity: number): void {
  buffers.high = resized(buffers.high, capacity);
  buffers.low = resized(buffers.low, capacity);
  buffers.starts = resized(buffers.starts, capacity);
  buffers.ends = resized(buffers.ends, capacity);
}

function resized(array: Uint32Array, capacity: number): Uint32Array {
  const copy = new Uint32Array(capacity);
  copy.set(array.subarray(0, capacity));
  return copy;
}

function capacityFor(needed: number, minimum: number): number {
  let capacity = minimum;
  while (capacity < needed) capacity *= 2;
  return capacity;
}
