/**
 * The findings as tables: quotes, figures, names. What a spreadsheet, a list of commas and a reader get is
 * the same.
 *
 * @typedef {import("../types.ts").Findings} Findings
 * @typedef {string | number} Cell
 * @typedef {{ name: string, columns: string[], rows: Cell[][] }} Table
 */

import { quoteWords } from "../model/exports.js";
import { findSayers } from "../model/figure-groups.js";
import { sayValue } from "../model/figure-text.js";
import { wordsOf } from "../model/findings.js";
import { findParagraphs, paragraphAt } from "../model/voices.js";
import { strings } from "../strings.js";
import { words as said } from "./words.js";

/** @param {Findings} findings @returns {Table} */
export function tableOfQuotes(findings) {
  const { text, annotation, hand } = findings;
  const paragraphs = findParagraphs(text);
  const rows = annotation.quotes.map((quote, id) => {
    const speaker = quote.speaker === null ? null : annotation.entities[quote.speaker];
    const start = quote.content[0]?.start ?? 0;
    return [id + 1, speaker?.name ?? "", speaker?.description ?? "", quoteWords(findings, id), quote.style, quote.act, wordsOf(text, quote.cue), wordsOf(text, quote.source),
      quote.certainty, hand.checked.has(id) ? strings.mend.checked : hand.quotes.has(id) ? strings.mend.byHand : "", paragraphAt(paragraphs, start), start, quote.content.at(-1)?.end ?? 0];
  });
  return { name: said.tables.quotes, columns: said.columns.quotes, rows };
}

/** @param {Findings} findings @returns {Table} */
export function tableOfFigures({ text, annotation, hand }) {
  const sayers = findSayers(annotation);
  const paragraphs = findParagraphs(text);
  const rows = annotation.figures.map((figure, id) => {
    const quote = sayers[id];
    const speaker = quote === null ? null : annotation.quotes[quote].speaker;
    return [id + 1, wordsOf(text, [figure]), figure.kind, figure.value ?? "", figure.low ?? "", figure.high ?? "", figure.unit ?? "", figure.bound ?? "", figure.iso ?? "", sayValue(figure),
      figure.of ? wordsOf(text, [figure.of]) : "", speaker === null ? "" : annotation.entities[speaker].name, hand.figures.has(id) ? strings.mend.byHand : "",
      paragraphAt(paragraphs, figure.start), figure.start, figure.end];
  });
  return { name: said.tables.figures, columns: said.columns.figures, rows };
}

/** @param {Findings} findings @returns {Table} */
export function tableOfNames({ annotation, hand, people, organizations, places, others, speakers }) {
  const quotes = new Map(speakers.map(({ entity, quotes }) => [entity?.id, quotes.length]));
  const rows = [...people, ...organizations, ...places, ...others].map(({ entity, names, mentions }, index) => [
    index + 1, entity.name, entity.kind, entity.description ?? "", names, mentions.length, quotes.get(entity.id) ?? 0,
    entity.place?.latitude ?? "", entity.place?.longitude ?? "", entity.place?.country ?? "", entity.place?.geonames ?? "",
    hand.entities.has(entity.id) ? strings.mend.byHand : "", annotation.mentions[mentions[0]].start,
  ]);
  return { name: said.tables.names, columns: said.columns.names, rows };
}

/**
 * A table with commas, for a spreadsheet, with its mark of UTF-8.
 *
 * @param {Table} table
 */
export function toCsv({ columns, rows }) {
  return `\ufeff${[columns, ...rows].map((row) => row.map(writeCell).join(",")).join("\r\n")}\r\n`;
}

/** A cell that no spreadsheet takes for a formula. @param {Cell} value */
function writeCell(value) {
  if (typeof value === "number") return String(value);
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
