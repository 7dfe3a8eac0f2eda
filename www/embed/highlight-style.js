/**
 * The style of the marks over a host's text. Tints are translucent: words stay readable on whatever
 * lies behind them, before a change of colours is seen and after.
 *
 * @typedef {import("../palette.js").Scheme} Scheme
 */

import { HUES, PENCIL, shade, veil } from "../palette.js";

/** What our highlights' names begin with: articles of both schemes may stand on one page. @type {Record<Scheme, string>} */
export const PREFIX = { light: "whosaid-", dark: "whosaid-dark-" };

/** @param {Scheme} scheme @returns {string} rules for one tree */
export function highlightRules(scheme) {
  const pencil = PENCIL[scheme];
  const rule = (/** @type {string} */ name, /** @type {string} */ style) => `::highlight(${PREFIX[scheme]}${name}) { ${style} }`;
  const rules = [
    rule("person", `text-decoration: underline dashed ${pencil} 1px; text-underline-offset: .2em`),
    rule("organization", `text-decoration: underline dashed ${pencil} 1.5px; text-underline-offset: .2em`),
    rule("place", `text-decoration: underline solid ${pencil} 1.5px; text-underline-offset: .2em`),
    rule("unresolved", `text-decoration: underline wavy ${pencil} 1px; text-underline-offset: .2em`),
    rule("figure", `text-decoration: underline double ${pencil} 1px; text-underline-offset: .2em`),
    rule("glow", `background-color: ${scheme === "dark" ? "oklch(.8 .17 95 / .38)" : "oklch(.8 .17 95 / .5)"}`),
  ];
  /** Tints are not printed, nor kept where colours are forced: a line stands in. */
  const bare = [];
  for (let rank = 0; rank <= HUES; rank++) {
    const line = `var(--whosaid-line-${rank}, ${shade("line", rank, scheme)})`;
    rules.push(
      rule(`direct-${rank}`, `background-color: var(--whosaid-tint-${rank}, ${veil(rank, scheme)})`),
      rule(`indirect-${rank}`, `text-decoration: underline dotted ${line} 2px; text-underline-offset: .34em`),
      rule(`source-${rank}`, `text-decoration: underline solid ${line} 1px; text-underline-offset: .2em`),
    );
    bare.push(rule(`direct-${rank}`, `text-decoration: underline solid ${line} 3px; text-underline-offset: .34em`));
  }
  return `${rules.join("\n")}\n@media print, (forced-colors: active) {\n${bare.join("\n")}\n}`;
}
