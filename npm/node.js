/** `whosaid` in Node: the wasm is read from beside this file. */

import { readFile } from "node:fs/promises";
import { makeInit } from "./core.js";

export const init = makeInit(() => readFile(new URL("./whosaid_bg.wasm", import.meta.url)));
export { annotate, findPublicationDate, initSync, loadGazetteer, version } from "./core.js";
export default init;
