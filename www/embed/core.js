/**
 * The core in a worker of its own or, where none may start, on the page's thread: one door to both.
 *
 * The wasm is asked for together with the worker's script, so that nothing waits for the other. A
 * browser starts no worker from another origin: a module of one line, which imports it, may stand in
 * where the page's policy allows it. There is none in a sandboxed frame, nor under `worker-src 'none'`.
 *
 * @typedef {import("../types.ts").Annotation} Annotation
 * @typedef {{ resolve: (value: any) => void, reject: (error: Error) => void }} Waiting
 */

import { GAZETTEER, importWorker, WASM, WORKER } from "../assets.js";

/** Why the core failed: `code` is for programs, `message` for the console. */
export class CoreError extends Error {
  /**
   * @param {string} code `wasm-refused`, `browser-old`, `core-missing`, `places-missing`, `crash`, `stopped` or `unknown`
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.name = "WhosaidError";
    this.code = code;
  }
}

export class Core {
  /** @type {Worker | null} */
  #worker = null;
  /** @type {Map<number, Waiting>} */
  #waiting = new Map();
  #lastId = 0;
  #stopped = false;
  /** Set where no worker may run. @type {Promise<any> | null} */
  #here = null;
  /** The address of the module that stands in for the worker's. */
  #blob = "";
  /** @type {Promise<unknown>} */
  #ready;

  constructor() {
    const wasm = fetchBytes(WASM).catch(() => WASM.href); // under a policy of its own the worker may fetch what the page may not
    this.#startWorker();
    this.#ready = this.#load(wasm);
    this.#ready.catch(() => {}); // told to whoever asks
  }

  /**
   * @param {string} text
   * @param {string[]} dates what the page states as the article's date, the best first
   * @returns {Promise<Annotation>}
   */
  async annotate(text, dates) {
    await this.#ready;
    return this.#call("annotate", [text, dates]);
  }

  /** Places have coordinates from the next annotation on. */
  async loadGazetteer() {
    const bytes = await fetchBytes(GAZETTEER).catch((error) => {
      throw new CoreError("places-missing", error.message);
    });
    await this.#ready;
    await this.#call("loadGazetteer", [bytes]);
  }

  stop() {
    this.#stopped = true;
    this.#end(new CoreError("stopped", "the core was stopped"));
  }

  /** @param {Promise<ArrayBuffer | string>} wasm */
  async #load(wasm) {
    try {
      await this.#call("load", [await wasm]);
    } catch (error) {
      if (/** @type {CoreError} */ (error).code !== "worker-refused" || this.#stopped) throw error;
      // The bytes went with the worker, to where nobody answers.
      this.#here ??= importWorker();
      await this.#call("load", [await fetchBytes(WASM).catch(() => WASM.href)]);
    }
  }

  #startWorker() {
    if (this.#here) return;
    try {
      this.#worker = openWorker((blob) => (this.#blob = blob));
    } catch {
      this.#here = importWorker();
      this.#here.catch(() => {});
      return;
    }
    this.#worker.addEventListener("message", ({ data: { id, value, error } }) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) waiting?.reject(new CoreError(error.code, error.message));
      else waiting?.resolve(value);
    });
    this.#worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.#end(new CoreError("worker-refused", event.message || `no worker from ${WORKER}`));
    });
  }

  /**
   * @param {string} call
   * @param {unknown[]} args
   * @returns {Promise<any>}
   */
  async #call(call, args) {
    if (this.#stopped) throw new CoreError("stopped", "the core was stopped");
    if (this.#here) {
      const module = await this.#here.catch((error) => {
        throw new CoreError("core-missing", String(error));
      });
      try {
        return await module[call](...args);
      } catch (error) {
        const { code = "unknown", message } = /** @type {any} */ (error);
        throw new CoreError(code, message);
      }
    }
    const { promise, resolve, reject } = defer();
    const worker = this.#worker;
    if (!worker) throw new CoreError("worker-refused", "the worker is gone");
    const id = ++this.#lastId;
    this.#waiting.set(id, { resolve, reject });
    worker.postMessage({ id, call, args }, args.filter((value) => value instanceof ArrayBuffer));
    return promise;
  }

  /** @param {CoreError} reason */
  #end(reason) {
    this.#worker?.terminate();
    this.#worker = null;
    if (this.#blob) URL.revokeObjectURL(this.#blob);
    this.#blob = "";
    const lost = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of lost) reject(reason);
  }
}

/** @param {URL} url */
async function fetchBytes(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} for ${url}`);
  return response.arrayBuffer();
}

function defer() {
  /** @type {any} */
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
}

/**
 * @param {(blob: string) => void} onBlob
 * @returns {Worker} or an error, where it is certain that none may start
 */
function openWorker(onBlob) {
  if (typeof Worker !== "function" || location.origin === "null") throw new Error("no worker here");
  if (WORKER.origin === location.origin) return new Worker(trusted(WORKER.href), { type: "module", name: "whosaid" });
  const blob = URL.createObjectURL(new Blob([`import ${JSON.stringify(WORKER.href)}`], { type: "text/javascript" }));
  onBlob(blob);
  return new Worker(trusted(blob), { type: "module", name: "whosaid" });
}

/** @type {{ createScriptURL(url: string): unknown } | null | undefined} */
let policy;

/**
 * Under `require-trusted-types-for 'script'` a worker's address must come from a policy; ours is
 * named `whosaid` and knows no address but ours.
 *
 * @param {string} address
 * @returns {string}
 */
function trusted(address) {
  if (policy === undefined) {
    const own = address;
    try {
      policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("whosaid", {
        createScriptURL(/** @type {string} */ asked) {
          if (asked !== WORKER.href && asked !== own && !asked.startsWith(`blob:${location.origin}/`)) throw new TypeError(`foreign: ${asked}`);
          return asked;
        },
      }) ?? null;
    } catch {
      policy = null; // the host allows no policy of this name: a plain address may still do
    }
  }
  return /** @type {any} */ (policy ? policy.createScriptURL(address) : address);
}
