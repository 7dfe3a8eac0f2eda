/**
 * A target in words, for whoever does not see where the page went.
 *
 * @typedef {import("../types.ts").Findings} Findings
 * @typedef {import("../types.ts").Target} Target
 */

import { sayValue } from "../model/figure-text.js";
import { isDoubtful, wordsOf } from "../model/findings.js";
import { strings } from "../strings.js";

/**
 * @param {Findings} findings
 * @param {Target} target
 */
export function describe({ annotation, text, mentionsOf }, { kind, id }) {
  if (kind === "figure") {
    const figure = annotation.figures[id];
    return strings.figurePosition(wordsOf(text, [figure]), sayValue(figure));
  }
  if (kind === "mention") {
    const { entity } = annotation.mentions[id];
    const all = mentionsOf[entity];
    return strings.mentionPosition(all.indexOf(id) + 1, all.length, annotation.entities[entity].name);
  }
  const quote = annotation.quotes[id];
  const name = quote.speaker === null ? strings.speakerNotFound : annotation.entities[quote.speaker].name;
  const who = quote.speaker !== null && isDoubtful(quote) ? strings.probably(name) : name;
  return strings.quotePosition(id + 1, annotation.quotes.length, who, wordsOf(text, quote.content));
}
