/** `whosaid` in browsers, workers, Deno, Bun and what bundlers make for them: the wasm lies beside this file. */

import { makeInit } from "./core.js";

/** Vite up to 7 moves this file in development, and leaves the wasm where it was. */
function findWasm() {
  const here = import.meta.url;
  const moved = here.indexOf("/.vite/deps");
  if (moved >= 0) return `${here.slice(0, moved)}/whosaid/whosaid_bg.wasm`;
  return new URL("./whosaid_bg.wasm", import.meta.url);
}

export const init = makeInit(findWasm);
export { annotate, findPublicationDate, initSync, loadGazetteer, version } from "./core.js";
export default init;
