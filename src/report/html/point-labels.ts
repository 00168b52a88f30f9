import { shortName } from './short-name.ts';

const LONGEST = 16;
/** Where names may be cut so that what is left can be read. */
const SEPARATOR = /[/\\_\-. ]/u;
const AFTER_LAST_SEPARATOR = /(?<=[/\\_\-. ]|^)[^/\\_\-. ]*$/u;

/**
 * Names of points for a picture. Of names that are paths or versions what all have in common at both ends is left out;
 * those of periods stay whole.
 */
export function pointLabels(names: readonly string[], arePeriods: boolean): readonly string[] {
  const [first = ''] = names;
  if (arePeriods || names.length < 2) return names.map((name) => shortEnd(name));
  const ahead = lengthOfCommon(names, (name, index) => name[index]);
  const head = AFTER_LAST_SEPARATOR.exec(first.slice(0, ahead))?.index ?? ahead;
  const rests = names.map((name) => name.slice(head));
  const [rest = ''] = rests;
  const behind = lengthOfCommon(rests, (name, index) => name[name.length - 1 - index]);
  const tail = rest.slice(rest.length - behind).search(SEPARATOR);
  const cut = tail === -1 ? 0 : behind - tail;
  return rests.map((name, place) => {
    const kept = name.slice(0, name.length - cut);
    return shortEnd(kept === '' ? (names[place] ?? '') : kept);
  });
}

/** The last part of a path, cut in its length. */
function shortEnd(name: string): string {
  const last = name.split('/').findLast((part) => part !== '') ?? name;
  return shortName(last, LONGEST);
}

/** How many letters all names have in common, seen from one end. */
function lengthOfCommon(
  names: readonly string[],
  letterOf: (name: string, index: number) => string | undefined,
): number {
  const [first = ''] = names;
  let length = 0;
  while (length < first.length && names.every((name) => letterOf(name, length) === letterOf(first, length)))
    length += 1;
  return length;
}
