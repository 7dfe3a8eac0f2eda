/**
 * Which words of an article get which mark: the same forms as on whosaid's own page.
 *
 * @typedef {import("./select.js").View} View
 * @typedef {import("../types.ts").Span} Span
 * @typedef {`direct-${number}` | `indirect-${number}` | `source-${number}` | "person" | "organization"
 *   | "place" | "unresolved" | "figure" | "glow"} MarkName  The number is the speaker's rank.
 */

import { isReported } from "../model/findings.js";
import { findQuotedWords } from "../model/quoted-words.js";

/**
 * @param {View} view
 * @returns {Generator<[MarkName, Span], void>}
 */
export function* collectMarks({ findings: { text, annotation, hueOf, speaks }, quotes, places, names, figures, mapped }) {
  for (const id of quotes) {
    const quote = annotation.quotes[id];
    const hue = quote.speaker === null ? 0 : hueOf[quote.speaker] ?? 0;
    for (const span of quote.content) {
      if (!isReported(quote)) {
        yield [`direct-${hue}`, span];
        continue;
      }
      let at = span.start;
      for (const said of quote.style === "mixed" ? findQuotedWords(text, span) : []) {
        yield [`direct-${hue}`, said];
        if (said.start > at) yield [`indirect-${hue}`, { start: at, end: said.start }];
        at = said.end;
      }
      if (at < span.end) yield [`indirect-${hue}`, { start: at, end: span.end }];
    }
    // The words that name who speaks; the verb needs no line.
    for (const span of quote.source) yield [`source-${hue}`, span];
  }
  if (places.length || names.length) {
    for (const mention of annotation.mentions) {
      const { id, kind, place } = annotation.entities[mention.entity];
      if (mention.form !== "name") continue;
      if (kind === "place" && places.length) yield [place || !mapped ? "place" : "unresolved", mention];
      else if (!names.length || kind === "place") continue;
      else if (speaks[id]) yield [`source-${hueOf[id]}`, mention];
      else if (kind === "person" || kind === "organization") yield [kind, mention];
    }
  }
  for (const figure of figures) yield ["figure", figure];
}
