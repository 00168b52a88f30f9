import { scaleLinear } from 'd3-scale';
import type { DocumentChanges } from '../../compare/comparison.ts';
import { countText } from '../quantity-text.ts';
import { figure, WIDTH } from './figure.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';

const ROW = 34;
const LABEL = 100;
const TOP = 26;
/** Below this width a number has no room in its bar. */
const LEAST_ROOM = 44;

interface Part {
  readonly name: string;
  readonly colour: string;
  readonly count: number;
}

/** What became of the distinct texts of both versions. */
export function documentsFigure({ unchanged, edited, removed, added, exact }: DocumentChanges): Markup {
  const kept: readonly Part[] = [
    { name: 'unchanged', colour: 'plain', count: unchanged },
    { name: 'edited', colour: 'own', count: edited },
  ];
  const sides = [
    { name: 'baseline', parts: [...kept, { name: 'gone', colour: 'one', count: removed }] },
    { name: 'new version', parts: [...kept, { name: 'new', colour: 'many', count: added }] },
  ];
  const most = unchanged + edited + Math.max(removed, added);
  if (most === 0) return null;
  const about = exact ? '' : 'about ';
  const x = scaleLinear([0, most], [0, WIDTH - LABEL]);
  const legend = [...kept, { name: 'gone', colour: 'one' }, { name: 'new', colour: 'many' }];
  return figure({
    title: `${countText(unchanged)} of ${about}${countText(unchanged + edited + removed)} distinct texts are as they were, ${countText(edited)} edited, ${countText(removed)} gone; ${countText(added)} ${added === 1 ? 'is' : 'are'} new`,
    description: `Distinct texts of the baseline: ${countText(unchanged)} unchanged, ${countText(edited)} edited, ${countText(removed)} gone. Of the new version: as many unchanged and edited, ${countText(added)} new.`,
    height: TOP + 2 * ROW,
    drawing: html`
      ${legend.map(
        ({ name, colour }, index) => html`
          <rect class=${colour} x=${LABEL + index * 110} y="2" width="12" height="12" />
          <text x=${LABEL + index * 110 + 18} y="13">${name}</text>`,
      )}
      ${sides.map(({ name, parts }, index) => barOf(name, parts, TOP + index * ROW, x))}`,
    columns: [{ title: 'texts' }, { title: 'number', isNumber: true }],
    rows: [
      { name: 'unchanged', count: unchanged },
      { name: 'edited', count: edited },
      { name: 'gone', count: removed },
      { name: 'new', count: added },
    ].map(({ name, count }) => [
      { content: name },
      { content: `${exact ? '' : '≈ '}${countText(count)}`, key: count },
    ]),
  });
}

function barOf(name: string, parts: readonly Part[], y: number, x: (count: number) => number): Markup {
  return html`<text x=${LABEL - 10} y=${y + 19} text-anchor="end">${name}</text>
    ${parts.map((part, index) => {
      const before = parts.slice(0, index).reduce((sum, { count }) => sum + count, 0);
      return part.count === 0 ? null : pieceOf(part, y, [LABEL + x(before), x(part.count)]);
    })}`;
}

function pieceOf({ name, colour, count }: Part, y: number, [left, width]: readonly [number, number]): Markup {
  return html`<g><title>${`${name}: ${countText(count)}`}</title>
    <rect class=${colour} x=${left} y=${y} width=${Math.max(1, width - 1)} height=${ROW - 6} />
    ${width < LEAST_ROOM ? null : html`<text class="on-colour" x=${left + 8} y=${y + 19}>${countText(count)}</text>`}</g>`;
}
