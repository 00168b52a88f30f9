const HIGHEST = 1e6;

/**
 * The interval to which halving narrows the place where a falling function passes a target, from `least` on.
 * Where the function is below the target from the start, the interval ends at `least`; no place beyond some 10^6 is
 * looked for.
 */
export function fallingBracket(
  valueAt: (place: number) => number,
  target: number,
  { least, halvings }: { readonly least: number; readonly halvings: number },
): readonly [low: number, high: number] {
  let low = least;
  let high = 1;
  while (valueAt(high) > target && high < HIGHEST) {
    low = high;
    high *= 2;
  }
  for (let step = 0; step < halvings; step++) {
    const middle = (low + high) / 2;
    if (valueAt(middle) > target) low = middle;
    else high = middle;
  }
  return [low, high];
}
