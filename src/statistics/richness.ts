import { type FrequencySpectrum, totalTokens, totalTypes, typesOfFrequency } from './frequency-spectrum.ts';

/** How many types the source has, seen or not. */
export interface Richness {
  readonly value: number;
  readonly standardError: number;
  /** The 95 % interval, never below the types seen. */
  readonly interval: readonly [low: number, high: number];
}

export interface ChaoForm {
  /** `bias-corrected` divides by V_2 + 1, which gives less where few types were seen twice. */
  readonly form: 'classic' | 'bias-corrected';
  /** Whether what is added to the types seen is multiplied by (N - 1) / N. */
  readonly sizeCorrected: boolean;
}

const USUAL_FORM: ChaoForm = { form: 'classic', sizeCorrected: true };

/** The 97.5 % quantile of the normal distribution. */
const REACH = 1.959963984540054;

/** What the estimators of richness are functions of. */
interface Tail {
  readonly tokens: number;
  readonly seen: number;
  readonly once: number;
  readonly twice: number;
  /** (N - 1) / N, or 1. */
  readonly factor: number;
}

/**
 * Chao1, a lower bound of the types of the source (Chao 1984): V + (N - 1) / N · V_1² / (2 V_2), and with V_1 (V_1 - 1)
 * in place of V_1² / V_2 where no type was seen twice. This is the form of iNEXT and SpadeR; vegan, scikit-bio and
 * EstimateS have others, which `form` names.
 * The variances are equations 5 to 8 of the guide of EstimateS (Colwell 2013), with the size correction carried
 * through, and the interval is its log-normal one (equation 13; Chao 1987), or equation 14 where no type was seen
 * just once. Null without tokens.
 */
export function chao1(spectrum: FrequencySpectrum, form: ChaoForm = USUAL_FORM): Richness | null {
  const tail = tailOf(spectrum, form);
  if (tail === null) return null;
  if (tail.once === 0) return nothingUnseen(tail);
  const value = tail.seen + unseen(tail, form);
  return withInterval(value, variance(tail, form, value), tail.seen);
}

/**
 * iChao1, a lower bound above Chao1 that also looks at the types seen three and four times (Chiu et al. 2014):
 * Chao1 + V_3 / (4 V_4) · max(V_1 - V_2 V_3 / (2 V_4), 0), with V_4 = 1 where it is 0, as SpadeR has it.
 * The variance is that of the delta method by which the variance of Chao1 was found. Null without tokens.
 */
export function improvedChao1(spectrum: FrequencySpectrum): Richness | null {
  const tail = tailOf(spectrum, USUAL_FORM);
  const base = chao1(spectrum);
  if (tail === null || base === null) return null;
  const { once, twice, seen } = tail;
  const thrice = typesOfFrequency(spectrum, 3);
  const fourTimes = typesOfFrequency(spectrum, 4) || 1;
  const ratio = thrice / fourTimes;
  const rest = once - (twice * ratio) / 2;
  if (!(rest > 0 && thrice > 0)) return base;
  const value = base.value + (ratio / 4) * rest;
  const [byOnce, byTwice] = gradient(tail);
  const slopes: readonly (readonly [types: number, slope: number])[] = [
    [once, byOnce + ratio / 4],
    [twice, byTwice - (ratio * ratio) / 8],
    [thrice, 1 + (once - twice * ratio) / (4 * fourTimes)],
    [typesOfFrequency(spectrum, 4), 1 + (ratio * (twice * ratio - once)) / (4 * fourTimes)],
  ];
  return withInterval(value, deltaVariance(slopes, seen, value), seen);
}

function tailOf(spectrum: FrequencySpectrum, { sizeCorrected }: ChaoForm): Tail | null {
  const tokens = totalTokens(spectrum);
  if (!(tokens > 0)) return null;
  const once = typesOfFrequency(spectrum, 1);
  const twice = typesOfFrequency(spectrum, 2);
  const factor = sizeCorrected ? Math.max(0, 1 - 1 / tokens) : 1;
  return { tokens, seen: totalTypes(spectrum), once, twice, factor };
}

function unseen({ once, twice, factor }: Tail, { form }: ChaoForm): number {
  if (form === 'classic' && twice > 0) return (factor * once * once) / (2 * twice);
  return (factor * once * Math.max(0, once - 1)) / (2 * (twice + 1));
}

/** Equations 5, 6 and 7 of EstimateS. */
function variance({ once, twice, factor }: Tail, { form }: ChaoForm, value: number): number {
  const square = factor * factor;
  if (twice === 0) {
    const pairs = (once * (once - 1)) / 2;
    return factor * pairs + (square * once * (2 * once - 1) ** 2) / 4 - (square * once ** 4) / (4 * value);
  }
  if (form === 'classic') {
    const ratio = once / twice;
    return twice * ((factor / 2) * ratio ** 2 + square * ratio ** 3 + (square / 4) * ratio ** 4);
  }
  const more = twice + 1;
  return (
    (factor * once * (once - 1)) / (2 * more) +
    (square * once * (2 * once - 1) ** 2) / (4 * more ** 2) +
    (square * once ** 2 * twice * (once - 1) ** 2) / (4 * more ** 4)
  );
}

/** How Chao1 grows with V_1 and V_2. */
function gradient({ once, twice, factor }: Tail): readonly [byOnce: number, byTwice: number] {
  if (twice === 0) return [1 + factor * (once - 0.5), 1];
  const ratio = once / twice;
  return [1 + factor * ratio, 1 - (factor * ratio * ratio) / 2];
}

/** The variance where V_i are the cells of a multinomial sample of `value` types, of which the seen are `seen`. */
function deltaVariance(
  slopes: readonly (readonly [types: number, slope: number])[],
  seen: number,
  value: number,
): number {
  let squares = seen;
  let mean = seen;
  for (const [types, slope] of slopes) {
    squares += types * (slope * slope - 1);
    mean += types * (slope - 1);
  }
  return squares - (mean * mean) / value;
}

/** Equation 13 of EstimateS: the logarithm of what is unseen is taken as normal. */
function withInterval(value: number, estimatedVariance: number, seen: number): Richness {
  const above = value - seen;
  const spread = Math.max(0, estimatedVariance);
  const standardError = Math.sqrt(spread);
  if (!(above > 0)) return { value, standardError, interval: [seen, value] };
  const factor = Math.exp(REACH * Math.sqrt(Math.log1p(spread / above ** 2)));
  return { value, standardError, interval: [seen + above / factor, seen + above * factor] };
}

/** Equations 8 and 14 of EstimateS. */
function nothingUnseen({ tokens, seen }: Tail): Richness {
  const missed = Math.exp(-tokens / seen);
  const centre = seen / (1 - missed);
  const reach = (REACH * Math.sqrt(seen * missed)) / (1 - missed);
  const standardError = Math.sqrt(seen * missed * (1 - missed));
  return { value: seen, standardError, interval: [Math.max(seen, centre - reach), centre + reach] };
}
