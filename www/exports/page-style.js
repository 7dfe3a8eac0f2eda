/** How an exported page looks: the marks as on the page (marks.css), set for reading and for paper. */

export const PAGE_STYLE = `
:root { color-scheme: light dark; --paper: light-dark(#fcfbf8, #191815); --ink: light-dark(#22201c, #e9e6df); --soft: light-dark(#5f5b53, #a8a398); --rule: light-dark(#dcd8cf, #3a3732); }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 24px; max-width: 76rem; background: var(--paper); color: var(--ink); font: 14px/1.45 system-ui, sans-serif; }
article { max-width: 47rem; padding-left: 9.5rem; font: 19px/1.6 Charter, "Source Serif 4", Georgia, serif; overflow-wrap: break-word; }
article p, article h1, article h2, .turn { position: relative; }
article p { margin: 0 0 .85em; }
article h1 { margin: 0 0 .6em; font: 400 31px/1.22 Charter, Georgia, serif; }
article h2 { margin: 1.4em 0 .5em; font: 400 22px/1.3 Charter, Georgia, serif; }
article small { position: absolute; left: -9.5rem; width: 8rem; padding-top: .5em; font: 12.5px/1.3 system-ui, sans-serif; text-align: right; color: var(--line); }
.direct { background: var(--tint); }
.indirect { text-decoration: underline dotted var(--line) 2px; text-underline-offset: .34em; }
.stance { text-decoration: underline dashed var(--line) 2px; text-underline-offset: .34em; }
.who { text-decoration: underline solid var(--line) 1px; text-underline-offset: .2em; }
.name { text-decoration: underline dashed var(--pencil) 1px; text-underline-offset: .2em; }
.place { text-decoration: underline solid var(--pencil) 1.5px; text-underline-offset: .2em; }
.unresolved { text-decoration-style: wavy; text-decoration-thickness: 1px; }
.figure { text-decoration: underline double var(--pencil) 1px; text-underline-offset: .2em; }
.turn { border-left: 3px solid var(--line); margin-left: -14px !important; padding-left: 11px; }
:target { background: var(--tint-strong); }
aside { margin-top: 40px; padding-top: 16px; border-top: 3px double var(--rule); }
aside h2 { font: 400 22px/1.3 Charter, Georgia, serif; margin: 24px 0 8px; }
aside h3 { font: 400 17px/1.4 Charter, Georgia, serif; margin: 12px 0 4px; border-left: 10px solid var(--line); padding-left: 8px; }
aside small { color: var(--soft); }
aside ul { list-style: none; margin: 0; padding: 0 0 0 18px; }
aside li { padding: 3px 0; }
aside section a { font: 15px/1.45 Charter, Georgia, serif; color: inherit; text-decoration: none; border-left: 3px solid var(--tint-strong); padding-left: 8px; }
aside li.direct { background: none; } aside li { text-decoration: none !important; }
.names { columns: 18rem; padding: 0 !important; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 3px 16px 3px 0; border-bottom: 1px solid var(--rule); text-align: left; font-weight: 400; vertical-align: baseline; }
th[colspan] { padding-top: 12px; font: 17px/1.4 Charter, Georgia, serif; }
footer { margin-top: 40px; padding-top: 12px; border-top: 1px solid var(--rule); color: var(--soft); }
footer p { margin: 0 0 4px; }
@media (max-width: 860px) { body { padding: 16px; } article { padding-left: 0; font-size: 18px; } article small { position: static; display: inline; width: auto; padding: 0 4px 0 0; } }
@page { margin: 14mm; }
@media print { :root { color-scheme: light; } body { padding: 0; max-width: none; font-size: 9pt; } article { font-size: 10.5pt; max-width: none; padding-left: 7rem; print-color-adjust: exact; -webkit-print-color-adjust: exact; } article small { left: -7rem; width: 6rem; font-size: 8pt; } aside { columns: 2; } aside section, tr { break-inside: avoid; } }
`;
