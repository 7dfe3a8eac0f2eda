/**
 * The embed's two style sheets: the marks over the host's text, and the list in the element's shadow
 * root. The forms are those of the page's marks.css, the colours those of palette.js.
 *
 * @typedef {import("../palette.js").Scheme} Scheme
 */

import { makeSheet } from "../dom.js";
import { hueRules, HUES, PENCIL, shade } from "../palette.js";

/** What our highlights' names begin with: articles of both schemes may stand on one page. @type {Record<Scheme, string>} */
export const PREFIX = { light: "whosaid-", dark: "whosaid-dark-" };

/** @param {Scheme} scheme */
export function highlightSheet(scheme) {
  const pencil = PENCIL[scheme];
  const rule = (/** @type {string} */ name, /** @type {string} */ style) => `::highlight(${PREFIX[scheme]}${name}) { ${style} }`;
  const rules = [
    rule("person", `text-decoration: underline dashed ${pencil} 1px; text-underline-offset: .2em`),
    rule("organization", `text-decoration: underline dashed ${pencil} 1.5px; text-underline-offset: .2em`),
    rule("place", `text-decoration: underline solid ${pencil} 1.5px; text-underline-offset: .2em`),
    rule("unresolved", `text-decoration: underline wavy ${pencil} 1px; text-underline-offset: .2em`),
    rule("figure", `text-decoration: underline double ${pencil} 1px; text-underline-offset: .2em`),
    rule("glow", `background-color: ${scheme === "dark" ? "oklch(.45 .09 95)" : "oklch(.9 .13 95)"}`),
  ];
  /** Tints are not printed, nor kept where colours are forced: a line stands in. */
  const bare = [];
  for (let rank = 0; rank <= HUES; rank++) {
    const line = `var(--whosaid-line-${rank}, ${shade("line", rank, scheme)})`;
    rules.push(
      rule(`direct-${rank}`, `background-color: var(--whosaid-tint-${rank}, ${shade("tint", rank, scheme)})`),
      rule(`indirect-${rank}`, `text-decoration: underline dotted ${line} 2px; text-underline-offset: .34em`),
      rule(`source-${rank}`, `text-decoration: underline solid ${line} 1px; text-underline-offset: .2em`),
    );
    bare.push(rule(`direct-${rank}`, `text-decoration: underline solid ${line} 3px; text-underline-offset: .34em`));
  }
  return makeSheet(`${rules.join("\n")}\n@media print, (forced-colors: active) {\n${bare.join("\n")}\n}`);
}

const LIST = `
:host { display: block; margin-block: 24px; color: inherit; }
:host([hidden]) { display: none; }
* { box-sizing: border-box; }
.light { color-scheme: light; }
.dark { color-scheme: dark; }
section {
  --rule: color-mix(in srgb, currentColor 18%, transparent);
  --wash: color-mix(in srgb, currentColor 6%, transparent);
  container-type: inline-size;
  border-block: 1px solid var(--rule);
  padding-block: 16px 12px;
  font-size: 1rem;
  line-height: 1.45;
  text-align: start;
}
h2 { font: inherit; font-size: 1.25rem; line-height: 1.3; margin: 0; }
p { margin: 0; }
.soft { font: .875rem/1.45 system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif; color: color-mix(in srgb, currentColor 74%, transparent); font-variant-numeric: tabular-nums; }
.small { font-size: .8125rem; }
h2 + p { margin-bottom: 12px; }
[part=note] { margin-top: 12px; }
ul { list-style: none; margin: 0; padding: 0; }

details { border-top: 1px solid var(--rule); }
details:last-child { border-bottom: 1px solid var(--rule); }
summary { display: grid; grid-template-columns: 1fr auto; align-items: baseline; gap: 0 12px; padding-block: 12px 8px; cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
details:not([open]) > summary { padding-bottom: 12px; }
.name { font-size: 1.0625rem; line-height: 1.4; padding-inline-start: 18px; text-indent: -18px; overflow-wrap: anywhere; }
.name::before { content: ""; display: inline-block; inline-size: 10px; block-size: 10px; margin-inline-end: 8px; text-indent: 0; }
.speaker .name::before { border-radius: 2px; background: var(--line); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
details:not(.speaker) .name::before { inline-size: 6px; block-size: 6px; margin-inline: 1px 11px; border: solid currentColor; border-width: 0 1.5px 1.5px 0; rotate: -45deg; translate: 0 -2px; opacity: .7; }
details[open]:not(.speaker) .name::before { rotate: 45deg; }
.description, .bar { grid-column: 1 / -1; margin-inline-start: 18px; }
.bar { block-size: 3px; margin-top: 8px; }
.bar::before { content: ""; display: block; block-size: 100%; inline-size: calc(var(--share) * 100%); min-inline-size: 2px; border-radius: 2px; background: var(--line); print-color-adjust: exact; -webkit-print-color-adjust: exact; }

button { all: unset; box-sizing: border-box; display: block; inline-size: 100%; cursor: pointer; }
button:hover { background: var(--wash); }
button:focus-visible, summary:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; border-radius: 2px; }
ul { padding-bottom: 12px; }
.quotes { padding-inline-start: 18px; }
.quotes button { padding: 4px 8px; border-inline-start: 3px solid var(--tint-strong); }
.quotes .indirect { border-inline-start: 3px dotted var(--line); }
.quotes li + li { margin-top: 8px; }
.quotes button[aria-current] { background: var(--tint); border-inline-start-color: var(--line); }
.quotes .soft { display: block; }
q { quotes: none; overflow-wrap: anywhere; }
.direct q { quotes: "“" "”"; }

.items { columns: 2; column-gap: 24px; }
.items li { break-inside: avoid; }
.items button { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 12px; padding: 4px 8px 4px 18px; }
.items button[aria-current] { background: color-mix(in srgb, currentColor 12%, transparent); }
.words { text-decoration: underline solid var(--pencil) 1.5px; text-underline-offset: .25em; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.unresolved { text-decoration: underline wavy var(--pencil) 1px; }
.figure { text-decoration: underline double var(--pencil) 1px; }

@container (max-width: 30rem) { .items { columns: 1; } }
@media (pointer: coarse), (max-width: 480px) {
  summary, button { min-block-size: 44px; }
  .items button { align-content: center; align-items: center; }
}
@media (forced-colors: active) {
  .name::before, .bar::before { forced-color-adjust: none; }
  .speaker .name::before, .bar::before { background: CanvasText; }
  button[aria-current] { outline: 2px solid Highlight; }
}
@media print { details, li { break-inside: avoid; } }
`;

/** @type {CSSStyleSheet | undefined} */
let list;

/** The sheet of the lists; one for all embeds. */
export function listSheet() {
  const hues = hueRules((part, rank, value) => (part === "tint-strong" ? value : `var(--whosaid-${part}-${rank}, ${value})`));
  return (list ??= makeSheet(hues + LIST));
}
