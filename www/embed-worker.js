/**
 * The core for embeds, in one file with its glue: a module worker or, where none may start, a module
 * on the page's own thread.
 *
 * A worker takes `{ id, call, args }`, answers `{ id, value }` or `{ id, error: { code, message } }`;
 * every call gets its answer. The wasm comes as bytes, already asked for by the page, or as an address.
 *
 * @typedef {import("./types.ts").Annotation} Annotation
 */

// @ts-ignore the build puts it there
import * as glue from "./pkg/whosaid.js";

/** The smallest module with vector instructions, which the core has too: a browser from before 2023 may know none. */
const VECTORS = Uint8Array.of(
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
);

/** @type {Promise<void> | undefined} */
let loading;

/**
 * Starts the core; called again it does nothing, after a failure it tries anew.
 *
 * @param {ArrayBuffer | string} wasm bytes, or the address to fetch them from
 * @returns {Promise<void>}
 */
export function load(wasm) {
  return (loading ??= start(wasm).catch((error) => {
    loading = undefined;
    throw error;
  }));
}

/** @param {ArrayBuffer | string} wasm */
async function start(wasm) {
  let bytes = wasm;
  if (typeof bytes === "string") {
    const response = await fetch(bytes).catch((error) => {
      throw withCode(error, "core-missing");
    });
    if (!response.ok) throw withCode(new Error(`${response.status} for ${wasm}`), "core-missing");
    bytes = await response.arrayBuffer();
  }
  const [a, b, c, d] = new Uint8Array(bytes, 0, Math.min(4, bytes.byteLength));
  if (a !== 0 || b !== 0x61 || c !== 0x73 || d !== 0x6d) throw withCode(new Error("what came is no WebAssembly"), "core-missing");
  try {
    await glue.default({ module_or_path: bytes });
  } catch (error) {
    const compiles = !(error instanceof WebAssembly.CompileError);
    throw withCode(error, compiles ? "crash" : WebAssembly.validate(VECTORS) ? "wasm-refused" : "browser-old");
  }
}

/**
 * @param {string} text
 * @param {(string | null | undefined)[]} [stated] what the page states as the article's date, the best first
 * @returns {Annotation}
 */
export function annotate(text, stated = []) {
  try {
    return glue.annotate(text, { date: findDate(text, stated) });
  } catch (error) {
    throw withCode(error, "crash");
  }
}

/** @param {ArrayBuffer} bytes of the gazetteer */
export function loadGazetteer(bytes) {
  try {
    glue.loadGazetteer(new Uint8Array(bytes));
  } catch (error) {
    throw withCode(error, "places-missing");
  }
}

/**
 * The day of an article: the first of what its page states that is one, else what it says itself.
 *
 * @param {string} text
 * @param {(string | null | undefined)[]} stated
 * @returns {string | null}
 */
function findDate(text, stated) {
  const isDay = (/** @type {string} */ date) => {
    try {
      return Boolean(glue.annotate("", { date }));
    } catch {
      return false;
    }
  };
  const days = stated.map((words) => words?.trim().slice(0, 10) ?? "");
  return days.find((day) => day && isDay(day)) ?? glue.findPublicationDate(text) ?? null;
}

/**
 * @param {unknown} error
 * @param {string} code
 */
function withCode(error, code) {
  const known = error instanceof Error ? error : new Error(String(error));
  return Object.assign(known, { code });
}

/** @type {Record<string, (...args: any[]) => unknown>} */
const calls = { load, annotate, loadGazetteer };

const { WorkerGlobalScope } = /** @type {any} */ (globalThis);
if (WorkerGlobalScope && self instanceof WorkerGlobalScope) {
  self.addEventListener("message", async ({ data: { id, call, args } }) => {
    try {
      self.postMessage({ id, value: await calls[call](...args) });
    } catch (error) {
      const { name, message, code = "unknown" } = /** @type {any} */ (error);
      self.postMessage({ id, error: { code, message: `${name}: ${message}` } });
    }
  });
}
