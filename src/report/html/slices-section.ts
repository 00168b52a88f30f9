import { sliceCountText } from '../corpus-text.ts';
import { countText } from '../quantity-text.ts';
import type { Report, SliceCoverage, SliceResult } from '../report.ts';
import { barsFigure } from './bars-figure.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { named } from './quotes.ts';
import type { Cell } from './table.ts';
import { table } from './table.ts';

const MOST_BARS = 12;
/** Rows of the table: a page should stay light whatever the corpus. */
const MOST_ROWS = 500;
/** More rows than this are shown on demand. */
const MOST_OPEN_ROWS = 24;

const COLUMNS = [
  { title: 'by' },
  { title: 'name' },
  { title: 'documents', isNumber: true },
  { title: 'tokens', isNumber: true },
];

/** Where the documents come from. */
export function slicesSection({ slices, sliceCoverage, corpus }: Report): Markup {
  if (slices.length === 0) return null;
  return html`<section aria-labelledby="slices"><h2 id="slices">Sources, periods, labels</h2>
    ${sliceCoverage.map((coverage) => slicesFigure(slices, coverage, corpus.documents))}
    ${slicesTable(slices)}
    ${slices.length > MOST_ROWS ? html`<p class="soft">${`${countText(slices.length - MOST_ROWS)} more are in the JSON report.`}</p>` : null}
    ${slices.some(({ exact }) => !exact) ? html`<p class="soft">≈ marks numbers that are estimated from the sampled texts.</p>` : null}
  </section>`;
}

function slicesTable(slices: readonly SliceResult[]): Markup {
  const shown = slices.slice(0, MOST_ROWS);
  const rows = table('Slices', COLUMNS, shown.map(rowOf));
  return shown.length <= MOST_OPEN_ROWS
    ? rows
    : html`<details class="more"><summary>${`${countText(shown.length)} of them with their numbers`}</summary>${rows}</details>`;
}

function slicesFigure(
  slices: readonly SliceResult[],
  { by, names, exact }: SliceCoverage,
  all: number,
): Markup {
  const own = slices.filter((slice) => slice.by === by).slice(0, MOST_BARS);
  const [first] = own;
  if (first === undefined || own.length < 2) return null;
  const share = all < 1 ? 0 : Math.min(100, (100 * first.documents) / all);
  const text = share.toFixed(share < 1 ? 2 : 0);
  if (names > own.length && first.documents === own.at(-1)?.documents)
    return html`<p>${`No ${by} of ${exact ? '' : 'about '}${countText(names)} has more than ${text} % of the documents.`}</p>`;
  return barsFigure({
    title: `The largest ${by} of ${exact ? '' : 'about '}${countText(names)} has ${text} % of the documents`,
    description: `Documents of the ${countText(own.length)} largest ${by}s listed.`,
    unit: 'documents',
    kind: by,
    bars: own.map((slice) => ({
      name: slice.name,
      value: slice.documents,
      text: sliceCountText(slice, slice.documents),
    })),
  });
}

function rowOf(slice: SliceResult): readonly Cell[] {
  return [
    { content: slice.by },
    { content: named(slice.name) },
    { content: sliceCountText(slice, slice.documents), key: slice.documents },
    { content: sliceCountText(slice, slice.tokens), key: slice.tokens },
  ];
}
