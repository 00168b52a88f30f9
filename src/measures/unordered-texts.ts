/** Texts that are compared with each other. With more of them, chance alone makes noise agree. */
const MOST_TEXTS = 250;
/** With fewer, true texts may have little in common with the others. */
const FEWEST_TEXTS = 100;
/** Different pairs of neighbours below which a text says nothing. */
const FEWEST_PAIRS = 20;
/**
 * What a text must know of the order of the others, among 250. True texts, in twelve languages and in program code, lie
 * above 0.1 in 95 of 100 cases, pages of the web with menus and foreign pages among them in 85 of 100; words drawn by
 * chance, also from the word before, lie below 0.07 in 65 to 100 of 100.
 */
const LEAST_ORDER = 0.07;
/** Of true texts, what 95 of 100 know grows with this power of the number of texts, from 0.06 among 25 to 0.14 among 500. */
const GROWTH = 1 / 3;

/**
 * The share of texts that hardly know the order of words of the other ones, between 0 and 1: of their pairs of
 * neighbours that are different words, those which another text has, less those which another text has turned round,
 * are fewer than 7 in 100 where 250 are compared, which are the first, and as much fewer as the cube root of the number
 * of texts is smaller where there are less. Texts are rows of type numbers below `types`.
 * Null where fewer than 100 of them have 20 such pairs.
 */
export function unorderedShare(texts: readonly Uint32Array[], types: number): number | null {
  const pairs = texts
    .slice(0, MOST_TEXTS)
    .map((text) => pairsOf(text, types))
    .filter(({ size }) => size >= FEWEST_PAIRS);
  if (pairs.length < FEWEST_TEXTS) return null;
  const frequencies = new Map<number, number>();
  for (const own of pairs) for (const pair of own) frequencies.set(pair, (frequencies.get(pair) ?? 0) + 1);
  const least = LEAST_ORDER * (pairs.length / MOST_TEXTS) ** GROWTH;
  const unordered = pairs.filter((own) => orderOf(own, frequencies, types) < least);
  return unordered.length / pairs.length;
}

/** The different pairs of neighbours, each as one number. */
function pairsOf(text: Uint32Array, types: number): ReadonlySet<number> {
  const pairs = new Set<number>();
  for (let index = 0; index + 1 < text.length; index++) {
    const [first, second] = [text[index] as number, text[index + 1] as number];
    if (first !== second) pairs.add(first * types + second);
  }
  return pairs;
}

function orderOf(own: ReadonlySet<number>, frequencies: ReadonlyMap<number, number>, types: number): number {
  let known = 0;
  for (const pair of own) {
    const second = pair % types;
    const turned = second * types + (pair - second) / types;
    if ((frequencies.get(pair) ?? 0) > 1) known += 1;
    if ((frequencies.get(turned) ?? 0) > (own.has(turned) ? 1 : 0)) known -= 1;
  }
  return known / own.size;
}
