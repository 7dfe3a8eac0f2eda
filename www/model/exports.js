/**
 * The annotation to take away, as JSON (the core's value and the text it counts in) or as a plain
 * list of quotes.
 *
 * @typedef {import("../types.ts").Findings} Findings
 */

import { wordsOf } from "./findings.js";
import { strings } from "../strings.js";

/** @param {Findings} findings */
export function toJson({ text, annotation }) {
  return `${JSON.stringify({ unit: "UTF-16 code units", text, ...annotation }, null, 2)}\n`;
}

/** @param {Findings} findings */
export function toQuoteList({ text, annotation, speakers }) {
  const groups = speakers.map(({ entity, quotes }) => {
    const name = [entity?.name ?? strings.speakerNotFound, entity?.description].filter(Boolean).join(", ");
    const lines = quotes.map((id) => {
      const quote = annotation.quotes[id];
      const words = wordsOf(text, quote.content);
      return `- ${quote.style === "direct" ? `“${words}”` : words}`;
    });
    return [name, ...lines].join("\n");
  });
  return `${groups.join("\n\n")}\n`;
}
