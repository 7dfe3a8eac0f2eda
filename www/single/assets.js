/**
 * Where the larger files lie in whosaid.html, the page in one file: in the file itself, compressed. Stands for
 * page-assets.js there (scripts/single.mjs).
 */

/** @param {string} id of an element that holds data */
const data = (id) => document.getElementById(id)?.textContent?.trim() ?? "";
const blob = (/** @type {BlobPart[]} */ parts, /** @type {string} */ type) => URL.createObjectURL(new Blob(parts, { type }));
/** The worker has the core with it: nothing is fetched. */
export const WORKER = new URL(blob([`globalThis.WHOSAID_DATA=${JSON.stringify({ wasm: data("data-wasm"), gazetteer: data("data-gazetteer") })};`, data("data-worker").replaceAll("<\\/script", "</script")], "text/javascript"));
export const GAZETTEER = new URL("data:,");
export const PDF_WORKER = { get href() {
  return blob([data("data-pdf-worker").replaceAll("<\\/script", "</script")], "text/javascript");
} };
const outline = (/** @type {string} */ id) => /** @type {any} */ ({ toString: () => blob([data(id)], "application/json") });
export const OUTLINES = { coarse: outline("data-coarse"), fine: outline("data-fine") };
/** @param {string} name @returns {Promise<string>} */
export async function readSeed(name) {
  return JSON.parse(data("data-seeds"))[name];
}
/** There is nothing to keep for later: it is all here. */
export const OFFLINE = null;
