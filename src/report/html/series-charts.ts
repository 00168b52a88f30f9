import type { Period, Trend } from '../../trend/trend.ts';
import type { Explanations } from '../renderer.ts';
import { changeSeriesFigure } from './change-series-figure.ts';
import { controlChartFigure } from './control-chart-figure.ts';
import { explanationList } from './explanation-list.ts';
import { indexSeriesFigure } from './index-series-figure.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { seriesAxis } from './series-axis.ts';

/** The pictures of a series: where its points stand, which way it goes, and one control chart a measure. */
export function seriesCharts(
  { points, charts, verdict }: Trend,
  by: Period | null,
  explanations: Explanations,
): Markup {
  if (points.length === 0) return null;
  const axis = seriesAxis(points, by);
  return html`
    <section aria-labelledby="whole"><h2 id="whole">The series as a whole</h2>
      ${changeSeriesFigure(points, verdict, axis, by)}
      ${indexSeriesFigure(points, axis)}
      ${explained(['series-direction'], explanations)}
    </section>
    <section aria-labelledby="charts"><h2 id="charts">Control charts</h2>
      <p>Each point is judged by those before it. The line in the middle is what was usual, the band is where a single point stays but for chance; a filled dot is learned from or judged, a hollow one is drawn alone. Below stand the sums of what points lie above and below the usual, between their limits. A diamond is an alarm.</p>
      ${charts.map((chart) => controlChartFigure(chart, points, axis))}
      ${explained(['control-chart', 'cumulative-sums'], explanations)}
    </section>`;
}

function explained(ids: readonly string[], explanations: Explanations): Markup {
  return ids.map((id) => {
    const explanation = explanations[id];
    return explanation === undefined ? null : explanationList(id, explanation);
  });
}
