/** `whosaid/gazetteer` in Node. */

import { readFile } from "node:fs/promises";

export async function gazetteer() {
  return new Uint8Array(await readFile(new URL("./gazetteer.bin", import.meta.url)));
}

export default gazetteer;
