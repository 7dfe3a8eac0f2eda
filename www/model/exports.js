/**
 * The findings to take away: as JSON (the core's value, corrected, with the words beside the offsets), as
 * a list of quotes, as a table, and one quote alone.
 *
 * A quotation is only ever the exact words of the text, its own quotation marks with it: where an
 * attribution stands in between, it stays in between. The verb and any doubt are said beside it.
 *
 * @typedef {import("../types.ts").Findings} Findings
 * @typedef {import("../types.ts").Span} Span
 */

import { strings } from "../strings.js";
import { isDoubtful, isReported, wordsOf } from "./findings.js";

const OPENING = /["“„«‘']/;
const CLOSING = /["”»’']/;

/** @param {Findings} findings */
export function toJson({ text, annotation, hand }) {
  const words = (/** @type {Span} */ span) => ({ ...span, words: text.slice(span.start, span.end) });
  const quotes = annotation.quotes.map((quote, id) => ({
    ...quote, content: quote.content.map(words), cue: quote.cue.map(words), source: quote.source.map(words),
    ...(hand.quotes.has(id) ? { byHand: true } : {}),
  }));
  const mentions = annotation.mentions.map(words);
  const figures = annotation.figures.map((figure) => ({ ...words(figure), ...(figure.of ? { of: words(figure.of) } : {}) }));
  return `${JSON.stringify({ unit: "UTF-16 code units", text, ...annotation, quotes, mentions, figures }, null, 2)}\n`;
}

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
function sayWho({ text, annotation }, id) {
  const quote = annotation.quotes[id];
  const speaker = quote.speaker === null ? null : annotation.entities[quote.speaker];
  const name = [speaker?.name ?? strings.speakerNotFound, speaker?.description].filter(Boolean).join(", ");
  return { name: speaker && isDoubtful(quote) ? strings.probably(name) : name, cue: wordsOf(text, quote.cue), reported: isReported(quote) };
}

/**
 * One quote to paste elsewhere: its words, who said it and how, and in which paragraph.
 *
 * @param {Findings} findings
 * @param {number} id
 * @returns {{ plain: string, rich: string }}
 */
export function copyQuote(findings, id) {
  const words = quoteWords(findings, id);
  const { name, cue, reported } = sayWho(findings, id);
  const start = findings.annotation.quotes[id].content[0]?.start ?? 0;
  const paragraph = findings.text.slice(0, start).split(/\n\s*\n/).filter((part) => part.trim()).length || 1;
  const by = [name, cue && `“${cue}”`, reported ? strings.styles.indirect.toLowerCase() : "", strings.export.paragraph(paragraph)].filter(Boolean).join("; ");
  return { plain: `${words}\n— ${by}\n`, rich: `<blockquote>${escape(words)}</blockquote><p>— ${escape(by)}</p>` };
}

/** @param {Findings} findings */
export function toQuoteList(findings) {
  const groups = findings.speakers.map(({ entity, quotes }) => {
    const name = [entity?.name ?? strings.speakerNotFound, entity?.description].filter(Boolean).join(", ");
    return [name, ...quotes.map((id) => `- ${quoteWords(findings, id)}${sayHow(findings, id)}`)].join("\n");
  });
  return `${groups.join("\n\n")}\n`;
}

/** @param {Findings} findings @param {number} id */
function sayHow(findings, id) {
  const quote = findings.annotation.quotes[id];
  const { cue, reported } = sayWho(findings, id);
  const notes = [cue, reported ? strings.styles.indirect.toLowerCase() : "", quote.speaker !== null && isDoubtful(quote) ? strings.export.inDoubt : ""].filter(Boolean);
  return notes.length ? ` (${notes.join("; ")})` : "";
}

/**
 * Quotes by speaker with boxes to tick, for whoever checks them.
 *
 * @param {Findings} findings
 * @param {string} title
 */
export function toMarkdown(findings, title) {
  const plain = (/** @type {string} */ words) => words.replace(/([\\`*_[\]<>#|])/g, "\\$1");
  const groups = findings.speakers.map(({ entity, quotes }) => {
    const name = [entity?.name ?? strings.speakerNotFound, entity?.description].filter(Boolean).join(", ");
    return [`## ${plain(name)}`, "", ...quotes.map((id) => `- [ ] ${plain(quoteWords(findings, id) + sayHow(findings, id))}`)].join("\n");
  });
  return [`# ${plain(title)}`, ...groups].join("\n\n") + "\n";
}

/**
 * The quotes as a table for a spreadsheet, with its mark of UTF-8.
 *
 * @param {Findings} findings
 */
export function toCsv(findings) {
  const { text, annotation, hand } = findings;
  const rows = annotation.quotes.map((quote, id) => {
    const speaker = quote.speaker === null ? null : annotation.entities[quote.speaker];
    return [id + 1, speaker?.name ?? "", speaker?.description ?? "", quoteWords(findings, id), quote.style, wordsOf(text, quote.cue), wordsOf(text, quote.source),
      quote.certainty, hand.quotes.has(id) ? strings.mend.byHand : "", quote.content[0]?.start ?? "", quote.content[quote.content.length - 1]?.end ?? ""];
  });
  return `\ufeff${[strings.export.columns, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** A cell that no spreadsheet takes for a formula. @param {string | number} value */
function cell(value) {
  if (typeof value === "number") return String(value);
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** @param {string} words */
function escape(words) {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
