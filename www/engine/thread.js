/**
 * The core in a worker of its own or, where none may start, on the page's thread: one door to both.
 *
 * A browser starts no worker from another origin: a module of one line, which imports it, may stand in where the
 * page's policy allows it. There is none in a sandboxed frame, nor under `worker-src 'none'`.
 *
 * @typedef {import("./core.js").ReadOptions} ReadOptions
 * @typedef {object} Files where what it needs lies
 * @property {URL} worker
 * @property {URL} gazetteer
 * @property {URL} [wasm] asked for together with the worker, so that neither waits for the other; where it is not given,
 *   the worker asks for it, and so keeps what the browser has made of it for the next time
 * @property {() => Promise<any>} [here] the worker's module, for the page's thread
 * @typedef {{ resolve: (value: any) => void, reject: (error: Error) => void }} Waiting
 */

import { fetchBytes } from "./core.js";
import { EngineError } from "./error.js";
import { trusted } from "./trusted.js";

export class Thread {
  /** Whether it has answered: then it could start. */
  answered = false;
  /** @type {Worker | null} */
  #worker = null;
  /** @type {Map<number, Waiting>} */
  #waiting = new Map();
  #lastId = 0;
  /** @type {EngineError | null} why it was ended */
  #ended = null;
  /** Set where no worker may run. @type {Promise<any> | null} */
  #here = null;
  /** The address of the module that stands in for the worker's. */
  #blob = "";
  /** When the core is loaded; an error where it cannot be. @type {Promise<unknown>} */
  ready;
  #files;

  /** @param {Files} files */
  constructor(files) {
    this.#files = files;
    const wasm = this.#fetchWasm();
    this.#start();
    this.ready = this.#load(wasm);
    this.ready.catch(() => {}); // told to whoever asks
  }

  /**
   * @param {string} text
   * @param {ReadOptions} options
   * @returns {Promise<import("./core.js").Found>}
   */
  async read(text, options) {
    await this.ready;
    return this.call("read", [text, options]);
  }

  /** Places have coordinates from the next annotation on. */
  async loadGazetteer() {
    const { gazetteer, wasm } = this.#files;
    const bytes = wasm ? await fetchBytes(gazetteer).catch((error) => {
      throw new EngineError("places-missing", error.message);
    }) : gazetteer.href;
    await this.ready;
    await this.call("loadGazetteer", [bytes]);
  }

  /** @param {EngineError} reason what is told to all who wait */
  end(reason) {
    this.#ended ??= reason;
    this.#worker?.terminate();
    this.#worker = null;
    if (this.#blob) URL.revokeObjectURL(this.#blob);
    this.#blob = "";
    const lost = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of lost) reject(reason);
  }

  /**
   * @param {string} call
   * @param {unknown[]} args bytes among them are handed over
   * @returns {Promise<any>}
   */
  async call(call, args) {
    if (this.#ended) throw this.#ended;
    if (this.#here) return this.#callHere(this.#here, call, args);
    const worker = this.#worker;
    if (!worker) throw new EngineError("worker-refused", "the worker is gone");
    const id = ++this.#lastId;
    const answer = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    worker.postMessage({ id, call, args }, args.filter((value) => value instanceof ArrayBuffer));
    return answer;
  }

  /** @param {Promise<any>} here @param {string} call @param {unknown[]} args */
  async #callHere(here, call, args) {
    const module = await here.catch((error) => {
      throw new EngineError("core-missing", String(error));
    });
    try {
      return await module[call](...args);
    } catch (error) {
      const { code = "unknown", message } = /** @type {any} */ (error);
      throw new EngineError(code, message);
    }
  }

  /** Under a policy of its own the worker may fetch what the page may not. @returns {Promise<ArrayBuffer | string> | undefined} */
  #fetchWasm() {
    const { wasm } = this.#files;
    return wasm && fetchBytes(wasm).catch(() => wasm.href);
  }

  /** @param {Promise<ArrayBuffer | string> | undefined} wasm */
  async #load(wasm) {
    try {
      await this.call("load", [await wasm]);
    } catch (error) {
      const { here } = this.#files;
      if (/** @type {EngineError} */ (error).code !== "worker-refused" || this.answered || !here) throw error;
      // The bytes went with the worker, to where nobody answers.
      this.#here ??= here();
      this.#ended = null;
      await this.call("load", [await this.#fetchWasm()]);
    }
  }

  #start() {
    const { worker: url, here } = this.#files;
    try {
      this.#worker = openWorker(url, (blob) => (this.#blob = blob));
    } catch (error) {
      this.#here = here?.() ?? null;
      this.#here?.catch(() => {});
      if (!here) this.end(new EngineError("worker-refused", String(error)));
      return;
    }
    this.#worker.addEventListener("message", ({ data: { id, value, error } }) => {
      this.answered = true;
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) waiting?.reject(new EngineError(error.code, error.message));
      else waiting?.resolve(value);
    });
    this.#worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.end(new EngineError("worker-refused", event.message || `no worker from ${url}`));
    });
    this.#worker.addEventListener("messageerror", () => this.end(new EngineError("unknown", "an unreadable answer")));
  }
}

/**
 * @param {URL} url
 * @param {(blob: string) => void} onBlob
 * @returns {Worker} or an error, where it is certain that none may start
 */
function openWorker(url, onBlob) {
  // The page in one file brings its worker along; from a disk it starts no modules.
  if (url.protocol === "blob:") return new Worker(trusted(url.href), { name: "whosaid" });
  // A sandboxed frame is of no origin, whatever its address says.
  if (typeof Worker !== "function" || globalThis.origin === "null" || location.origin === "null") throw new Error("no worker here");
  if (url.origin === location.origin) return new Worker(trusted(url.href), { type: "module", name: "whosaid" });
  const blob = URL.createObjectURL(new Blob([`import ${JSON.stringify(url.href)}`], { type: "text/javascript" }));
  onBlob(blob);
  return new Worker(trusted(blob), { type: "module", name: "whosaid" });
}
