/** The highest of some type numbers, 0 where there are none. */
export function highestType(types: Uint32Array): number {
  let highest = 0;
  for (let index = 0; index < types.length; index += 1) {
    const type = types[index] as number;
    if (type > highest) highest = type;
  }
  return highest;
}

/** How often each type occurs, by type number: as many entries as the highest number has, and one. */
export function typeCounts(types: Uint32Array): Uint32Array {
  const counts = new Uint32Array(types.length === 0 ? 0 : highestType(types) + 1);
  for (let index = 0; index < types.length; index += 1) {
    const type = types[index] as number;
    counts[type] = (counts[type] as number) + 1;
  }
  return counts;
}
