/**
 * The core behind every entry of the package: it starts once, says what is wrong where it cannot, and
 * tells whoever calls it too early.
 */

import start, * as glue from "whosaid-glue";

let ready = false;
/** @type {Promise<void> | undefined} */
let starting;

/**
 * @param {() => unknown} findWasm where the wasm is, where nobody says
 * @returns {(source?: unknown) => Promise<void>}
 */
export function makeInit(findWasm) {
  return function init(source) {
    if (ready) return Promise.resolve();
    return (starting ??= begin(source ?? findWasm()).catch((error) => {
      starting = undefined; // a failure is no reason not to try again
      throw error;
    }));
  };
}

/** @param {unknown} source */
async function begin(source) {
  const module = await moduleOf(source);
  if (!ready) finish(module);
}

/**
 * Starts at once, of bytes or of a module that is compiled already.
 *
 * @param {any} source
 */
export function initSync(source) {
  if (ready) return;
  const given = isPlain(source) ? source.module : source;
  finish(given instanceof WebAssembly.Module ? given : new WebAssembly.Module(checkBytes(given, "the bytes given")));
}

/** @param {WebAssembly.Module} module */
function finish(module) {
  const exported = new Set(WebAssembly.Module.exports(module).map(({ name }) => name));
  const missing = ["annotate", "findPublicationDate", "__wbindgen_start"].find((name) => !exported.has(name));
  if (missing) throw new Error(`whosaid: this WebAssembly is not whosaid's: it has no ${missing}`);
  glue.initSync({ module });
  ready = true;
}

/** @param {any} source @returns {Promise<WebAssembly.Module>} */
async function moduleOf(source) {
  const given = await source;
  if (isPlain(given)) return moduleOf(given.module_or_path ?? given.module ?? given.default);
  if (given instanceof WebAssembly.Module) return given;
  const place = typeof given === "string" ? given : given?.href ?? given?.url ?? "the bytes given";
  if (typeof given === "string" || typeof given?.href === "string" || (typeof Request === "function" && given instanceof Request)) {
    const response = await fetch(given).catch((error) => {
      throw new Error(`whosaid: ${place} cannot be fetched (${error.message}). ${HELP}`, { cause: error });
    });
    return moduleOfResponse(response, place);
  }
  if (typeof given?.arrayBuffer === "function") return moduleOfResponse(given, place || "the response given");
  return WebAssembly.compile(checkBytes(given, place));
}

/** @param {Response} response @param {string} place */
async function moduleOfResponse(response, place) {
  if (response.ok === false) throw new Error(`whosaid: ${response.status} for ${place}. ${HELP}`);
  const streams = typeof WebAssembly.compileStreaming === "function" && /^application\/wasm/.test(response.headers?.get("content-type") ?? "");
  if (streams) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(checkBytes(await response.arrayBuffer(), place));
}

const HELP = `Give its address, bytes or module: init(source); or import "whosaid/inline", which needs no file.`;

/** @param {any} bytes @param {string} place */
function checkBytes(bytes, place) {
  const view = bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : ArrayBuffer.isView(bytes) ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : null;
  if (!view) throw new TypeError(`whosaid: init takes an address, a Response, bytes or a WebAssembly.Module, not ${bytes === null ? "null" : typeof bytes}`);
  if (view[0] !== 0 || view[1] !== 0x61 || view[2] !== 0x73 || view[3] !== 0x6d) {
    const start = new TextDecoder().decode(view.subarray(0, 15));
    throw new Error(`whosaid: ${place} is no WebAssembly: it begins with ${JSON.stringify(start)}. ${HELP}`);
  }
  return /** @type {Uint8Array<ArrayBuffer>} */ (view);
}

/** @param {any} value */
function isPlain(value) {
  return value !== null && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype;
}

/** @param {string} call */
function need(call) {
  if (!ready) throw new Error(`whosaid: ${call}() was called before the core was there; call \`await init()\` first`);
}

/** @param {string} text @param {any} [options] */
export function annotate(text, options) {
  need("annotate");
  return glue.annotate(text, options);
}

/** @param {string} text */
export function findPublicationDate(text) {
  need("findPublicationDate");
  return glue.findPublicationDate(text);
}

/** @param {Uint8Array | ArrayBuffer} bytes */
export function loadGazetteer(bytes) {
  need("loadGazetteer");
  return glue.loadGazetteer(bytes);
}

export function version() {
  need("version");
  return glue.version();
}

void start; // the glue's own way to start asks the network where nobody said so
