import { seeded } from './large-files.ts';

/** Weights of the word after the last word, of words by their frequency, and of all words alike. */
const AFTER = 0.6;
const BY_FREQUENCY = 0.35;
const ALL_ALIKE = 0.05;

/**
 * Draws texts from a model of the word after a word, smoothed with the frequencies of words (Jelinek and Mercer 1980),
 * at a temperature: chances are raised to 1 / temperature and made to sum to 1 again.
 */
export function createNgramSampler(
  texts: readonly string[],
  temperature: number,
  seed: number,
): (words: number) => string {
  const random = seeded(seed);
  const names: string[] = [];
  const numbers = new Map<string, number>();
  const frequencies: number[] = [];
  const followers = new Map<number, Map<number, number>>();
  let total = 0;
  for (const text of texts) {
    let last: number | undefined;
    for (const word of text.match(/[\p{L}\p{N}'’-]+|[.,;!?]/gu) ?? []) {
      const number = numbers.get(word) ?? names.push(word) - 1;
      numbers.set(word, number);
      frequencies[number] = (frequencies[number] ?? 0) + 1;
      total += 1;
      if (last !== undefined) {
        const own = followers.get(last) ?? new Map<number, number>();
        followers.set(last, own.set(number, (own.get(number) ?? 0) + 1));
      }
      last = number;
    }
  }
  const base = Float64Array.from(
    frequencies,
    (frequency) => (BY_FREQUENCY * frequency) / total + ALL_ALIKE / names.length,
  );
  const hot = base.map((chance) => chance ** (1 / temperature));
  const hotSum = hot.reduce((sum, chance) => sum + chance, 0);
  const next = (last: number): number => {
    const own = followers.get(last) ?? new Map<number, number>();
    const after = [...own.values()].reduce((sum, count) => sum + count, 0);
    const changed = [...own].map(([word, count]) => {
      const cold = (base[word] ?? 0) + (AFTER * count) / after;
      return { word, more: cold ** (1 / temperature) - (hot[word] ?? 0) };
    });
    const all = hotSum + changed.reduce((sum, { more }) => sum + more, 0);
    let left = random() * all;
    for (const { word, more } of changed) {
      left -= more;
      if (left <= 0) return word;
    }
    for (let word = 0; word < hot.length; word++) {
      left -= hot[word] ?? 0;
      if (left <= 0) return word;
    }
    return 0;
  };
  return (words) => {
    let last = Math.floor(random() * names.length);
    const drawn = Array.from({ length: words }, () => {
      last = next(last);
      return names[last];
    });
    return drawn.join(' ').replaceAll(/ (?=[.,;!?])/gu, '');
  };
}
