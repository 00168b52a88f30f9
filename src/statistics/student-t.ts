const STEPS = 100;

/**
 * The quantile of Student's t distribution: the t below which a share `probability` of it lies.
 * `degrees` is a whole number from 1. Exact to about ten digits for probabilities from 1e-4 to 1 - 1e-4.
 */
export function studentTQuantile(probability: number, degrees: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError('a probability lies between 0 and 1');
  if (!(Number.isInteger(degrees) && degrees >= 1)) throw new RangeError('degrees of freedom are 1 or more');
  if (probability === 0.5) return 0;
  const middle = Math.abs(2 * probability - 1);
  let low = 0;
  let high = Math.PI / 2;
  for (let step = 0; step < STEPS; step++) {
    const angle = (low + high) / 2;
    if (middleShare(angle, degrees) < middle) low = angle;
    else high = angle;
  }
  return Math.sign(probability - 0.5) * Math.sqrt(degrees) * Math.tan((low + high) / 2);
}

/**
 * The chance that Student's t lies at least so far from 0 on either side: the two-sided p-value of `t`.
 * `degrees` is a whole number from 1. The absolute error is about 1e-15, so that smaller values say no more than that.
 */
export function studentTBeyond(t: number, degrees: number): number {
  if (!(Number.isInteger(degrees) && degrees >= 1)) throw new RangeError('degrees of freedom are 1 or more');
  if (Number.isNaN(t)) throw new RangeError('t is a number');
  const middle = middleShare(Math.atan(Math.abs(t) / Math.sqrt(degrees)), degrees);
  return Math.min(1, Math.max(0, 1 - middle));
}

/**
 * The chance that |T| is below √degrees · tan(angle), by the finite sums of Abramowitz and Stegun 26.7.3 and
 * 26.7.4, which hold for whole degrees of freedom.
 */
function middleShare(angle: number, degrees: number): number {
  const cosine = Math.cos(angle);
  const odd = degrees % 2 === 1;
  let term = odd ? cosine : 1;
  let sum = degrees === 1 ? 0 : term;
  for (let power = odd ? 3 : 2; power <= degrees - 2; power += 2) {
    term *= ((power - 1) / power) * cosine * cosine;
    sum += term;
  }
  return odd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
}
