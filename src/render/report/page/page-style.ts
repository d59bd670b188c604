/** The page's style: light and dark as the reader's system has it, light on paper, in blocks where it is narrow. */
const light = `
  --paper: #ffffff; --ink: #1b2733; --quiet: #52606d; --line: #d5dce3; --panel: #f4f6f8;
  --posted: #4f93d2; --left: #b9c3cd; --cumulative: #a3430f; --target: #6e4300; --elsewhere: #4b1d80;`

const dark = `
  --paper: #14191f; --ink: #e6ebf0; --quiet: #a6b3c0; --line: #36414c; --panel: #1d242c;
  --posted: #3d7fb8; --left: #56636f; --cumulative: #f0a070; --target: #f0c060; --elsewhere: #c8a8f0;`

export const pageStyle = `
:root { color-scheme: light dark; ${light} }
@media (prefers-color-scheme: dark) { :root { ${dark} } }
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
main { max-width: 60rem; margin: 0 auto; padding: 1rem; overflow-wrap: break-word; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0.5rem 0 0; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2.5rem 0 0.5rem; }
p { margin: 0.4rem 0; }
.quiet { color: var(--quiet); }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 0.75rem; margin: 1rem 0; padding: 0; }
.cards div { background: var(--panel); border: 1px solid var(--line); border-radius: 0.5rem; padding: 0.75rem 1rem; }
.cards dt { font-weight: 600; }
.cards dd { margin: 0; }
.cards .value { font-size: 1.75rem; line-height: 1.3; font-weight: 650; font-variant-numeric: tabular-nums; }
.cards .of { color: var(--quiet); font-size: 0.9rem; }
.facts { display: grid; grid-template-columns: minmax(14rem, auto) 1fr; gap: 0.25rem 1.5rem; margin: 1rem 0; }
.facts dt { color: var(--quiet); }
.facts dd { margin: 0; font-variant-numeric: tabular-nums; }
figure { margin: 1rem 0; }
figcaption { font-weight: 600; margin-bottom: 0.25rem; }
figure svg { display: block; width: 100%; height: auto; color: var(--ink); }
svg.wide { display: none; }
svg.narrow { max-width: 28rem; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin: 0.25rem 0 0; padding: 0; font-size: 0.9rem; }
.legend li { display: flex; align-items: center; gap: 0.45rem; }
.legend svg { width: 1.5rem; height: 0.8rem; flex: none; }
table { border-collapse: collapse; width: 100%; font-size: 0.9rem; margin: 0.75rem 0; }
caption { text-align: left; color: var(--quiet); padding-bottom: 0.25rem; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.75rem 0.35rem 0; border-bottom: 1px solid var(--line); }
thead th { vertical-align: bottom; font-weight: 600; }
tbody th { font-weight: 500; min-width: 8.5rem; }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
thead .number { white-space: normal; }
details { margin: 0.75rem 0; }
summary { cursor: pointer; font-weight: 600; padding: 0.25rem 0; }
ol.fixes { padding-left: 1.5rem; }
ol.fixes li { margin: 0.6rem 0; }
.terms dt { font-weight: 600; margin-top: 0.6rem; }
.terms dd { margin: 0; }
:focus-visible { outline: 3px solid var(--posted); outline-offset: 2px; }
@media (min-width: 58rem) {
  svg.wide { display: block; }
  svg.narrow { display: none; }
}
@media screen and (max-width: 57.99rem) {
  .cards { grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); }
  .facts { grid-template-columns: 1fr; gap: 0; }
  h2 { margin-top: 2rem; }
  .facts dd { margin-bottom: 0.5rem; }
  table, caption, tbody { display: block; width: 100%; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  tbody tr { display: block; border-bottom: 1px solid var(--line); padding: 0.5rem 0; }
  tbody th, tbody td { display: block; border: 0; padding: 0.1rem 0; }
  tbody th { font-weight: 600; }
  tbody td { display: flex; max-width: 28rem; justify-content: space-between; gap: 1rem; text-align: right; }
  tbody td::before { content: attr(data-label); color: var(--quiet); text-align: left; }
  tbody td[data-blank] { display: none; }
}
@media print {
  :root { color-scheme: light; ${light} }
  @page { size: A4; margin: 15mm; }
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  svg.wide { display: block; }
  svg.narrow { display: none; }
  h2, figcaption, caption, .terms dt { break-after: avoid; }
  figure, .cards div, tbody tr, ol.fixes li { break-inside: avoid; }
  thead { display: table-header-group; }
  .cards { grid-template-columns: repeat(4, 1fr); }
  .cards div { padding: 0.4rem 0.6rem; }
  .cards .value { font-size: 1.4rem; }
  * { print-color-adjust: exact; }
}
`
