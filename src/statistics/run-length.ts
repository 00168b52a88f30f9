import { gaussLegendre } from './gauss-legendre.ts';
import { solveLinearSystem } from './linear-system.ts';
import { normalBelow, normalDensity } from './normal-distribution.ts';

/** Enough places that twice as many change no digit of a run length below a thousand that a test holds. */
const PLACES = 60;

/**
 * The average run length of a one-sided CUSUM that starts at 0: points until its sum exceeds `limit`, where scores are
 * independent, normal, of standard deviation 1, and lie `shift` off the centre towards this side.
 *
 * Page's integral equation, L(u) = 1 + L(0) Φ(k - u - μ) + ∫ L(x) φ(x + k - u - μ) dx over 0 to h, solved at the places
 * of a Gauss–Legendre quadrature (Nyström; Vance 1986, "Average run lengths of cumulative sum control charts").
 */
export function cusumRunLength(allowance: number, limit: number, shift = 0): number {
  if (!(limit > 0)) throw new RangeError('a limit is above 0');
  const { places, weights } = gaussLegendre(PLACES, 0, limit);
  const from = [0, ...places];
  const rows = from.map((start, row) => {
    const drop = allowance - start - shift;
    const toZero = normalBelow(drop);
    const others = places.map((place, index) => (weights[index] ?? 0) * normalDensity(place + drop));
    return [...[toZero, ...others].map((chance, column) => (row === column ? 1 : 0) - chance), 1];
  });
  return solveLinearSystem(rows)[0] ?? Number.NaN;
}

/**
 * The same of both sides together: 1 / (1 / up + 1 / down), which is exact where one sum is at 0 whenever the other
 * exceeds its limit, as it is for these (Van Dobben de Bruyn 1968; Kemp 1971).
 */
export function twoSidedCusumRunLength(allowance: number, limit: number, shift = 0): number {
  return 1 / (1 / cusumRunLength(allowance, limit, shift) + 1 / cusumRunLength(allowance, limit, -shift));
}

/**
 * The average run length of a two-sided EWMA that starts at the mean and has fixed limits, `width` times the standard
 * deviation that it nears: L(u) = 1 + 1/λ ∫ L(x) φ((x - (1 - λ) u) / λ - μ) dx between the limits, solved in the same
 * way (Crowder 1987, "A simple method for studying run-length distributions of exponentially weighted moving averages").
 */
export function ewmaRunLength(weight: number, width: number, shift = 0): number {
  const limit = width * Math.sqrt(weight / (2 - weight));
  const { places, weights } = gaussLegendre(PLACES, -limit, limit);
  const moved = (start: number): readonly number[] =>
    places.map(
      (place, index) =>
        ((weights[index] ?? 0) / weight) * normalDensity((place - (1 - weight) * start) / weight - shift),
    );
  const rows = places.map((start, row) => [
    ...moved(start).map((chance, column) => (row === column ? 1 : 0) - chance),
    1,
  ]);
  const lengths = solveLinearSystem(rows);
  return 1 + moved(0).reduce((sum, chance, index) => sum + chance * (lengths[index] ?? 0), 0);
}
