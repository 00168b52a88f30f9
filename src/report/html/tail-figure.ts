import { scaleLinear } from 'd3-scale';
import type { TailBand, TailChange } from '../../compare/comparison.ts';
import { percentText } from '../figure-text.ts';
import { countText } from '../quantity-text.ts';
import { figure, WIDTH } from './figure.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';

const ROW = 32;
const TOP = 34;
const LEFT = 150;
const RIGHT = WIDTH - 60;

/** How many of the baseline's rare words are still there, by how rare they are, beside what would be by chance. */
export function tailFigure({ survived, expected, bands }: TailChange): Markup {
  if (bands.length === 0) return null;
  const x = scaleLinear([0, 1], [LEFT, RIGHT]).clamp(true);
  const bottom = TOP + bands.length * ROW;
  return figure({
    title: `${percentText(survived.value)} of the rare words are in as many words of the new version, where a new sample of the baseline would have ${percentText(expected.value)}`,
    description: `Shares of words by how often they occur in half of the baseline: ${bands.map((band) => `${timesText(band)} ${percentText(band.survived)} found, ${percentText(band.expected)} to be expected`).join('; ')}.`,
    height: bottom + 40,
    drawing: html`
      <text class="soft" x="0" y="12">occur in half of</text><text class="soft" x="0" y="27">the baseline</text>
      <circle class="hollow" cx=${LEFT + 6} cy="10" r="5" /><text x=${LEFT + 18} y="14">to be expected</text>
      <path class="stroke-one" d=${`M${LEFT + 134},10h24`} /><circle class="one" cx=${LEFT + 146} cy="10" r="5" /><text x=${LEFT + 164} y="14">in the new version, with the interval of the difference</text>
      <path class="axis" d=${`M${LEFT},${bottom}H${RIGHT}`} />
      ${bands.map((band, index) => rowMark(band, TOP + index * ROW + ROW / 2, x))}
      ${x.ticks(5).map((tick) => html`<text class="soft" x=${x(tick)} y=${bottom + 17} text-anchor="middle">${`${(100 * tick).toFixed(0)} %`}</text>`)}
      <text x=${RIGHT} y=${bottom + 36} text-anchor="end">share of the words that are there</text>`,
    columns: [
      { title: 'occur in half of the baseline' },
      { title: 'words', isNumber: true },
      { title: 'to be expected', isNumber: true },
      { title: 'in the new version', isNumber: true },
      { title: '95 % interval of the difference' },
    ],
    rows: bands.map((band) => [
      { content: timesText(band), key: band.from },
      { content: countText(band.types), key: band.types },
      { content: percentText(band.expected), key: band.expected },
      { content: percentText(band.survived), key: band.survived },
      { content: intervalText(band) },
    ]),
  });
}

function rowMark(band: TailBand, y: number, x: (share: number) => number): Markup {
  const { expected, survived, difference } = band;
  const [low, high] = difference.interval ?? [difference.value, difference.value];
  return html`<g><title>${`${timesText(band)}: ${percentText(survived)} where ${percentText(expected)} would be expected`}</title>
    <text x="0" y=${y + 4}>${timesText(band)}</text>
    <path class="axis" d=${`M${x(0)},${y}H${x(1)}`} />
    <path class="stroke-one" d=${`M${x(expected + low)},${y}H${x(expected + high)}`} />
    <circle class="one" cx=${x(survived)} cy=${y} r="5" />
    <circle class="hollow" cx=${x(expected)} cy=${y} r="5" /></g>`;
}

function timesText({ from, to }: TailBand): string {
  if (from !== to) return `${countText(from)} to ${countText(to)} times`;
  if (from === 1) return 'once';
  return from === 2 ? 'twice' : `${countText(from)} times`;
}

function intervalText({ difference: { interval } }: TailBand): string {
  return interval === null ? 'not available' : interval.map(percentText).join(' to ').replaceAll('-', '−');
}
