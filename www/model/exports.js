/**
 * The exact words of a quote with who said them, to paste elsewhere. (What goes out as files: www/exports/.)
 *
 * A quotation is only ever the exact words of the text, its own quotation marks with it: where an
 * attribution stands in between, it stays in between. The verb and any doubt are said beside it.
 *
 * @typedef {import("../types.ts").Findings} Findings
 */

import { strings } from "../strings.js";
import { sayValue } from "./figure-text.js";
import { isDoubtful, isReported, wordsOf } from "./findings.js";
import { findParagraphs, paragraphAt } from "./voices.js";

const OPENING = /["“„«‘']/;
const CLOSING = /["”»’']/;

/**
 * The words of a quote exactly as they stand, from its first to its last.
 *
 * @param {Findings} findings
 * @param {number} id
 */
export function quoteWords({ text, annotation }, id) {
  const { content } = annotation.quotes[id];
  if (!content.length) return "";
  let { start } = content[0];
  let { end } = content[content.length - 1];
  if (OPENING.test(text[start - 1] ?? "")) start--;
  if (CLOSING.test(text[end] ?? "")) end++;
  return text.slice(start, end).replace(/\*\*/g, "").replace(/\s+/g, " ").trim();
}

/**
 * "Ines Kamara, Port director", "probably An engineer", and by which verb.
 *
 * @param {Findings} findings
 * @param {number} id
 */
export function sayWho({ text, annotation }, id) {
  const quote = annotation.quotes[id];
  const speaker = quote.speaker === null ? null : annotation.entities[quote.speaker];
  const name = [speaker?.name ?? strings.speakerNotFound, speaker?.description].filter(Boolean).join(", ");
  return { name: speaker && isDoubtful(quote) ? strings.probably(name) : name, cue: wordsOf(text, quote.cue), reported: isReported(quote) };
}

/**
 * One quote: its words, who said it and how, and in which paragraph.
 *
 * @param {Findings} findings
 * @param {number} id
 * @returns {{ plain: string, rich: string }}
 */
export function copyQuote(findings, id) {
  const words = quoteWords(findings, id);
  const { name, cue, reported } = sayWho(findings, id);
  const paragraph = paragraphAt(findParagraphs(findings.text), findings.annotation.quotes[id].content[0]?.start ?? 0);
  const by = [name, cue && `“${cue}”`, reported ? strings.styles.indirect.toLowerCase() : "", strings.export.paragraph(paragraph)].filter(Boolean).join("; ");
  return { plain: `${words}\n— ${by}\n`, rich: `<blockquote>${escape(words)}</blockquote><p>— ${escape(by)}</p>` };
}

/**
 * One figure: its words, what it counts, its value, who said it, and in which paragraph.
 *
 * @param {Findings} findings
 * @param {number} id
 * @param {number | null} quote that it stands in
 * @returns {{ plain: string, rich: string }}
 */
export function copyFigure(findings, id, quote) {
  const { text, annotation } = findings;
  const figure = annotation.figures[id];
  const words = wordsOf(text, [figure]);
  const of = figure.of ? wordsOf(text, [figure.of]) : "";
  const value = sayValue(figure);
  const paragraph = paragraphAt(findParagraphs(text), figure.start);
  const by = [value !== words ? value : "", quote === null ? "" : sayWho(findings, quote).name, strings.export.paragraph(paragraph)].filter(Boolean).join("; ");
  const counted = of && text.slice(figure.end, figure.of?.start).trim() === "" ? `${words} ${of}` : of ? `${words} (${of})` : words;
  return { plain: `${counted} — ${by}\n`, rich: `<p>${escape(counted)} — ${escape(by)}</p>` };
}

/** @param {string} words */
function escape(words) {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
