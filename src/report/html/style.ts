/** How the page looks: one column of prose, wide tables that scroll by themselves, two themes, and paper. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fdfdfb; --ink: #1b1c1e; --soft: #5b5f66; --line: #d9dbd6; --tint: #f2f3ee;
  --many: #1f6f9e; --one: #b4500f; --plain: #6a6f76;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16181b; --ink: #e7e8e6; --soft: #a6abb2; --line: #383c41; --tint: #1f2226;
    --many: #6fb4dc; --one: #f0975a; --plain: #9aa0a7;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
  font-variant-numeric: tabular-nums;
}
main, header, footer { max-width: 46rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 2rem; }
.name { color: var(--soft); font-size: .875rem; margin: 0 0 .5rem; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 .5rem; font-weight: 650; text-wrap: balance; }
h2 { font-size: 1.25rem; margin: 2.75rem 0 .75rem; padding-top: .75rem; border-top: 1px solid var(--line); }
section section { margin-top: 2rem; }
h3 { font-size: 1rem; margin: 0; font-weight: 600; }
p { margin: .5rem 0; }
.lead { font-size: 1.125rem; }
.soft { color: var(--soft); }
.note { border-left: 3px solid var(--one); padding: .25rem 0 .25rem .75rem; margin: .75rem 0; }
.many { color: var(--many); } .one { color: var(--one); }
ol.causes { padding-left: 1.5rem; margin: 0; }
ol.causes > li { margin: 0 0 1.25rem; }
.todo { font-weight: 600; }
ul.quotes { list-style: none; padding: 0; margin-block: .5rem; }
ul.quotes li { margin: .375rem 0; padding-left: .75rem; border-left: 2px solid var(--line); overflow-wrap: anywhere; }
del { color: var(--one); text-decoration-thickness: 1px; } ins { color: var(--many); text-decoration-thickness: 1px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
q { quotes: "\\201c" "\\201d"; }
code, .id { font-family: ui-monospace, "Cascadia Code", Menlo, Consolas, monospace; font-size: .875em; overflow-wrap: anywhere; }
details { border-bottom: 1px solid var(--line); }
details > :not(summary) { margin-left: 1.25rem; }
summary { cursor: pointer; padding: .5rem 0; }
summary h3 { display: inline; }
summary .figure { float: right; margin-left: 1rem; }
details.numbers { border: 0; color: var(--soft); font-size: .875rem; }
details[open] > summary { padding-bottom: .25rem; }
details.more { border: 0; }
.mark { display: inline-block; width: 1.25rem; font-weight: 700; }
dl { margin: .5rem 0; display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; position: relative; }
table { border-collapse: collapse; font-size: .9375rem; min-width: 60%; }
th, td { text-align: left; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td.number, th.number { text-align: right; white-space: nowrap; }
th button { font: inherit; font-weight: 600; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; }
th button::after { content: " \\2195"; color: var(--soft); }
th[aria-sort="ascending"] button::after { content: " \\2191"; }
th[aria-sort="descending"] button::after { content: " \\2193"; }
figure { margin: 1.25rem 0 1.75rem; }
figcaption { font-weight: 600; margin-bottom: .25rem; }
svg { display: block; width: 100%; min-width: 33rem; height: auto; }
svg text { fill: var(--ink); font-size: 13px; }
svg .soft { fill: var(--soft); } svg .axis { stroke: var(--line); fill: none; }
svg .many { fill: var(--many); } svg .one { fill: var(--one); } svg .plain { fill: var(--plain); }
svg .own { fill: var(--ink); } svg .own-line { stroke: var(--ink); stroke-width: 3; fill: none; }
svg .line { stroke: var(--many); stroke-width: 1.5; fill: none; } svg .band { fill: var(--many); opacity: .2; }
svg .range { stroke: var(--many); stroke-width: 2; }
svg .zone { fill: var(--tint); } svg .thin-line { stroke: var(--ink); stroke-width: 1; }
svg .on-colour { fill: var(--paper); font-weight: 600; }
svg .hollow { fill: var(--paper); stroke: var(--ink); stroke-width: 1.5; }
svg .stroke-one { stroke: var(--one); stroke-width: 2; fill: none; } svg .stroke-many { stroke: var(--many); stroke-width: 2; fill: none; }
svg .stroke-own { stroke: var(--ink); stroke-width: 2; fill: none; } svg .stroke-plain { stroke: var(--plain); stroke-width: 2; fill: none; }
svg path.line, svg path.thin-line { fill: none; stroke-linejoin: round; stroke-linecap: round; }
svg .range-band { fill: var(--plain); opacity: .25; } svg .whisker { stroke: var(--plain); stroke-width: 1.5; fill: none; }
svg .sum { stroke-linecap: round; }
svg .limit { stroke: var(--ink); stroke-width: 1; stroke-dasharray: 5 3; }
svg .dots { stroke: var(--ink); stroke-width: 5; stroke-linecap: round; } svg .dots-inner { stroke: var(--paper); stroke-width: 2.5; stroke-linecap: round; }
svg .slope-many { stroke: var(--many); stroke-width: 1.5; fill: none; } svg .slope-one { stroke: var(--one); stroke-width: 1.5; stroke-dasharray: 5 3; fill: none; }
.whole { white-space: nowrap; }
svg.spark { display: inline-block; width: 4rem; min-width: 4rem; vertical-align: middle; } .digits { display: inline-block; min-width: 2.75rem; }
section.alarm { margin-top: 1.25rem; } ul.alarms { list-style: none; padding: 0; margin: .25rem 0; }
:target { background: var(--tint); outline: 2px solid var(--many); outline-offset: 2px; }
.filter { margin: .5rem 0 1rem; display: none; gap: 1rem; flex-wrap: wrap; }
.scripted .filter { display: flex; }
input[type="search"] { font: inherit; color: inherit; background: var(--tint); border: 1px solid var(--soft); border-radius: 4px; padding: .25rem .5rem; width: 16rem; max-width: 100%; }
a { color: var(--many); }
:focus-visible { outline: 2px solid var(--many); outline-offset: 2px; }
.skip { position: absolute; left: -999rem; } .skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .5rem; }
footer { color: var(--soft); font-size: .875rem; padding-bottom: 3rem; margin-top: 3rem; }
@media (max-width: 30rem) {
  h1 { font-size: 1.4rem; } dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .5rem; }
  summary .figure { float: none; display: block; margin-left: 1.25rem; }
}
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --many: #1f6f9e; --one: #b4500f; --plain: #666; }
  body { font-size: 10pt; } .filter, .skip { display: none !important; }
  figure, ol.causes > li, details, tr { break-inside: avoid; } h2 { break-after: avoid; }
  .scroll { overflow: visible; } svg { min-width: 0; }
  /* What is folded cannot be unfolded on paper. */
  details.numbers:not([open]), details.explanation:not([open]) { display: none; }
}
`;
