import type { PointState, TrendPoint } from '../../trend/trend.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';

/** Why a point has no alarm, short enough for a table. */
const STATES: Readonly<Record<PointState, string>> = {
  tested: 'no alarm',
  learning: 'not tested yet',
  'too-small': 'too few documents',
  'other-plan': 'another version',
  'no-figures': 'nothing to follow',
};

/** The kinds of alarms of a point, as the way to them, or why there is none. */
export function pointOutcome({ alarms, state }: TrendPoint, place: number): Markup {
  if (alarms.length === 0) return html`<span class="soft">${STATES[state]}</span>`;
  const kinds = [...new Set(alarms.map(({ kind }) => kind))].join(', ');
  return html`<a class="one" href=${`#alarm-${place}`}><strong>${kinds}</strong></a>`;
}
