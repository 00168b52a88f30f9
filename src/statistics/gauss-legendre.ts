const NEWTON_STEPS = 100;

/** Places and weights of a quadrature: the integral is about the sum of weights times values at the places. */
export interface Quadrature {
  readonly places: readonly number[];
  readonly weights: readonly number[];
}

/**
 * The Gauss–Legendre quadrature of `size` places on an interval, exact for polynomials of degree 2 `size` - 1.
 * Places are the zeros of the Legendre polynomial, found by Newton's method from cos(π (i - 1/4) / (n + 1/2)), and
 * weights are 2 / ((1 - x²) P'(x)²) (Abramowitz and Stegun 25.4.29, 22.16.6).
 */
export function gaussLegendre(size: number, low: number, high: number): Quadrature {
  if (!(Number.isInteger(size) && size >= 1)) throw new RangeError('a quadrature has one place or more');
  const half = (high - low) / 2;
  const zeros = Array.from({ length: size }, (_, index) => legendreZero(size, index));
  return {
    places: zeros.map(({ zero }) => low + half * (1 - zero)),
    weights: zeros.map(({ zero, slope }) => (2 * half) / ((1 - zero * zero) * slope * slope)),
  };
}

function legendreZero(size: number, index: number): { readonly zero: number; readonly slope: number } {
  let zero = Math.cos((Math.PI * (index + 0.75)) / (size + 0.5));
  let slope = 1;
  for (let step = 0; step < NEWTON_STEPS; step++) {
    const at = legendre(size, zero);
    slope = at.slope;
    const moved = at.value / slope;
    zero -= moved;
    if (Math.abs(moved) < 1e-15) break;
  }
  return { zero, slope };
}

/** The Legendre polynomial and its derivative, by the three-term recurrence. */
function legendre(size: number, x: number): { readonly value: number; readonly slope: number } {
  let [before, value] = [1, x];
  for (let n = 2; n <= size; n++) [before, value] = [value, ((2 * n - 1) * x * value - (n - 1) * before) / n];
  return { value, slope: (size * (x * value - before)) / (x * x - 1) };
}
