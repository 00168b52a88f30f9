import { fallingBracket } from './falling-bracket.ts';
import type { FrequencySpectrum } from './frequency-spectrum.ts';
import { logHurwitzZeta } from './hurwitz-zeta.ts';

/** A discrete power law, P(x) = x^-alpha / ζ(alpha, xmin), fitted to the types of frequency xmin and more. */
export interface PowerLawTail {
  /** The exponent of the frequency distribution, above 1. */
  readonly alpha: number;
  /** The least frequency that belongs to the tail. */
  readonly xmin: number;
  /** Types in the tail. */
  readonly types: number;
  /** The greatest distance between the shares of the tail up to each frequency, observed and fitted: 0 to 1. */
  readonly distance: number;
  readonly logLikelihood: number;
  /** The slope of frequency over rank that this tail amounts to: 1 / (alpha - 1). */
  readonly rankExponent: number;
}

/** Types below which a tail is not fitted (Clauset et al. 2009, section 3: about 50 give useful estimates). */
const FEWEST_TYPES = 50;
/** Places tried for the beginning of the tail: the lowest frequencies one by one, then log-spaced ones. */
const FIRST_CANDIDATES = 100;
const SPACED_CANDIDATES = 100;

/**
 * Fits a power law to the tail of a frequency spectrum: alpha by maximum likelihood, xmin where the
 * Kolmogorov–Smirnov distance of the fit is least, the smaller xmin on a tie (Clauset, Shalizi and Newman 2009,
 * Power-law distributions in empirical data, SIAM Review 51, equations 3.7 and 3.9). The xmin tried are at most 200.
 *
 * It describes a tail and is no verdict on whether the law holds, which no fit can tell by itself.
 * Null where no tail has 50 types of at least two frequencies.
 */
export function fitPowerLawTail(spectrum: FrequencySpectrum): PowerLawTail | null {
  const rows = occupied(spectrum);
  let best: PowerLawTail | null = null;
  for (const first of candidates(rows)) {
    const tail = rows.slice(first);
    const fit = fitTail(tail, best?.distance ?? Number.POSITIVE_INFINITY);
    if (fit !== null && (best === null || fit.distance < best.distance)) best = fit;
  }
  return best;
}

/** The fit for a given xmin. Null where fewer than two different frequencies are xmin or more. */
export function fitPowerLawFrom(spectrum: FrequencySpectrum, xmin: number): PowerLawTail | null {
  const tail = occupied(spectrum).filter(({ frequency }) => frequency >= xmin);
  return fitTail(tail, Number.POSITIVE_INFINITY, xmin);
}

function occupied(spectrum: FrequencySpectrum): FrequencySpectrum {
  return spectrum.filter(({ frequency, types }) => frequency > 0 && types > 0);
}

/** Indices of the rows at which a tail may begin, ascending. */
function candidates(rows: FrequencySpectrum): readonly number[] {
  const last = lastBeginning(rows);
  const first = Array.from({ length: Math.min(last + 1, FIRST_CANDIDATES) }, (_, index) => index);
  if (last < FIRST_CANDIDATES) return first;
  const from = rows[FIRST_CANDIDATES]?.frequency ?? 1;
  const to = rows[last]?.frequency ?? from;
  const spaced = new Set<number>();
  let index = FIRST_CANDIDATES;
  for (let step = 0; step < SPACED_CANDIDATES; step++) {
    const wanted = from * (to / from) ** (step / (SPACED_CANDIDATES - 1));
    while (index < last && (rows[index]?.frequency ?? 0) < wanted) index += 1;
    spaced.add(index);
  }
  return [...first, ...spaced];
}

/** The last row from which enough types follow, of two frequencies at least; -1 if there is none. */
function lastBeginning(rows: FrequencySpectrum): number {
  let types = 0;
  let row = rows.length;
  while (row > 0 && types < FEWEST_TYPES) {
    row -= 1;
    types += rows[row]?.types ?? 0;
  }
  return types < FEWEST_TYPES ? -1 : Math.min(row, rows.length - 2);
}

/** Null where the tail has one frequency alone, or lies farther from its fit than `farthest`. */
function fitTail(
  tail: FrequencySpectrum,
  farthest: number,
  xmin = tail[0]?.frequency ?? 0,
): PowerLawTail | null {
  if (tail.length < 2 || xmin <= 0) return null;
  let types = 0;
  let logs = 0;
  for (const row of tail) {
    types += row.types;
    logs += row.types * Math.log(row.frequency / xmin);
  }
  const alpha = alphaOf(logs / types, xmin);
  const distance = distanceOf(tail, { alpha, xmin, types, farthest });
  if (distance === null) return null;
  const logLikelihood = -types * logHurwitzZeta(alpha, xmin) - alpha * (logs + types * Math.log(xmin));
  return { alpha, xmin, types, distance, logLikelihood, rankExponent: 1 / (alpha - 1) };
}

const HALVINGS = 60;
const LEAST_EXCESS = 1e-6;

/** The alpha under which the mean of ln(x / xmin) is the observed one, which is where the likelihood is greatest. */
function alphaOf(meanLog: number, xmin: number): number {
  const expected = (excess: number): number => {
    const step = Math.min(2e-5, excess / 8);
    const slope = (logScaled(1 + excess + step, xmin) - logScaled(1 + excess - step, xmin)) / (2 * step);
    return -slope;
  };
  const [low, high] = fallingBracket(expected, meanLog, { least: LEAST_EXCESS, halvings: HALVINGS });
  return 1 + (low + high) / 2;
}

/** ln ζ(alpha, xmin) without the part that xmin alone accounts for, whose size would cost digits. */
function logScaled(alpha: number, xmin: number): number {
  return logHurwitzZeta(alpha, xmin) + alpha * Math.log(xmin);
}

interface Fitted {
  readonly alpha: number;
  readonly xmin: number;
  readonly types: number;
  readonly farthest: number;
}

/** Null as soon as it is sure to exceed `farthest`: then this tail is not the best, whatever follows. */
function distanceOf(tail: FrequencySpectrum, { alpha, xmin, types, farthest }: Fitted): number | null {
  const whole = logHurwitzZeta(alpha, xmin);
  let below = 0;
  let distance = 0;
  for (const { frequency, types: own } of tail) {
    below += own;
    const fitted = -Math.expm1(logHurwitzZeta(alpha, frequency + 1) - whole);
    distance = Math.max(distance, Math.abs(below / types - fitted));
    if (distance > farthest) return null;
  }
  return distance;
}
