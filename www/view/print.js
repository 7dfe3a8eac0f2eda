/**
 * What paper has beside the article: of which day it is, what the marks mean, and everybody's words in full,
 * whatever list is open. Made as the browser is about to print, and gone afterwards.
 *
 * @typedef {import("../types.ts").Findings} Findings
 */

import { byId, element } from "../dom.js";
import { quoteWords, sayWho } from "../model/exports.js";
import { isDoubtful, kindOf } from "../model/findings.js";
import { strings } from "../strings.js";

/** @param {() => { findings: Findings, day: string | null } | null} current */
export function setUpPrint(current) {
  const root = byId("paper");
  addEventListener("beforeprint", () => {
    const now = current();
    if (now) root.replaceChildren(...fill(now));
  });
  addEventListener("afterprint", () => root.replaceChildren());
}

/** @param {{ findings: Findings, day: string | null }} now */
function fill({ findings, day }) {
  const { annotation, speakers } = findings;
  const long = new Intl.DateTimeFormat(strings.locale, { dateStyle: "long" });
  const about = [day ? strings.print.published(long.format(new Date(`${day}T12:00:00`))) : "", strings.print.made(long.format(new Date()))].filter(Boolean).join(" · ");
  const sample = (/** @type {string} */ classes, /** @type {string} */ words) => [element("span", { class: classes }, words), " "];
  const legend = element("p", { class: "paper-legend" },
    ...sample("mark quote direct hued s1", strings.kinds.direct), ...sample("mark quote indirect hued s2", strings.kinds.indirect), ...sample("mark source hued s3", strings.kinds.attribution),
    ...sample("mark mention name person", strings.print.names), ...sample("mark mention name place", strings.kinds.place), ...sample("mark figure", strings.kinds.figure), strings.print.doubt);
  const lists = speakers.map(({ entity, quotes, hue }) => element("section", { class: `hued s${hue}` },
    element("h3", {}, [entity?.name ?? strings.speakerNotFound, entity?.description].filter(Boolean).join(", ")),
    element("ul", {}, ...quotes.map((id) => {
      const { cue } = sayWho(findings, id);
      const quote = annotation.quotes[id];
      const note = [cue, kindOf(quote) === "direct" ? "" : strings.styles.indirect.toLowerCase(), quote.speaker !== null && isDoubtful(quote) ? strings.export.inDoubt : ""].filter(Boolean).join("; ");
      return element("li", {}, quoteWords(findings, id), note && element("small", {}, ` (${note})`));
    }))));
  return [element("p", { class: "paper-about" }, about), legend, element("div", { class: "paper-lists" }, ...lists)];
}
