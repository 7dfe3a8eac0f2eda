/**
 * The core on whichever thread this module is loaded: what is fetched when, and what went wrong.
 */

const CORE = new URL("./pkg/whosaid.js", import.meta.url);
const GAZETTEER = new URL("./pkg/gazetteer.bin", import.meta.url);

/** The smallest module with vector instructions, which the core has too: a browser from before 2023 may know none. */
const VECTORS = Uint8Array.of(
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
);

/**
 * @param {string} text
 * @param {string | null | string[]} [date] the article's day, "2023-06-27"; or what its page states, see {@link findDate}
 * @param {boolean} [stances] whether what somebody wants or condemns is listed too
 * @returns {Promise<import("./types.ts").Annotation>}
 */
export async function annotate(text, date = null, stances = false) {
  const core = await loadCore();
  const day = Array.isArray(date) ? await findDate(text, date) : date;
  try {
    return core.annotate(text, { date: day, stances });
  } catch (error) {
    throw withCode(error, "crash");
  }
}

/**
 * @param {string} text
 * @param {string | null} [date] the article's day; `null`: none; where not given, what the article says
 * @returns {Promise<{ stated: string | null, annotation: import("./types.ts").Annotation }>} with stances
 */
export async function read(text, date) {
  const stated = await findDate(text);
  return { stated, annotation: await annotate(text, date === undefined ? stated : date, true) };
}

/**
 * The day of an article: the first of what its page states that is one, else what its own dateline
 * or byline says.
 *
 * @param {string} text
 * @param {(string | null | undefined)[]} [stated] dates of ISO 8601, perhaps with a time; a page may state anything
 * @returns {Promise<string | null>} "2023-06-27"
 */
export async function findDate(text, stated = []) {
  const core = await loadCore();
  const isDay = (/** @type {string} */ date) => {
    try {
      return Boolean(core.annotate("", { date }));
    } catch {
      return false;
    }
  };
  const days = stated.map((words) => words?.trim().slice(0, 10) ?? "");
  try {
    return days.find((day) => day && isDay(day)) ?? core.findPublicationDate(text) ?? null;
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
    const compiles = !(error instanceof WebAssembly.CompileError);
    throw withCode(error, compiles ? "core-missing" : WebAssembly.validate(VECTORS) ? "wasm-refused" : "browser-old");
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
