/**
 * The annotation to take away, as JSON (the core's value and the text it counts in) or as a plain
 * list of quotes.
 *
 * @typedef {import("./types.ts").Findings} Findings
 */

import { wordsOf } from "./findings.js";
import { strings } from "./strings.js";

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

/**
 * @param {string} words
 * @returns {Promise<boolean>} whether the browser let us
 */
export async function copy(words) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} words
 * @param {string} name
 */
export function download(words, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([words], { type: "application/json" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
