/** The page's style sheet. Contrast is at least 4.5:1 in both schemes; nothing is told by color alone. */
export const pageStyle = `
:root { color-scheme: light dark; --back: #ffffff; --text: #1b1f24; --soft: #4b5560; --line: #c9d1d9; --card: #f6f8fa; --link: #0b4f94; --edge: #6b7480;
  --cleared: #1a6b3c; --cleared-back: #e6f4ea; --conditional: #0b5a8a; --conditional-back: #e3f1fb;
  --unresolved: #7a4b00; --unresolved-back: #fff4d6; --blocked: #a3161b; --blocked-back: #fdebeb; }
@media (prefers-color-scheme: dark) {
  :root { --back: #14171b; --text: #e7eaee; --soft: #aab4bf; --line: #3a424b; --card: #1c2127; --link: #8cc4ff; --edge: #8b96a2;
    --cleared: #7fd6a0; --cleared-back: #12301f; --conditional: #8ecbf5; --conditional-back: #10293d;
    --unresolved: #f0c463; --unresolved-back: #33280c; --blocked: #ff9f9f; --blocked-back: #3d1517; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--text); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; overflow-wrap: anywhere; }
header, main, footer { max-width: 68rem; margin: 0 auto; padding: 1rem 1.25rem; }
header { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: baseline; border-bottom: 1px solid var(--line); }
header .brand { font-weight: 700; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; margin: 0; padding: 0; }
nav [aria-current] { font-weight: 700; text-decoration: none; color: var(--text); border-bottom: 2px solid currentColor; }
a { color: var(--link); }
a:focus-visible, [tabindex]:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100vw; } .skip:focus { left: 1rem; top: .5rem; background: var(--back); padding: .25rem .5rem; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: .5rem 0; } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; } h3 { font-size: 1rem; margin: 0; }
.verdict { display: inline-block; padding: .2rem .8rem; border: 2px solid currentColor; border-radius: .5rem; text-transform: capitalize; }
.status { font-weight: 650; white-space: nowrap; }
.cleared { color: var(--cleared); } .conditional { color: var(--conditional); } .unresolved { color: var(--unresolved); } .blocked { color: var(--blocked); }
.verdict.cleared { background: var(--cleared-back); } .verdict.conditional { background: var(--conditional-back); }
.verdict.unresolved { background: var(--unresolved-back); } .verdict.blocked { background: var(--blocked-back); }
.question { font-size: 1.1rem; } .soft { color: var(--soft); font-size: .925rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); min-width: 6rem; }
ol.reasons { padding-left: 0; list-style: none; }
ol.reasons > li { border: 1px solid var(--line); border-left: 4px solid var(--edge); border-radius: .5rem; padding: .75rem 1rem; margin: .75rem 0; background: var(--card); }
ol.reasons > li:target { outline: 3px solid var(--link); }
ol.reasons > li.blocked { border-left-color: var(--blocked); } ol.reasons > li.unresolved { border-left-color: var(--unresolved); }
ol.reasons > li.conditional { border-left-color: var(--conditional); } ol.reasons > li.cleared { border-left-color: var(--cleared); }
ol.reasons > li { color: var(--text); } ol.reasons > li > p:empty { display: none; }
ul.options { list-style: none; padding-left: 0; } ul.options > li { padding-left: 1.4rem; text-indent: -1.4rem; } ul.options > li > * { text-indent: 0; } ul.options .mark { display: inline-block; width: 1.1rem; text-indent: 0; }
li:has(> details:only-child) { list-style: none; }
details { margin: .35rem 0; } summary { cursor: pointer; color: var(--soft); font-size: .925rem; }
ol.reasons p { margin: .35rem 0; } ul, ol { padding-left: 1.25rem; } li { margin: .25rem 0; }
blockquote { margin: .5rem 0; padding: .1rem .9rem; border-left: 3px solid var(--edge); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: 0; } dt { color: var(--soft); } dd { margin: 0; font-family: ui-monospace, monospace; font-size: .85rem; }
figure { margin: 0; } figcaption { margin-top: .5rem; } .title-graph { max-width: none; display: block; }
.title-graph text { font: 12px system-ui, sans-serif; fill: var(--text); } .title-graph .name { font-weight: 600; font-size: 13px; } .title-graph .soft, .title-graph .by { fill: var(--soft); font-size: 11.5px; }
.title-graph .by { paint-order: stroke; stroke: var(--back); stroke-width: 5px; stroke-linejoin: round; }
.title-graph rect { fill: var(--card); stroke: var(--edge); } .title-graph .used rect { stroke-width: 2.5; }
.title-graph path { fill: none; stroke: var(--edge); stroke-width: 1.4; } .title-graph .arrow { fill: var(--edge); stroke: none; }
.title-graph .blocked rect { fill: var(--blocked-back); stroke: var(--blocked); } .title-graph .unresolved rect { fill: var(--unresolved-back); stroke: var(--unresolved); }
.title-graph .conditional rect { fill: var(--conditional-back); stroke: var(--conditional); } .title-graph .cleared rect { fill: var(--cleared-back); stroke: var(--cleared); }
@media (max-width: 40rem) { header, main, footer { padding: .75rem .9rem; } dl { grid-template-columns: 1fr; } dd { margin-bottom: .5rem; } h1 { font-size: 1.4rem; } }
@media print { nav, .skip { display: none; } }
`;

/** The mark of the page, so that a browser asks for nothing that is not there. */
export const pageIcon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#0b4f94"/><path d="M4 8.5l3 3 5-7" fill="none" stroke="#fff" stroke-width="2"/></svg>`;
