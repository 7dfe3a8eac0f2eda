/**
 * The core on whichever thread this module is loaded: how it starts, what it is asked, and what went wrong.
 *
 *     const core = makeCore(() => import("./pkg/whosaid.js"));
 *     const { stated, annotation } = await core.read(text, { stated: ["2023-06-27T08:00Z"] });
 *
 * @typedef {import("../types.ts").Annotation} Annotation
 * @typedef {import("../types.ts").Part} Part
 * @typedef {{ stated: string | null, annotation: Annotation, mapped: boolean }} Found `stated`: the day that its page states, else
 *   the article itself; `mapped`: whether the places are those of a gazetteer
 * @typedef {object} ReadOptions
 * @property {string | null} [date] the article's day, "2023-06-27", as the reader says; `null`: none; where not given, what is stated
 * @property {(string | null | undefined)[]} [stated] what the page around it states as its date, the best first; it may be anything
 * @property {Part[]} [parts] the parts that its setting shows: they go before what its lines let guess
 * @property {boolean} [stances] whether what somebody wants or condemns is listed too
 */

import { withCode } from "./error.js";

/** The smallest module with vector instructions, which the core has too: a browser from before 2023 may know none. */
const VECTORS = Uint8Array.of(
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
);

/** @param {() => Promise<any>} importGlue what wasm-bindgen made */
export function makeCore(importGlue) {
  /** @type {Promise<any> | undefined} */
  let loading;
  let hasPlaces = false;

  /**
   * Starts the core; called again it does nothing, after a failure it tries anew.
   *
   * @param {ArrayBuffer | string} [wasm] bytes, or the address to fetch them from; without it, where the glue knows it to lie
   * @returns {Promise<void>}
   */
  async function load(wasm) {
    await ready(wasm);
  }

  /** @param {ArrayBuffer | string} [wasm] */
  function ready(wasm) {
    return (loading ??= start(importGlue, wasm).catch((error) => {
      loading = undefined;
      throw error;
    }));
  }

  /**
   * @param {string} text
   * @param {ReadOptions} [options]
   * @returns {Promise<Found>}
   */
  async function read(text, { date, stated = [], parts, stances = false } = {}) {
    const glue = await ready();
    try {
      const day = findDate(glue, text, stated);
      return { stated: day, mapped: hasPlaces, annotation: glue.annotate(text, { date: date === undefined ? day : date, stances, ...(parts?.length ? { parts } : {}) }) };
    } catch (error) {
      throw withCode(error, "crash");
    }
  }

  /**
   * Places have coordinates from the next annotation on.
   *
   * @param {ArrayBuffer | string} gazetteer bytes, or their address
   */
  async function loadGazetteer(gazetteer) {
    const glue = await ready();
    try {
      glue.loadGazetteer(new Uint8Array(typeof gazetteer === "string" ? await fetchBytes(gazetteer) : gazetteer));
      hasPlaces = true;
    } catch (error) {
      throw withCode(error, "places-missing");
    }
  }

  return { load, read, loadGazetteer };
}

/** @param {string | URL} address @returns {Promise<ArrayBuffer>} */
export async function fetchBytes(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return response.arrayBuffer();
}

/** @param {() => Promise<any>} importGlue @param {ArrayBuffer | string} [wasm] */
async function start(importGlue, wasm) {
  const glue = await importGlue().catch((error) => {
    throw withCode(error, "core-missing");
  });
  let bytes = wasm;
  if (typeof bytes === "string") {
    bytes = await fetchBytes(bytes).catch((error) => {
      throw withCode(error, "core-missing");
    });
  }
  if (bytes) {
    const [a, b, c, d] = new Uint8Array(bytes, 0, Math.min(4, bytes.byteLength));
    if (a !== 0 || b !== 0x61 || c !== 0x73 || d !== 0x6d) throw withCode(new Error("what came is no WebAssembly"), "core-missing");
  }
  try {
    await (bytes ? glue.default({ module_or_path: bytes }) : glue.default());
  } catch (error) {
    const compiles = !(error instanceof WebAssembly.CompileError);
    throw withCode(error, compiles ? (bytes ? "crash" : "core-missing") : WebAssembly.validate(VECTORS) ? "wasm-refused" : "browser-old");
  }
  return glue;
}

/**
 * The day of an article: the first of what its page states that is one, else what it says itself.
 *
 * @param {any} glue
 * @param {string} text
 * @param {(string | null | undefined)[]} stated dates of ISO 8601, perhaps with a time
 * @returns {string | null} "2023-06-27"
 */
function findDate(glue, text, stated) {
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
