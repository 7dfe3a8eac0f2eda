/**
 * The core on whichever thread this module is loaded: what is fetched when, and what went wrong.
 */

const CORE = new URL("./pkg/whosaid.js", import.meta.url);
const GAZETTEER = new URL("./pkg/gazetteer.bin", import.meta.url);

/**
 * @param {string} text
 * @returns {Promise<import("./types.ts").Annotation>}
 */
export async function annotate(text) {
  const core = await loadCore();
  try {
    return core.annotate(text);
  } catch (error) {
    throw withCode(error, "crash");
  }
}

/** Places have coordinates from the next annotation on. */
export async function loadPlaces() {
  const core = await loadCore();
  const response = await fetch(GAZETTEER);
  if (!response.ok) throw withCode(new Error(`${response.status} for ${GAZETTEER}`), "places-missing");
  core.loadGazetteer(new Uint8Array(await response.arrayBuffer()));
}

let requests = 0;
new PerformanceObserver((list) => (requests += list.getEntries().length)).observe({ type: "resource", buffered: true });

/** What this thread has asked of the network so far. */
export async function countRequests() {
  return requests;
}

/** @type {Promise<any> | undefined} */
let loading;

/** The initialised core; a failed load is tried again by the next call. */
function loadCore() {
  loading ??= initialiseCore().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function initialiseCore() {
  const core = await import(CORE.href).catch((error) => {
    throw withCode(error, "core-missing");
  });
  try {
    await core.default();
  } catch (error) {
    throw withCode(error, error instanceof WebAssembly.CompileError ? "wasm-refused" : "core-missing");
  }
  return core;
}

/**
 * @param {unknown} error
 * @param {string} code
 */
function withCode(error, code) {
  const known = error instanceof Error ? error : new Error(String(error));
  return Object.assign(known, { code });
}
