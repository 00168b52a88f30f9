/** A number of bytes with or without a unit: 512MB, 1.5 GiB, 1000000. */
const SIZE = /^(\d+(?:\.\d+)?)\s*(?:([kmgt])i?b?|b)?$/iu;

const POWERS = ['', 'k', 'm', 'g', 't'];

/** The bytes that a text of the form `SIZE` names; units are powers of 1,024. Throws a RangeError for any other. */
export function bytesOf(size: string): number {
  const [, number, unit = ''] = SIZE.exec(size) ?? [];
  if (number === undefined) throw new RangeError(`${size} is no number of bytes`);
  return Math.round(Number(number) * 1024 ** POWERS.indexOf(unit.toLowerCase()));
}

/** Whether a text is a size of no less than another one. */
export function isSizeFrom(text: string, least = '0'): boolean {
  return SIZE.test(text) && bytesOf(text) >= bytesOf(least);
}
