/** In place of www/assets.js: in the package all files lie beside each other, and bundlers look for just this form. */
export const WASM = find(new URL("./whosaid_bg.wasm", import.meta.url), "whosaid_bg.wasm");
export const GAZETTEER = find(new URL("./gazetteer.bin", import.meta.url), "gazetteer.bin");
export const WORKER = find(new URL("./thread.js", import.meta.url), "thread.js");

/** @returns {Promise<any>} */
export const importWorker = () => import("./thread.js");

/** Vite up to 7 moves this file in development, and leaves the others where they were. @param {URL} url @param {string} name */
function find(url, name) {
  const here = import.meta.url;
  const moved = here.indexOf("/.vite/deps");
  return moved < 0 ? url : new URL(`${here.slice(0, moved)}/whosaid/${name}`);
}
