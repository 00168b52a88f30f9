/** A stretch of a sequence in which the same words come round again and again: a loop. */
export interface PeriodicRun {
  readonly start: number;
  /** Exclusive; the last round may have been broken off before it. */
  readonly end: number;
  /** Words of a round. */
  readonly period: number;
  /** Whole rounds. */
  readonly repeats: number;
}

export interface PeriodicRunLimits {
  /** The longest round that is looked for, in words. */
  readonly longestPeriod?: number;
  /** The fewest whole rounds that make a run. */
  readonly fewestRepeats?: number;
  /** The fewest words that make a run, whatever its rounds. */
  readonly fewestWords?: number;
}

/** Longer than most sentences. Loops of generated text are usually a phrase or a sentence. */
const LONGEST_PERIOD = 64;
/** Twice happens in good prose ("that that", "very, very"). */
const FEWEST_REPEATS = 3;

/**
 * All maximal periodic runs: stretches in which every word equals that one period before, which cannot be made longer
 * on either side, with at least `fewestRepeats` whole rounds (3 unless told otherwise) and `fewestWords` words (any
 * number unless told otherwise). The period is the smallest that a stretch has. In the order of period, then of start;
 * runs of different periods may overlap, as "a a a" does in "a a a b a a a b a a a b". Where little recurs, it takes
 * time in proportion to the words times the logarithm of `longestPeriod` (64 unless told otherwise), and otherwise at
 * most to the words times `longestPeriod`; loops with longer rounds are not found.
 *
 * `types` are the words of one text in order as numbers that are equal if the words are.
 * Throws a RangeError unless the limits are whole numbers, of which `fewestRepeats` is 2 or more.
 */
export function periodicRuns(types: Uint32Array, limits: PeriodicRunLimits = {}): PeriodicRun[] {
  const { longestPeriod = LONGEST_PERIOD, fewestRepeats = FEWEST_REPEATS, fewestWords = 0 } = limits;
  checkLimits({ longestPeriod, fewestRepeats, fewestWords });
  const runs: PeriodicRun[] = [];
  const ends = new Map<number, number>();
  const longest = Math.min(longestPeriod, Math.floor(types.length / fewestRepeats));
  for (let period = 1; period <= longest; period += 1) {
    const shortest = Math.max(fewestWords, period * fewestRepeats);
    for (const run of runsOfPeriod(types, period, shortest)) {
      // A stretch with a smaller period has its multiples as well, over exactly the same words.
      if (ends.get(run.start) === run.end) continue;
      ends.set(run.start, run.end);
      runs.push(run);
    }
  }
  return runs;
}

function checkLimits({ longestPeriod, fewestRepeats, fewestWords }: Required<PeriodicRunLimits>): void {
  if (!(Number.isInteger(longestPeriod) && longestPeriod >= 1)) {
    throw new RangeError('a round has 1 word or more');
  }
  if (!(Number.isInteger(fewestRepeats) && fewestRepeats >= 2)) {
    throw new RangeError('a run has 2 rounds or more');
  }
  if (!(Number.isInteger(fewestWords) && fewestWords >= 0)) {
    throw new RangeError('a run has a whole number of words');
  }
}

/** The longest of the periodic runs in words, the first of the smallest period among equals. Null without one. */
export function longestPeriodicRun(types: Uint32Array, limits: PeriodicRunLimits = {}): PeriodicRun | null {
  let longest: PeriodicRun | null = null;
  for (const run of periodicRuns(types, limits)) {
    if (longest === null || run.end - run.start > longest.end - longest.start) longest = run;
  }
  return longest;
}

/**
 * The runs of one period with so many words. A run is as many neighbours equal to the word a period before, so one
 * look at every so many words cannot miss it, and only what is found there is followed to both sides.
 */
function runsOfPeriod(types: Uint32Array, period: number, shortest: number): PeriodicRun[] {
  const runs: PeriodicRun[] = [];
  const step = shortest - period;
  let from = period;
  let place = from + step - 1;
  while (place < types.length) {
    if (types[place] !== types[place - period]) {
      place += step;
      continue;
    }
    let first = place;
    while (first > from && types[first - 1] === types[first - 1 - period]) first -= 1;
    let end = place + 1;
    while (end < types.length && types[end] === types[end - period]) end += 1;
    const words = end - first + period;
    if (words >= shortest) {
      runs.push({ start: first - period, end, period, repeats: Math.floor(words / period) });
    }
    from = end;
    place = end + step;
  }
  return runs;
}
