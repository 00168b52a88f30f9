import { fallingBracket } from './falling-bracket.ts';
import type { FrequencySpectrum } from './frequency-spectrum.ts';
import { logPowerSum } from './hurwitz-zeta.ts';

/**
 * The fit f(r) = N · firstShare · ((1 + shift) / (r + shift))^exponent of the frequency f of the type of rank r,
 * r = 1 … V. The coefficient c of c / (r + shift)^exponent is firstShare · (1 + shift)^exponent, which can be too
 * large for a number.
 */
export interface RankFrequencyFit {
  /** Share of the tokens that the fit gives to the first rank: above 0, at most 1. */
  readonly firstShare: number;
  /** Above or equal to 0; the slope of rank over frequency in logs, far from the first ranks. */
  readonly exponent: number;
  /** Ranks by which the curve is bent at its beginning: 0 for Zipf's law, at most V. */
  readonly shift: number;
  /** The Poisson deviance, 2 Σ f ln(f / fitted): 0 where the curve goes through every point. */
  readonly deviance: number;
  readonly types: number;
  readonly tokens: number;
}

/**
 * Fits Zipf's law to the ranked frequencies of a spectrum by the likelihood of independent Poisson counts
 * (Wilson 1991, Methods for fitting dominance/diversity curves, Journal of Vegetation Science 2).
 * A description: words that cluster in texts scatter more than Poisson counts. Null below two types.
 */
export function fitZipf(spectrum: FrequencySpectrum): RankFrequencyFit | null {
  const ranked = rankedBlocks(spectrum);
  return ranked === null || ranked.types < 2 ? null : described(ranked, fitExponent(ranked, 0));
}

/**
 * The same for the law of Mandelbrot (1953, An informational theory of the statistical structure of language),
 * which adds a shift of the ranks, between 0 and the number of types. A shift at either end says that the curve bends
 * the other way, or more than the law can. Null below three types.
 */
export function fitZipfMandelbrot(spectrum: FrequencySpectrum): RankFrequencyFit | null {
  const ranked = rankedBlocks(spectrum);
  if (ranked === null || ranked.types < 3) return null;
  const at = (place: number): ShiftedFit => fitExponent(ranked, Math.expm1(place));
  const plain = at(0);
  const bent = greatest(at, Math.log1p(ranked.types));
  return described(ranked, bent.logLikelihood > plain.logLikelihood ? bent : plain);
}

/** Types of one frequency, which fill the ranks above `before` up to `last`. */
interface Block {
  readonly frequency: number;
  readonly before: number;
  readonly last: number;
}

interface Ranked {
  readonly blocks: readonly Block[];
  readonly types: number;
  readonly tokens: number;
}

function rankedBlocks(spectrum: FrequencySpectrum): Ranked | null {
  const blocks: Block[] = [];
  let types = 0;
  let tokens = 0;
  for (const { frequency, types: own } of spectrum.toReversed()) {
    if (!(frequency > 0 && own > 0)) continue;
    blocks.push({ frequency, before: types, last: types + own });
    types += own;
    tokens += frequency * own;
  }
  return types < 1 ? null : { blocks, types, tokens };
}

interface ShiftedFit {
  readonly exponent: number;
  readonly shift: number;
  /** ln c: minus the logarithm of the sum of (r + shift)^-exponent. */
  readonly logCoefficient: number;
  /** Per token, without the terms that no parameter changes. */
  readonly logLikelihood: number;
}

const HALVINGS = 50;
const STEP = 1e-5;

/**
 * The most likely exponent for a shift. With the coefficient that makes the fitted counts add up to the tokens, the
 * likelihood is greatest where the mean of ln(r + shift) over the tokens is the one expected of the law.
 */
function fitExponent(ranked: Ranked, shift: number): ShiftedFit {
  const meanLog = meanLogRank(ranked, shift);
  const expected = (exponent: number): number =>
    (logPowerSum(exponent, shift, ranked.types) - logPowerSum(exponent + 2 * STEP, shift, ranked.types)) /
    (2 * STEP);
  const [low, high] = fallingBracket(expected, meanLog, { least: 0, halvings: HALVINGS });
  const exponent = low === 0 && high < STEP ? 0 : (low + high) / 2 + STEP;
  const logCoefficient = -logPowerSum(exponent, shift, ranked.types);
  return { exponent, shift, logCoefficient, logLikelihood: logCoefficient - exponent * meanLog };
}

/** The mean of ln(r + shift) over the tokens, a block of equal frequencies at a time. */
function meanLogRank({ blocks, tokens }: Ranked, shift: number): number {
  let sum = 0;
  for (const { frequency, before, last } of blocks) {
    const logs =
      last - before === 1
        ? Math.log(last + shift)
        : logGamma(last + 1 + shift) - logGamma(before + 1 + shift);
    sum += (frequency / tokens) * logs;
  }
  return sum;
}

/** Where Stirling's series, to the term used, reaches double precision. */
const FAR = 10;

/** ln Γ(x) for x from 1 on, by Stirling's series (Abramowitz and Stegun 1964, 6.1.41). */
function logGamma(value: number): number {
  let product = 1;
  let place = value;
  for (; place < FAR; place += 1) product *= place;
  const square = 1 / (place * place);
  const series =
    (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188)))) / place;
  return (place - 0.5) * Math.log(place) - place + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product);
}

const GRID = 24;
const SECTIONS = 50;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** The best place between 0 and `end`: a grid first, which no second peak can mislead, then golden sections. */
function greatest(at: (place: number) => ShiftedFit, end: number): ShiftedFit {
  const width = end / GRID;
  let best = 0;
  let height = Number.NEGATIVE_INFINITY;
  for (let index = 0; index <= GRID; index++) {
    const { logLikelihood } = at(index * width);
    if (logLikelihood > height) {
      height = logLikelihood;
      best = index;
    }
  }
  let from = Math.max(0, best - 1) * width;
  let to = Math.min(GRID, best + 1) * width;
  let left = at(to - GOLDEN * (to - from));
  let right = at(from + GOLDEN * (to - from));
  for (let section = 0; section < SECTIONS && to - from > 1e-10; section++) {
    if (left.logLikelihood > right.logLikelihood) {
      to = from + GOLDEN * (to - from);
      right = left;
      left = at(to - GOLDEN * (to - from));
    } else {
      from = to - GOLDEN * (to - from);
      left = right;
      right = at(from + GOLDEN * (to - from));
    }
  }
  const inside = left.logLikelihood > right.logLikelihood ? left : right;
  const edge = at(best * width);
  return edge.logLikelihood > inside.logLikelihood ? edge : inside;
}

function described({ blocks, types, tokens }: Ranked, fit: ShiftedFit): RankFrequencyFit {
  let entropy = 0;
  for (const { frequency, before, last } of blocks)
    entropy += (frequency / tokens) * (last - before) * Math.log(frequency / tokens);
  return {
    firstShare: Math.exp(fit.logCoefficient - fit.exponent * Math.log1p(fit.shift)),
    exponent: fit.exponent,
    shift: fit.shift,
    deviance: Math.max(0, 2 * tokens * (entropy - fit.logLikelihood)),
    types,
    tokens,
  };
}
