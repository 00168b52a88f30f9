import type { Followed, Observation } from './chart.ts';
import type { ChartedFigure } from './charted-figures.ts';

/** A figure with its chart. */
export interface FigureChart extends Followed {
  readonly figure: ChartedFigure;
}

/**
 * What the charts of several figures say together of each point: their scores, each with the sign by which it tells of
 * narrowing, added up and divided by the root of their number. A slow loss moves all of them a little, so that their
 * sum mostly shows it sooner than each does. A point where a figure jumped is left out, which is told by its own chart,
 * and so is one of which fewer figures are known than of those before.
 */
export function narrowingObservations(charts: readonly FigureChart[]): readonly Observation[] {
  const jumps = new Set(
    charts.flatMap(({ signals }) =>
      signals.filter(({ chart }) => chart === 'jump').map(({ place }) => place),
    ),
  );
  const names = (charts[0]?.points ?? []).map(({ name }) => name);
  let most = 1;
  return names.map((name, place) => {
    const scores = signedScores(charts, place);
    most = Math.max(most, scores.length);
    if (scores.length < most) return { name, quantity: null, isTested: false };
    const value = scores.reduce((sum, score) => sum + score, 0) / Math.sqrt(scores.length);
    return {
      name,
      quantity: { value, unit: 'ratio', documents: 1 },
      isTested: !jumps.has(place),
    };
  });
}

/** Of the charts that judged the point, above 0 where they tell of narrowing. */
function signedScores(charts: readonly FigureChart[], place: number): readonly number[] {
  return charts.flatMap(({ figure, points }) => {
    const score = points[place]?.score ?? null;
    if (score === null) return [];
    return [figure.alike === 'up' ? score : -score];
  });
}

/** The share that one figure has in what the points of a run say together, from 0 to 1; null where it says nothing. */
export function shareOfFigure(
  charts: readonly FigureChart[],
  id: string,
  { since, place }: { readonly since: number; readonly place: number },
): number | null {
  const parts = charts.map(({ figure, points }) => {
    const sum = points.slice(since, place + 1).reduce((all, { score }) => all + (score ?? 0), 0);
    return { id: figure.id, part: Math.max(0, figure.alike === 'up' ? sum : -sum) };
  });
  const whole = parts.reduce((sum, { part }) => sum + part, 0);
  const own = parts.find((part) => part.id === id);
  return whole > 0 && own !== undefined ? own.part / whole : null;
}
