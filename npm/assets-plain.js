/** In place of www/assets.js for a plain script: what it needs lies beside it. */
const script = /** @type {HTMLScriptElement | null} */ (globalThis.document?.currentScript);
const base = script?.src || globalThis.location?.href;
const beside = (/** @type {string} */ name) => new URL(name, base);

export const WASM = beside("whosaid_bg.wasm");
export const GAZETTEER = beside("gazetteer.bin");
export const WORKER = beside("thread.js");

/** @returns {Promise<any>} */
export const importWorker = () => import(WORKER.href);
