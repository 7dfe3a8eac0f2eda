/** `whosaid/inline`: the wasm inside the code, for where there are no files: a third larger, asks for nothing. */

import encoded from "whosaid-bytes";
import { makeInit } from "./core.js";

function decode() {
  const letters = atob(encoded);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  return bytes;
}

export const init = makeInit(decode);
export { annotate, findPublicationDate, initSync, loadGazetteer, version } from "./core.js";
export default init;
