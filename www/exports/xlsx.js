/**
 * Quotes, figures and names as the sheets of one spreadsheet. Words are written as words, so that no cell
 * is a formula, whatever it begins with.
 *
 * @typedef {import("./tables.js").Table} Table
 */

import { writeSheets } from "./vendor-xlsx.js";

/** More characters no cell takes. */
const LONGEST = 32_000;
const WIDTH = { words: 60, description: 28, speaker: 24, source: 24, says: 20, name: 28, counts: 24 };

/**
 * @param {Table[]} tables
 * @returns {Promise<Blob>}
 */
export function toSpreadsheet(tables) {
  return writeSheets(tables.map(({ name, columns, rows }) => ({
    sheet: name,
    stickyRowsCount: 1,
    columns: columns.map((column) => ({ width: /** @type {Record<string, number>} */ (WIDTH)[column] ?? 12 })),
    data: [
      columns.map((value) => ({ value, type: String, fontWeight: "bold" })),
      ...rows.map((row) => row.map((value) => (value === "" ? null
        : typeof value === "number" ? { value, type: Number }
        : { value: clean(value), type: String, wrap: true, alignVertical: "top" }))),
    ],
  }))).toBlob();
}

/** What XML cannot hold is left out. @param {string} words */
function clean(words) {
  return words.slice(0, LONGEST).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "");
}
