/**
 * Which words of an article get which mark: the same forms as on whosaid's own page.
 *
 * @typedef {import("../types.ts").Findings} Findings
 * @typedef {import("../types.ts").Span} Span
 * @typedef {`direct-${number}` | `indirect-${number}` | `source-${number}` | "person" | "organization"
 *   | "place" | "unresolved" | "figure" | "glow"} MarkName  The number is the speaker's rank.
 */

import { isReported } from "../findings.js";
import { findQuotedWords } from "../quoted-words.js";

/**
 * @param {Findings} findings
 * @param {boolean} mapped whether places were looked up already
 * @returns {Generator<[MarkName, Span], void>}
 */
export function* collectMarks({ text, annotation, hueOf, speaks }, mapped) {
  for (const quote of annotation.quotes) {
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
    for (const span of [...quote.cue, ...quote.source]) yield [`source-${hue}`, span];
  }
  for (const mention of annotation.mentions) {
    const { id, kind, place } = annotation.entities[mention.entity];
    if (mention.form !== "name") continue;
    if (kind === "place") yield [place || !mapped ? "place" : "unresolved", mention];
    else if (speaks[id]) yield [`source-${hueOf[id]}`, mention];
    else if (kind === "person" || kind === "organization") yield [kind, mention];
  }
  for (const figure of annotation.figures) yield ["figure", figure];
}
