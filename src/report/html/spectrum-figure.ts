import { finiteOf, itemsOf } from '../detail-fields.ts';
import { countText } from '../quantity-text.ts';
import type { Report } from '../report.ts';
import { barsFigure } from './bars-figure.ts';
import type { Markup } from './markup.ts';

/** How many words occur once, twice and so on: the tail that goes first. */
export function spectrumFigure({ audits }: Report): Markup {
  const details = audits['vocabulary']?.details;
  const share = finiteOf(details?.['hapaxShare']);
  if (share === null) return null;
  const bars = itemsOf(details?.['spectrum']).flatMap((entry) => {
    const [frequency, types] = [finiteOf(entry['frequency']), finiteOf(entry['types'])];
    if (frequency === null || types === null || types < 0) return [];
    return [{ name: timesText(frequency), value: types, text: countText(types) }];
  });
  return barsFigure({
    title: `${(100 * share).toFixed(0)} % of the different words occur once`,
    description: `Different words by how often they occur: ${bars.map(({ name, text }) => `${name} ${text}`).join(', ')}.`,
    kind: 'occurs',
    unit: 'different words',
    bars,
  });
}

function timesText(frequency: number): string {
  if (frequency === 1) return 'once';
  return frequency === 2 ? 'twice' : `${countText(frequency)} times`;
}
