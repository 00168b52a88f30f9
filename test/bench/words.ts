import type { LongRandom } from './long-random.ts';

const FUNCTION_WORDS =
  "the of and to in a is that for it on was with as be by this are at or from his have not he an they which but you we one had been all their there has were if more when will can would so who out what about up into some than its only other no them these it's don't".split(
    ' ',
  );
const ONSETS = 'b c d f g h l m n p r s t v br ch cl cr dr fl gr pl pr sh st th tr'.split(' ');
const RIMES = 'a e i o u ea er in on ar al en or ist and ent ing ound ess ough'.split(' ');
const SYLLABLES = ONSETS.flatMap((onset) => RIMES.map((rime) => onset + rime));
/** Moves later syllables by earlier ones, so that words of like rank do not end alike. */
const MIXING = 97;
const ACCENTS: ReadonlyMap<string, string> = new Map(
  Object.entries({ a: 'à', e: 'é', i: 'ï', o: 'ö', u: 'ü' }),
);
/** In accented texts, one content word in so many is spelt with an accent. */
const ACCENTED_EVERY = 40;

/** Frequencies fall as 1 / (rank + 2.2) down to this rank and faster below it, as they do in English. */
const KNEE = 8_000;
const BLUNTNESS = 2.2;
/** With this exponent below the knee, types grow as the 0.56th power of the words, without end (Heaps' law). */
const STEEPNESS = 1.8;
const HEAD_LOG = Math.log((KNEE + BLUNTNESS) / BLUNTNESS);
const HEAD_SHARE = HEAD_LOG / (HEAD_LOG + 1 / (STEEPNESS - 1));

/** Most words drawn are among so many of smallest rank, which are coined once. */
const FREQUENT = Array.from({ length: 2 ** 16 }, (_, rank) => coinedWord(rank));

/** The rank of a word drawn from all words there could be; 0 is the most frequent. */
export function drawRank(random: LongRandom): number {
  const point = random.next();
  if (point < HEAD_SHARE)
    return Math.floor(BLUNTNESS * Math.exp((point / HEAD_SHARE) * HEAD_LOG) - BLUNTNESS);
  const rest = (1 - point) / (1 - HEAD_SHARE);
  return Math.floor(KNEE * rest ** (-1 / (STEEPNESS - 1)));
}

/** The word of a rank: a function word of English, else syllables, the more the rarer it is. */
export function wordOf(rank: number): string {
  return FREQUENT[rank] ?? coinedWord(rank);
}

/** The same, but some words have an accent. */
export function accentedWordOf(rank: number): string {
  const word = wordOf(rank);
  if (rank % ACCENTED_EVERY !== 0 || rank < FUNCTION_WORDS.length) return word;
  return word.replace(/[aeiou]/u, (vowel) => ACCENTS.get(vowel) ?? vowel);
}

function coinedWord(rank: number): string {
  const functionWord = FUNCTION_WORDS[rank];
  if (functionWord !== undefined) return functionWord;
  let word = '';
  let rest = rank - FUNCTION_WORDS.length;
  let shift = 0;
  while (rest >= 0) {
    word += SYLLABLES[(rest + shift) % SYLLABLES.length] ?? '';
    shift += MIXING * (rest % SYLLABLES.length);
    rest = Math.floor(rest / SYLLABLES.length) - 1;
  }
  return word;
}
