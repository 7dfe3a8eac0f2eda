/** Where the page's larger files lie: in the folder of the site, in which the build puts all code of the page. */

export const WORKER = new URL("./worker.js", import.meta.url);
export const GAZETTEER = new URL("./pkg/gazetteer.bin", import.meta.url);
export const PDF_WORKER = new URL("./files/pdf-worker.js", import.meta.url);
/** What keeps the page for when there is no network: sw.js. @type {URL | null} */
export const OFFLINE = new URL("./sw.js", import.meta.url);
/** @param {string} name of an example @returns {Promise<string>} */
export async function readSeed(name) {
  const response = await fetch(new URL(`./seeds/${name}`, import.meta.url));
  if (!response.ok) throw new Error(`${response.status} for ${name}`);
  return response.text();
}
/** The world's shapes, of 1:110 and 1:50 million, see map/world.js. */
export const OUTLINES = { coarse: new URL("./map/countries-110m.json", import.meta.url), fine: new URL("./map/countries-50m.json", import.meta.url) };
