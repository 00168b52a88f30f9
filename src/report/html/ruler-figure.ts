import { scaleLinear } from 'd3-scale';
import type { Verdict } from '../../audits/verdict.ts';
import { printableText } from '../printable-text.ts';
import { countText } from '../quantity-text.ts';
import { figure, WIDTH } from './figure.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';

const EDGE = 12;
const AXIS = 78;
const HEIGHT = 150;
const ROW = 15;

type Known = Verdict['scale'][number];

/** The index with its interval, beside corpora of known kinds. */
export function rulerFigure({ homogeneity, scale, level }: Verdict): Markup {
  if (homogeneity === null) return null;
  const { value, interval } = homogeneity;
  const x = scaleLinear([0, 100], [EDGE, WIDTH - EDGE]).clamp(true);
  const [low, high] = interval ?? [value, value];
  const shown = value.toFixed(1);
  const places = rowsOf(scale, x);
  return figure({
    title:
      level === 'insufficient-data'
        ? `The index is ${shown} of 100, from which no level is read here`
        : neighbours(scale, value),
    description: `Homogeneity ${shown} of 100 on a scale from many voices to one; ${scale.map((known) => `${known.name} ${known.value.toFixed(0)}`).join(', ')}.`,
    height: HEIGHT,
    drawing: html`
      <text x=${EDGE} y="12" class="many">many voices</text>
      <text x=${WIDTH - EDGE} y="12" text-anchor="end" class="one">one voice</text>
      <path class="axis" d=${`M${EDGE},${AXIS}H${WIDTH - EDGE}`} />
      <path class="own-line" d=${`M${x(low)},${AXIS - 22}H${x(high)}`} />
      <circle class="own" cx=${x(value)} cy=${AXIS - 22} r="7" />
      <text x=${x(value)} y=${AXIS - 36} text-anchor=${anchorOf(value)} font-weight="700">${`this corpus ${shown}`}</text>
      ${x.ticks(5).map((tick) => html`<text class="soft" x=${x(tick)} y=${HEIGHT - 4} text-anchor=${anchorOf(tick)}>${String(tick)}</text>`)}
      ${scale.map(
        (known, index) =>
          html`<circle class=${colourOf(known)} cx=${x(known.value)} cy=${AXIS + 12 + (places[index] ?? 0) * ROW} r="5"><title>${`${printableText(known.name)}: ${known.value.toFixed(1)}`}</title></circle>`,
      )}`,
    columns: [
      { title: 'corpus' },
      { title: 'known for' },
      { title: 'documents', isNumber: true },
      { title: 'homogeneity', isNumber: true },
      { title: '95 % interval' },
    ],
    rows: [
      ...scale.map((known) => [
        { content: printableText(known.name) },
        {
          content:
            known.voices === null ? 'not known' : `${known.voices} voice${known.voices === 'one' ? '' : 's'}`,
        },
        { content: countText(known.documents), key: known.documents },
        { content: known.value.toFixed(1), key: known.value },
        { content: `${known.interval[0].toFixed(1)} to ${known.interval[1].toFixed(1)}` },
      ]),
      [
        { content: html`<strong>this corpus</strong>` },
        { content: '' },
        { content: countText(homogeneity.documents), key: homogeneity.documents },
        { content: shown, key: value },
        { content: interval === undefined ? 'not available' : `${low.toFixed(1)} to ${high.toFixed(1)}` },
      ],
    ],
  });
}

function colourOf({ voices }: Known): string {
  return voices ?? 'plain';
}

function anchorOf(value: number): string {
  if (value < 12) return 'start';
  return value > 88 ? 'end' : 'middle';
}

/** In which row each stands, so that no two cover each other. */
function rowsOf(scale: readonly Known[], x: (value: number) => number): readonly number[] {
  const ends: number[] = [];
  return scale.map(({ value }) => {
    const at = x(value);
    const free = ends.findIndex((end) => at - end >= 12);
    const row = free === -1 ? ends.length : free;
    ends[row] = at;
    return row;
  });
}

/** Which known corpora it stands between. */
function neighbours(scale: readonly Known[], value: number): string {
  const below = scale.findLast((known) => known.value <= value);
  const above = scale.find((known) => known.value > value);
  const told = (known: Known): string => `“${printableText(known.name)}” (${known.value.toFixed(0)})`;
  if (below !== undefined && above !== undefined)
    return `It stands between ${told(below)} and ${told(above)}`;
  if (below !== undefined) return `It is more alike than ${told(below)}, the most alike of the known corpora`;
  if (above !== undefined)
    return `It is less alike than ${told(above)}, the least alike of the known corpora`;
  return 'The index on its scale';
}
