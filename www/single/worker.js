/** The core for whosaid.html: what it needs was put before this script, compressed, by single/assets.js. */

// @ts-ignore the build puts it there
import * as glue from "../pkg/whosaid.js";
import { answerCalls } from "../engine/answer.js";
import { makeCore } from "../engine/core.js";

const { wasm, gazetteer } = /** @type {any} */ (globalThis).WHOSAID_DATA;

/** @param {string} packed gzip in base64 @returns {Promise<ArrayBuffer>} */
function unpack(packed) {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

const core = makeCore(async () => glue);
answerCalls({
  load: async () => core.load(await unpack(wasm)),
  read: core.read,
  loadGazetteer: async () => core.loadGazetteer(await unpack(gazetteer)),
  countRequests: () => 0,
});
