import { between, figure, percent } from '../audits/wording.ts';
import type { Quantity } from '../statistics/quantity.ts';
import type { Difference } from './comparison.ts';

const MOST_PARTS = 1_000;
/** From so many times as much on, a ratio is given in times and not in per cent. */
const TIMES_FROM = 2;

/** Why a difference has no chance: too few documents, a side on which nothing was found, or sides of other sizes. */
export type Untested = 'documents' | 'nothing' | 'sizes';

const UNTESTED: Readonly<Record<Untested, string>> = {
  documents: 'whether by chance cannot be told of so few documents',
  nothing:
    'whether by chance cannot be told, for a side on which nothing or too little was found has no spread',
  sizes:
    'whether by chance cannot be told, for words drawn from a larger version are more scattered than those of whole documents',
};

/**
 * The difference of a figure in a reader's words: from what to what, by how much, and whether chance would do, or why
 * that cannot be told.
 */
export function effectOf(
  { baseline, candidate, difference, direction }: Omit<Difference, 'effect' | 'title'>,
  untested: Untested | null,
): string {
  const change = `from ${textOf(baseline)} to ${textOf(candidate)}`;
  if (difference.value === 0) return `${textOf(baseline)} on both sides.`;
  const tested = direction === 'unchanged' ? 'no more than chance explains' : 'beyond chance';
  const beyond = untested === null ? tested : UNTESTED[untested];
  return `${change}, ${byHowMuch(baseline, candidate)}: ${beyond}.`;
}

function textOf({ value, unit }: Quantity): string {
  if (unit === 'share') return percent(value);
  return unit === 'per-million' ? `${figure(value)} in a million` : figure(value);
}

function byHowMuch({ value: before, unit }: Quantity, { value: after }: Quantity): string {
  const sign = after > before ? 'up' : 'down';
  if (unit === 'points') return `${sign} by ${figure(Math.abs(after - before))} points`;
  if (unit === 'share') return `${sign} by ${figure(100 * Math.abs(after - before))} percentage points`;
  if (!(before > 0 && after > 0)) return sign;
  const ratio = after / before;
  if (ratio >= TIMES_FROM) return `${figure(ratio)} times as much`;
  if (ratio <= 1 / TIMES_FROM) return `${figure(1 / ratio)} times less`;
  return `${sign} by ${percent(Math.abs(ratio - 1))}`;
}

/** A share as a fraction that people say: 1 in 4. */
function oneIn(share: number): string {
  if (!(share > 1 / MOST_PARTS)) return 'fewer than 1 in 1,000';
  if (share > 0.4 && share < 1) return `${Math.round(10 * share)} in 10`;
  return share >= 1 ? 'all' : `1 in ${figure(Math.round(1 / share))}`;
}

/** A share of edited texts that moves the survival of rare words by one per cent or two. */
export const MANY_CARRIED = 0.05;

/** What is known of the texts that both versions have. */
interface KnownTexts {
  /** The share of the candidate's texts that are edited ones of the baseline. */
  readonly carried: number;
  /** Whether every text of the baseline is in the candidate. */
  readonly keepsAll: boolean;
}

/**
 * What has become of the rare words: how many are missing from as many words of the new version, and how many chance
 * alone may hide. Nothing is missing from a version that has every text of the baseline, and where texts were edited
 * more is found than in new ones, which is no gain.
 */
export function tailEffect(
  ratio: number,
  interval: readonly [number, number] | null,
  { carried, keepsAll }: KnownTexts,
): string {
  const missing = interval === null ? undefined : ([1 - interval[1], 1 - interval[0]] as const);
  const said = between(missing, percent);
  const sample = 'the rare words that a new sample of the baseline’s source would have';
  const isLost = interval !== null && interval[1] < 1;
  if (!isLost && carried > 0 && (ratio > 1 || carried >= MANY_CARRIED))
    return `Whether any of ${sample} is missing cannot be told: texts of the baseline were edited, and more of its words are found in them than in new texts.`;
  if (interval === null || (interval[0] <= 1 && interval[1] >= 1))
    return `Of ${sample} no more is missing from as many words of the new version than chance explains: ${percent(1 - ratio)}${said}.`;
  if (ratio > 1)
    return `In as many words of the new version there are ${percent(ratio - 1)} more of ${sample}.`;
  if (keepsAll)
    return `No rare word is gone, for the new version has every text of the baseline. They are thinner on the ground: ${percent(1 - ratio)} fewer of ${sample} are in as many words of it${said}.`;
  const chance = Math.min(1, (interval[1] - interval[0]) / 2);
  return `${oneIn(1 - ratio)} of ${sample} is missing from as many words of the new version: ${percent(1 - ratio)}${said}. Were nothing lost, up to ${oneIn(chance)} could seem to be missing by chance.`;
}
