/** Where the spread of a statistic is symmetric: `log` for values above 0, `logit` for shares. */
export type Scale = 'identity' | 'log' | 'logit';

/** A value on its scale: infinite or not a number at the ends of it and beyond. */
export function onScale(value: number, scale: Scale): number {
  if (scale === 'log') return Math.log(value);
  return scale === 'logit' ? Math.log(value / (1 - value)) : value;
}

/** The value that stands at a place of a scale. */
export function fromScale(place: number, scale: Scale): number {
  if (scale === 'log') return Math.exp(place);
  return scale === 'logit' ? 1 / (1 + Math.exp(-place)) : place;
}

/** How much a scale moves where the value moves by one. */
export function slopeOf(value: number, scale: Scale): number {
  if (scale === 'log') return 1 / value;
  return scale === 'logit' ? 1 / (value * (1 - value)) : 1;
}
