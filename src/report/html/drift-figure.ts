import { scaleLog } from 'd3-scale';
import type { DriftedWord, WordDrift } from '../../compare/comparison.ts';
import { chanceText } from '../figure-text.ts';
import { printableText } from '../printable-text.ts';
import { countText, figureText } from '../quantity-text.ts';
import { figure } from './figure.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { powersOfTen } from './plot.ts';
import { named } from './quotes.ts';
import { shortName } from './short-name.ts';
import { spread } from './spread.ts';

const MOST_DRAWN = 14;
const LINE = 17;
const TOP = 36;
const LEFT = 210;
const RIGHT = 450;
const LONGEST_WORD = 28;
/** Between the end of a line and its label, which may stand higher or lower. */
const LEADER = 22;
const LEAST_HEIGHT = 150;

interface Slope {
  readonly word: DriftedWord;
  readonly from: number;
  readonly to: number;
}

/** Words that rose or fell, from the documents per million that held them to those that hold them now. */
export function driftFigure({ words, rose, fell, tested }: WordDrift): Markup {
  const drawn = words.slice(0, MOST_DRAWN).flatMap(slopeOf);
  if (drawn.length === 0) return null;
  const ends = drawn.flatMap(({ from, to }) => [from, to]);
  const height = Math.max(LEAST_HEIGHT, drawn.length * LINE);
  const y = scaleLog([Math.min(...ends), Math.max(...ends)], [TOP + height, TOP]).nice();
  const [low = 1, high = 1] = y.domain();
  const starts = startsOf(drawn, y);
  const labels = labelsBelow(drawn.map(({ to }) => y(to)));
  const bottom = Math.max(TOP + height, ...starts.map(({ label }) => label), ...labels);
  return figure({
    title: `Of ${countText(tested)} words and pairs of words ${countText(rose)} rose and ${countText(fell)} fell beyond chance`,
    description: `Documents per million that hold a word, on a logarithmic scale, in the baseline on the left and in the new version on the right: ${drawn.map(({ word }) => `${wordText(word)} from ${countText(word.baseline)} to ${countText(word.candidate)}`).join('; ')}.`,
    height: bottom + 16,
    drawing: html`
      <text x=${LEFT - LEADER} y="14" text-anchor="end">baseline</text><text x=${RIGHT + LEADER} y="14">new version</text>
      <text class="soft" x="0" y="14">per million</text>
      ${powersOfTen(low, high).map((tick) => html`<path class="axis" d=${`M${LEFT},${y(tick)}H${RIGHT}`} /><text class="soft" x="0" y=${y(tick) + 4}>${countText(tick)}</text>`)}
      ${starts.map(({ text, at, label }) => html`<path class="axis" d=${`M${LEFT},${at}L${LEFT - LEADER + 4},${label}`} /><text class="soft" x=${LEFT - LEADER} y=${label + 4} text-anchor="end">${text}</text>`)}
      ${drawn.map((slope, index) => slopeMark(slope, [y(slope.from), y(slope.to)], labels[index] ?? 0))}`,
    columns: [
      { title: 'word' },
      { title: 'baseline, documents per million', isNumber: true },
      { title: 'new version', isNumber: true },
      { title: 'ratio', isNumber: true },
      { title: 'chance', isNumber: true },
    ],
    rows: words.map((word) => [
      { content: word.word === null ? 'not held' : named(word.word) },
      { content: countText(word.baseline), key: word.baseline },
      { content: countText(word.candidate), key: word.candidate },
      { content: figureText(word.ratio), key: word.ratio },
      { content: chanceText(word.adjustedP), key: word.adjustedP },
    ]),
  });
}

function slopeMark({ word, from, to }: Slope, [start, end]: Pair, label: number): Markup {
  const rises = to > from;
  const colour = rises ? 'many' : 'one';
  return html`<g><title>${`${wordText(word)}: ${figureText(word.ratio)} times as many documents`}</title>
    <path class=${`slope-${colour}`} d=${`M${LEFT + 6},${start}L${RIGHT - 6},${end}`} />
    <circle class=${colour} cx=${LEFT + 6} cy=${start} r="3" /><circle class=${colour} cx=${RIGHT - 6} cy=${end} r="3" />
    <path class="axis" d=${`M${RIGHT},${end}L${RIGHT + LEADER - 4},${label}`} />
    <text x=${RIGHT + LEADER} y=${label + 4}>${`${rises ? '↑' : '↓'} ${countText(word.candidate)} `}<tspan class=${colour}>${shortName(word.word ?? 'not held', LONGEST_WORD)}</tspan></text></g>`;
}

interface Start {
  readonly text: string;
  readonly at: number;
  readonly label: number;
}

/** The numbers at which slopes begin, each told once. */
function startsOf(drawn: readonly Slope[], y: (value: number) => number): readonly Start[] {
  const places = new Map(drawn.map(({ word, from }) => [countText(word.baseline), y(from)]));
  const labels = labelsBelow([...places.values()]);
  return [...places].map(([text, at], index) => ({ text, at, label: labels[index] ?? at }));
}

/** Labels that do not cover each other nor what stands above the picture. */
function labelsBelow(places: readonly number[]): readonly number[] {
  const labels = spread(places, LINE);
  const over = Math.max(0, TOP - Math.min(...labels));
  return labels.map((label) => label + over);
}

type Pair = readonly [left: number, right: number];

/** None cannot stand on a logarithmic scale: the ratio, which has half a document there, says where it would be. */
function slopeOf(word: DriftedWord): readonly Slope[] {
  const from = word.baseline > 0 ? word.baseline : word.candidate / word.ratio;
  const to = word.candidate > 0 ? word.candidate : word.baseline * word.ratio;
  return from > 0 && to > 0 && Number.isFinite(from) && Number.isFinite(to) ? [{ word, from, to }] : [];
}

function wordText({ word }: DriftedWord): string {
  return word === null ? 'a word that is not held' : `“${printableText(word)}”`;
}
