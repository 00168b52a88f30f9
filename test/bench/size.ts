/** How large a corpus is asked for. */
export interface Size {
  /** As in `10 MB`. */
  readonly name: string;
  readonly bytes: number;
}

const UNITS: ReadonlyMap<string, number> = new Map([
  ['KB', 1e3],
  ['MB', 1e6],
  ['GB', 1e9],
]);
const PATTERN = /^(?<number>\d+(?:\.\d+)?)(?<unit>[KMG]B)$/u;

/** Reads a size such as `10MB`; units are powers of 1,000, as in the rates. */
export function sizeOf(text: string): Size {
  const { number = '', unit = '' } = PATTERN.exec(text.trim().toUpperCase())?.groups ?? {};
  const bytes = Math.round(Number(number) * (UNITS.get(unit) ?? 0));
  if (!(bytes > 0)) throw new Error(`${text} is no size such as 10MB or 1GB.`);
  return { name: `${number} ${unit}`, bytes };
}
