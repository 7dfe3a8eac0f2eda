/**
 * The quotes as plain text, and as a list with boxes to tick for whoever checks them.
 *
 * @typedef {import("../types.ts").Findings} Findings
 */

import { quoteWords, sayWho } from "../model/exports.js";
import { isDoubtful } from "../model/findings.js";
import { findParagraphs, paragraphAt } from "../model/voices.js";
import { strings } from "../strings.js";

/** @param {Findings["speakers"][number]} speaker */
export function sayName({ entity }) {
  return [entity?.name ?? strings.speakerNotFound, entity?.description].filter(Boolean).join(", ");
}

/** @param {Findings} findings */
export function toQuoteList(findings) {
  const groups = findings.speakers.map((speaker) =>
    [sayName(speaker), ...speaker.quotes.map((id) => `- ${quoteWords(findings, id)}${inBrackets(sayHow(findings, id))}`)].join("\n"));
  return `${groups.join("\n\n")}\n`;
}

/**
 * The verb, whether it is reported, and any doubt.
 *
 * @param {Findings} findings
 * @param {number} id
 * @returns {string[]}
 */
export function sayHow(findings, id) {
  const quote = findings.annotation.quotes[id];
  const { cue, reported } = sayWho(findings, id);
  return [cue, quote.act === "said" ? "" : strings.acts[quote.act], reported ? strings.styles.indirect.toLowerCase() : "",
    quote.speaker !== null && isDoubtful(quote) ? strings.export.inDoubt : "", findings.hand.checked.has(id) ? strings.mend.checked : findings.hand.quotes.has(id) ? strings.mend.byHand : ""].filter(Boolean);
}

/** @param {string[]} notes */
function inBrackets(notes) {
  return notes.length ? ` (${notes.join("; ")})` : "";
}

/**
 * @param {Findings} findings
 * @param {string} title
 */
export function toMarkdown(findings, title) {
  const plain = (/** @type {string} */ words) => words.replace(/([\\`*_[\]<>#|])/g, "\\$1");
  const paragraphs = findParagraphs(findings.text);
  const groups = findings.speakers.map((speaker) => [`## ${plain(sayName(speaker))}`, "", ...speaker.quotes.map((id) => {
    const at = strings.export.paragraph(paragraphAt(paragraphs, findings.annotation.quotes[id].content[0]?.start ?? 0));
    return `- [ ] ${plain(quoteWords(findings, id) + inBrackets([...sayHow(findings, id), at]))}`;
  })].join("\n"));
  return [`# ${plain(title)}`, ...groups].join("\n\n") + "\n";
}
