/** Texts that are compared with each other. With more of them, chance alone makes noise agree. */
const MOST_TEXTS = 250;
/** With fewer, true texts may have little in common with the others. */
const FEWEST_TEXTS = 100;
/** Different pairs of neighbours below which a text says nothing. */
const FEWEST_PAIRS = 20;
/**
 * Texts of corpora by many hands, in seven languages and in program code, lie above 0.1 in 95 of 100 cases, pages of the
 * web with menus and foreign pages among them in 85 of 100; those of words drawn by chance, also from the word before, lie
 * below it in 45 to 100 of 100.
 */
const LEAST_ORDER = 0.06;

/**
 * The share of texts that hardly know the order of words of the other ones, between 0 and 1: of their pairs of
 * neighbours that are different words, those which another text has, less those which another text has turned round,
 * are fewer than 6 in 100. Texts are rows of type numbers below `types`; the first 250 are compared.
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
  const unordered = pairs.filter((own) => orderOf(own, frequencies, types) < LEAST_ORDER);
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
