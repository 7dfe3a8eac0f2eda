/**
 * Where the embed's larger files lie: in the folder of the site. The npm package has a module of its
 * own in place of this one, in the form that bundlers look for.
 */

export const WASM = new URL("./pkg/whosaid_bg.wasm", import.meta.url);
export const GAZETTEER = new URL("./pkg/gazetteer.bin", import.meta.url);
export const WORKER = new URL("./embed-worker.js", import.meta.url);

/** The worker's own module, for the page's thread where no worker may start. @returns {Promise<any>} */
export const importWorker = () => import(WORKER.href);
