/**
 * The verification sheet as a Word document: speaker by speaker, a box to tick, the exact words, verb and
 * doubt, the paragraph; then the figures.
 *
 * @typedef {import("../types.ts").Findings} Findings
 */

import { quoteWords } from "../model/exports.js";
import { findSayers } from "../model/figure-groups.js";
import { sayValue } from "../model/figure-text.js";
import { wordsOf } from "../model/findings.js";
import { findParagraphs, paragraphAt } from "../model/voices.js";
import { strings } from "../strings.js";
import { sayHow, sayName } from "./markdown.js";
import { CheckBox, Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from "./vendor-docx.js";
import { words as said } from "./words.js";

/** Widths of the columns, in hundredths. */
const WIDTHS = [6, 60, 26, 8];

/**
 * @param {Findings} findings
 * @param {{ title: string, made: Date, day: string | null }} about
 * @returns {Promise<Blob>}
 */
export function toSheet(findings, { title, made, day }) {
  const { text, annotation, speakers } = findings;
  const paragraphs = findParagraphs(text);
  const when = new Intl.DateTimeFormat(strings.locale, { dateStyle: "long" });
  const at = (/** @type {number} */ position) => String(paragraphAt(paragraphs, position));
  const children = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(clean(said.sheet.title(title)))] }),
    new Paragraph([day ? said.sheet.published(when.format(new Date(`${day}T12:00:00`))) : "", said.sheet.made(when.format(made))].filter(Boolean).join(". ")),
    new Paragraph(said.sheet.how),
    ...speakers.flatMap((speaker) => [
      new Paragraph({ heading: HeadingLevel.HEADING_2, keepNext: true, children: [new TextRun(clean(sayName(speaker)))] }),
      makeTable(speaker.quotes.map((id) => [quoteWords(findings, id), sayHow(findings, id).join("; "), at(annotation.quotes[id].content[0]?.start ?? 0)])),
    ]),
  ];
  if (annotation.figures.length) {
    const sayers = findSayers(annotation);
    children.push(new Paragraph({ heading: HeadingLevel.HEADING_2, keepNext: true, children: [new TextRun(said.sheet.figures)] }));
    children.push(makeTable(annotation.figures.map((figure, id) => {
      const quote = sayers[id];
      const speaker = quote === null ? null : annotation.quotes[quote].speaker;
      const words = wordsOf(text, figure.of ? [figure, figure.of] : [figure]);
      return [words, [sayValue(figure), speaker === null ? "" : annotation.entities[speaker].name].filter(Boolean).join("; "), at(figure.start)];
    })));
  }
  return Packer.toBlob(new Document({ title, creator: "whosaid", description: said.sheet.how, sections: [{ children }] }));
}

/** @param {string[][]} rows words, how, paragraph */
function makeTable(rows) {
  const cell = (/** @type {unknown} */ child, /** @type {number} */ column) =>
    new TableCell({ width: { size: WIDTHS[column], type: WidthType.PERCENTAGE }, margins: { top: 60, bottom: 60, left: 80, right: 80 }, children: [child] });
  const head = new TableRow({ tableHeader: true, children: said.sheet.columns.map((words, column) => cell(new Paragraph({ children: [new TextRun({ text: words, bold: true })] }), column)) });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [head, ...rows.map((row) => new TableRow({
      cantSplit: true,
      children: [new Paragraph({ children: [new CheckBox()] }), ...row.map((words) => new Paragraph(clean(words)))].map(cell),
    }))],
  });
}

/** What XML cannot hold is left out. @param {string} words */
function clean(words) {
  return words.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "");
}
