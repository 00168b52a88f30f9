/** A number with its sign, which a difference has on both sides of 0. */
export function signedText(value: number, decimals: number): string {
  const fixed = value.toFixed(decimals);
  if (Number(fixed) === 0) return fixed.replace('-', '');
  return value > 0 ? `+${fixed}` : fixed.replace('-', '−');
}

/** A chance as people read it: `below 0.001`, `0.049`. */
export function chanceText(chance: number): string {
  return chance < 0.001 ? 'below 0.001' : chance.toFixed(3);
}

/** A share with one decimal: `12.5 %`. */
export function percentText(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
