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
    ${table('Slices', COLUMNS, slices.slice(0, MOST_ROWS).map(rowOf))}
    ${slices.length > MOST_ROWS ? html`<p class="soft">${`${countText(slices.length - MOST_ROWS)} more are in the JSON report.`}</p>` : null}
    ${slices.some(({ exact }) => !exact) ? html`<p class="soft">≈ marks numbers that are estimated from the sampled texts.</p>` : null}
  </section>`;
}

function slicesFigure(
  slices: readonly SliceResult[],
  { by, names, exact }: SliceCoverage,
  all: number,
): Markup {
  const own = slices.filter((slice) => slice.by === by).slice(0, MOST_BARS);
  const [first] = own;
  if (first === undefined || own.length < 2) return null;
  const share = all === 0 ? 0 : (100 * first.documents) / all;
  return barsFigure({
    title: `The largest ${by} of ${exact ? '' : 'about '}${countText(names)} has ${share.toFixed(share < 1 ? 2 : 0)} % of the documents`,
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
