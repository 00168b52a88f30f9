/** How many are asked for at a time: each is a way to the disk and back. */
const MOST_AT_ONCE = 256;

/** What each item leads to, in the order of the items; some are asked for at the same time. Throws as `ask` does. */
export async function sideBySide<Item, Answer>(
  items: readonly Item[],
  ask: (item: Item) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (let from = 0; from < items.length; from += MOST_AT_ONCE) {
    const some = items.slice(from, from + MOST_AT_ONCE);
    answers.push(...(await Promise.all(some.map((item) => ask(item)))));
  }
  return answers;
}
