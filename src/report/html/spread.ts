/** Places of labels, moved apart to a distance and no further than that takes; in the order of the places given. */
export function spread(places: readonly number[], distance: number): readonly number[] {
  const order = places
    .map((place, index) => ({ place, index }))
    .toSorted((a, b) => a.place - b.place || a.index - b.index);
  const moved = places.map(() => 0);
  let blocks: readonly Block[] = [];
  for (const { place, index } of order)
    blocks = joined([...blocks, { centre: place, members: [index] }], distance);
  for (const { centre, members } of blocks)
    members.forEach((index, row) => {
      moved[index] = centre + (row - (members.length - 1) / 2) * distance;
    });
  return moved;
}

/** Labels that stand one below the other around a centre. */
interface Block {
  readonly centre: number;
  readonly members: readonly number[];
}

/** The last blocks are joined as long as they overlap. */
function joined(blocks: readonly Block[], distance: number): readonly Block[] {
  const [above, below] = blocks.slice(-2);
  if (above === undefined || below === undefined) return blocks;
  const room = ((above.members.length + below.members.length) / 2) * distance;
  if (below.centre - above.centre >= room) return blocks;
  const members = [...above.members, ...below.members];
  const centre = (above.centre * above.members.length + below.centre * below.members.length) / members.length;
  return joined([...blocks.slice(0, -2), { centre, members }], distance);
}
