/**
 * The core, off the main thread. A module worker in a file of its own, so that a page under a
 * strict Content-Security-Policy can run it.
 *
 * Takes `{ id, call, args }`, answers `{ id, ok: true, value }` or
 * `{ id, ok: false, error: { code, name, message } }`; every call gets its answer.
 */

const CORE = new URL("./pkg/whosaid.js", import.meta.url);
const GAZETTEER = new URL("./pkg/gazetteer.bin", import.meta.url);

/** @type {Record<string, (...args: any[]) => Promise<unknown>>} */
const calls = {
  /** @param {string} text */
  async annotate(text) {
    const core = await loadCore();
    try {
      return core.annotate(text);
    } catch (error) {
      throw withCode(error, "crash");
    }
  },

  /** Places have coordinates from the next annotation on. */
  async loadPlaces() {
    const core = await loadCore();
    const response = await fetch(GAZETTEER);
    if (!response.ok) throw withCode(new Error(`${response.status} for ${GAZETTEER}`), "places-missing");
    core.loadGazetteer(new Uint8Array(await response.arrayBuffer()));
  },
};

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

self.addEventListener("message", async ({ data: { id, call, args } }) => {
  try {
    if (!Object.hasOwn(calls, call)) throw new Error(`no call named ${call}`);
    const value = await calls[call](...args);
    self.postMessage({ id, ok: true, value });
  } catch (error) {
    const { name, message, code = "unknown" } = /** @type {any} */ (error);
    self.postMessage({ id, ok: false, error: { name, message, code } });
  }
});
