/**
 * The style of the list in an embed's own root. The forms are those of the page's marks.css, the
 * colours those of palette.js.
 *
 * Nothing is inherited from the host but its colour and typeface; sizes count from the story's own type,
 * given as `--size`, since a host may have made `rem` anything.
 */

import { makeSheet } from "../dom.js";
import { hueRules } from "../palette.js";

/** The least height of the closed bar, its borders included, in CSS pixels. */
export const BAR = 62;

const LIST = `
:host { display: block; box-sizing: border-box; inline-size: auto; min-inline-size: min(100%, 220px); flex: 1 1 320px; color: inherit; }
:host([hidden]) { display: none; }
section { all: initial; display: block; box-sizing: border-box; visibility: inherit; color: inherit; font-family: inherit; color-scheme: inherit;
  font-size: var(--size, 16px); line-height: 1.45; container-type: inline-size; contain-intrinsic-inline-size: 320px; min-block-size: ${BAR}px; direction: inherit; }
section[dir=ltr] { direction: ltr; }
section[dir=rtl] { direction: rtl; }
section[hidden] { display: none; }
section.gone { visibility: hidden; }
* { box-sizing: border-box; }
.light { color-scheme: light; }
.dark { color-scheme: dark; }
.panel {
  --rule: color-mix(in srgb, currentColor 18%, transparent);
  --wash: color-mix(in srgb, currentColor 6%, transparent);
  border-block: 1px solid var(--rule);
}
.bar-line { display: block; position: relative; min-block-size: 60px; padding-block: 8px; padding-inline: 20px 0; cursor: pointer; list-style: none; overflow: hidden; white-space: nowrap; }
.bar-line > * { overflow: hidden; text-overflow: ellipsis; min-block-size: 1.3em; }
.bar-line::before, details[data-group] > .name::before { content: ""; }
.bar-line::before { position: absolute; inset-inline-start: 2px; inset-block-start: 16px; inline-size: 6px; block-size: 6px; border: solid currentColor; border-width: 0 1.5px 1.5px 0; rotate: -45deg; opacity: .7; }
.panel[open] > .bar-line::before { rotate: 45deg; }
[dir=rtl] .bar-line::before { rotate: 135deg; }
[dir=rtl] .panel[open] > .bar-line::before { rotate: 45deg; }
h2 { font: inherit; font-size: 1em; font-weight: 600; line-height: 1.4; margin: 0; }
p { margin: 0; }
.soft { font-family: system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif; font-size: max(12px, .8125em); line-height: 1.45; color: color-mix(in srgb, currentColor 74%, transparent); font-variant-numeric: tabular-nums; }
.small { font-size: max(12px, .75em); }
.soft a { color: inherit; }
[part=note] { padding-block: 12px; }
ul { list-style: none; margin: 0; padding: 0; }

.body > details { border-top: 1px solid var(--rule); }
.body > details:last-child { border-bottom: 1px solid var(--rule); }
summary::-webkit-details-marker { display: none; }
.body summary { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 12px; padding-block: 12px 8px; cursor: pointer; list-style: none; }
.body details:not([open]) > summary { padding-bottom: 12px; }
.name { font-size: 1em; line-height: 1.4; padding-inline-start: 18px; text-indent: -18px; overflow-wrap: break-word; min-inline-size: 0; }
.name::before { content: ""; display: inline-block; inline-size: 10px; block-size: 10px; margin-inline-end: 8px; text-indent: 0; }
.speaker .name::before { border-radius: 2px; background: var(--line); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
details:not(.speaker) > summary > .name::before { inline-size: 6px; block-size: 6px; margin-inline: 1px 11px; border: solid currentColor; border-width: 0 1.5px 1.5px 0; rotate: -45deg; translate: 0 -2px; opacity: .7; }
details[open]:not(.speaker) > summary > .name::before { rotate: 45deg; }
.description, .share { flex-basis: 100%; margin-inline-start: 18px; }
.share { block-size: 3px; margin-top: 8px; }
.share::before { content: ""; display: block; block-size: 100%; inline-size: calc(var(--share) * 100%); min-inline-size: 2px; border-radius: 2px; background: var(--line); print-color-adjust: exact; -webkit-print-color-adjust: exact; }

button { all: unset; box-sizing: border-box; display: block; inline-size: 100%; cursor: pointer; }
button:hover { background: var(--wash); }
button:focus-visible, summary:focus-visible { outline: 2px solid currentColor; outline-offset: -2px; border-radius: 2px; }
ul { padding-bottom: 12px; }
.quotes { padding-inline-start: 18px; }
.quotes button { padding: 4px 8px; border-inline-start: 3px solid var(--tint-strong); }
.quotes .indirect { border-inline-start: 3px dotted var(--line); }
.quotes li + li { margin-top: 8px; }
.quotes button[aria-current] { background: var(--tint); border-inline-start-color: var(--line); }
.quotes .soft { display: block; }
q { quotes: none; overflow-wrap: break-word; }
.direct q { quotes: "“" "”"; }

.items { columns: 2; column-gap: 24px; }
.items li { break-inside: avoid; }
.items button { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 12px; padding: 4px 8px 4px 18px; }
.items button[aria-current] { background: color-mix(in srgb, currentColor 12%, transparent); }
.words { text-decoration: underline solid var(--pencil) 1.5px; text-underline-offset: .25em; font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
.unresolved { text-decoration: underline wavy var(--pencil) 1px; }
.figure { text-decoration: underline double var(--pencil) 1px; }
.person, .organization { text-decoration: underline dashed var(--pencil) 1px; }

@container (max-width: 30em) { .items { columns: 1; } }
@container (max-width: 240px) { .quotes { padding-inline-start: 4px; } .description, .share { margin-inline-start: 0; } }
@media (pointer: coarse), (max-width: 480px) {
  .body summary, button { min-block-size: 44px; }
  .items button { align-content: center; align-items: center; }
}
@media (forced-colors: active) {
  .name::before, .share::before { forced-color-adjust: none; }
  .speaker .name::before, .share::before { background: CanvasText; }
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
